/**
 * How well copies are told from reports that only share their wording, as a table: of each kind of copy, the share that
 * the selection calls a duplicate. `npm run eval:duplicates -- [--rounds N]`; a round is one copy of each kind
 * of each of the project's own reports, by a table of its own. Two pairs in ten are hidden from the repair.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../../scripts/tables.js'
import { createSelector } from '../../src/dataset/selection.js'
import { type Signals, signalsOf } from '../../src/dataset/signals.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources, type Resources, withRepair } from '../../src/pipeline/resources.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import { makeCopies } from './copies.js'
import { isHidden } from './hide.js'
import { formatTable, percent } from './table.js'

const folder = join(root, 'corpus', 'reports')

async function signals(text: string, path: string, resources: Resources): Promise<Signals> {
  for await (const record of processDocument(Buffer.from(text), { resources, path })) return signalsOf(record)
  throw new Error(`no document in ${path}`)
}

/** The similarity that the selection states, or null. */
function similarityOf(original: Signals, copy: Signals): number | null {
  const selector = createSelector({})
  const candidates = [
    { key: 'original', id: 'original', signals: original },
    { key: 'copy', id: 'copy', signals: copy },
  ]
  for (const candidate of candidates) selector.count(candidate)
  return candidates.map((candidate) => selector.decide(candidate)).at(-1)!.similarity
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '2' } } })
  const full = await loadResources()
  const shown = full.lexicon.entries.filter((entry) => !isHidden(entry, 0.2, 1))
  const resources = withRepair(full, buildLexicon(shown, full.lexicon))
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const results = new Map<string, { isDuplicate: boolean; found: number; all: number; sum: number }>()
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [index, { name }] of names.entries()) {
      const text = readFileSync(join(folder, name, 'clean.txt'), 'utf8')
      const original = await signals(text, 'original.txt', resources)
      for (const copy of makeCopies(text, full.lexicon.entries, round * names.length + index)) {
        const similarity = similarityOf(original, await signals(copy.text, copy.path, resources))
        const { isDuplicate } = copy
        const result = results.get(copy.kind) ?? { isDuplicate, found: 0, all: 0, sum: 0 }
        result.all++
        if (similarity !== null) result.found++
        result.sum += similarity ?? 0
        results.set(copy.kind, result)
      }
    }
  }
  const rows = [...results].map(([kind, { isDuplicate, found, all, sum }]) => [
    kind,
    isDuplicate ? 'yes' : 'no',
    String(all),
    percent(found / all),
    found === 0 ? '' : percent(sum / found),
  ])
  console.log(formatTable(['copy', 'duplicate', 'pairs', 'called one', 'similarity'], rows))
}

await main()
