/**
 * `npm run collisions -- RECORDS.jsonl`: how many figures of one document share name, measure, time and place with another
 * one of another value, so that at least one name is incomplete. It needs no gold, so any texts will do:
 * `huanyuan extract --assume clean --format jsonl TEXTS > RECORDS.jsonl`. `--show N` prints that many of them.
 */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { DocumentRecord } from '../src/writers/schema.js'
import { type Collisions, collisionsOf } from './eval/collisions.js'
import { formatTable, percent } from './eval/table.js'

const { values, positionals } = parseArgs({
  options: { show: { type: 'string', default: '0' } },
  allowPositionals: true,
})

for (const path of positionals) {
  const all: Collisions = { figures: 0, nameless: 0, groups: [] }
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line === '') continue
    const record = JSON.parse(line) as DocumentRecord
    const { figures, nameless, groups } = collisionsOf(record.facts)
    all.figures += figures
    all.nameless += nameless
    for (const group of groups) all.groups.push({ ...group, where: record.origin?.path ?? record.id })
  }
  const colliding = all.groups.reduce((sum, { texts }) => sum + texts.length, 0)
  const header = ['records', 'figures', 'colliding', 'share', 'without a name']
  const share = percent(all.figures === 0 ? 0 : colliding / all.figures)
  console.log(
    formatTable(header, [[path, String(all.figures), String(colliding), share, String(all.nameless)]]),
  )
  for (const { where, name, texts } of all.groups.slice(0, Number(values.show)))
    console.log(`${where}\t${name}\t${texts.join(' ')}`)
}
