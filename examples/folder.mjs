/** Reads every file of a folder on several cores, and says what does not add up: node folder.mjs samples */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createHuanyuan, describeCheck } from 'huanyuan'

const [folder = '.'] = process.argv.slice(2)
const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
const inputs = names.map((name) => ({ path: name, bytes: readFileSync(join(folder, name)) }))

const huanyuan = await createHuanyuan({ threads: 2 })
try {
  for await (const outcome of huanyuan.processAll(inputs)) {
    const { path } = outcome.input
    if ('error' in outcome) {
      console.log(path, outcome.error.code)
      continue
    }
    for (const { facts, checks } of outcome.records) {
      const wrong = checks.filter(({ state }) => state === 'mismatch')
      console.log(`${path}: ${facts.length} facts, ${checks.length} relations, ${wrong.length} do not hold`)
      for (const check of wrong) console.log(describeCheck(check, 'en'))
    }
  }
} finally {
  await huanyuan.close()
}
