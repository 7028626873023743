/**
 * Measures the lexicon against texts and lists that stay outside of the project, and rebuilds what is derived from
 * them: `npm run lexicon -- coverage|attest|frequencies --data DIR`.
 * `coverage` prints the share of running text of DIR/corpora/gwr_* that the lexicon covers of what each list of
 * DIR/reference holds, `--missing N` the heaviest pairs that it lacks; `attest` rewrites the column `evidence`
 * and the pairs of corpus/tools, of which the first is held against list 1, the second against list 2;
 * `frequencies` rewrites corpus/words, how often the lexicon's words stand in each register of DIR/corpora and
 * DIR/corpora-general, and in the segmenter's dictionary.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatTable, parseTable, root, tablePaths } from '../scripts/tables.js'
import { lexiconColumns, readShippedEntries } from '../src/resources/lexicon.js'
import type { SpinnerTool } from '../src/resources/tools.js'
import { loadTools } from '../src/resources/tools.js'
import { corpusPaths, countInCorpora } from './lexicon/corpora.js'
import type { ReferenceList } from './lexicon/reference.js'
import { attest, coverageOf, heldBy, readReferences } from './lexicon/reference.js'
import { countRegisters } from './lexicon/registers.js'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: 'string' }, missing: { type: 'string', default: '0' } },
})

async function printCoverage(data: string): Promise<void> {
  const held = new Set(readShippedEntries().map(({ standard, spun }) => `${standard}\t${spun}`))
  const paths = corpusPaths(join(data, 'corpora'), 'gwr_')
  for (const [index, list] of readReferences(data).entries()) {
    const words = [...list.keys()]
    const { counts } = await countInCorpora(words, paths)
    const byWord = new Map(words.map((word, place) => [word, counts[place]!]))
    const { share, missing } = coverageOf(list, byWord, ({ standard, spun }) =>
      held.has(`${standard}\t${spun}`),
    )
    console.log(`list ${index + 1}: ${(100 * share).toFixed(2)} % covered, ${missing.length} pairs missing`)
    for (const { standard, spun, count } of missing.slice(0, Number(options.missing))) {
      console.log(`  ${Math.round(count)}\t${standard} → ${spun}`)
    }
  }
}

function rewriteEvidence(data: string): void {
  const lists = readReferences(data)
  const column = lexiconColumns.indexOf('evidence')
  for (const path of tablePaths()) {
    const table = parseTable(readFileSync(join(root, path), 'utf8'))
    if (table.columns.join() !== lexiconColumns.join()) continue
    let changed = 0
    const rows = table.rows.map((row) => {
      const cells = row.split('\t')
      const [standard = '', spun = ''] = cells
      const evidence = attest({ standard, spun, evidence: cells[column]!.split(',') }, lists).join()
      if (evidence !== cells[column]) changed++
      return cells.with(column, evidence).join('\t')
    })
    if (changed > 0) writeFileSync(join(root, path), formatTable({ ...table, rows }))
    console.log(`${path}: ${changed} of ${rows.length} pairs changed`)
  }
  rewriteTools(lists)
}

/** Lays a tool out as its file has it: one pair a line. */
function formatTool({ name, share, pairs }: Omit<SpinnerTool, 'id'>): string {
  const lines = pairs.map((pair) => `    ${JSON.stringify(pair)}`)
  return `{\n  "name": ${JSON.stringify(name)},\n  "share": ${share},\n  "pairs": [\n${lines.join(',\n')}\n  ]\n}\n`
}

function rewriteTools(lists: readonly ReferenceList[]): void {
  const entries = readShippedEntries([])
  for (const [index, tool] of loadTools().entries()) {
    const list = lists[index]
    if (list === undefined) continue
    const pairs = heldBy(list, entries)
    writeFileSync(join(root, 'corpus', 'tools', `${tool.id}.json`), formatTool({ ...tool, pairs }))
    console.log(`${tool.id}: ${pairs.length} pairs, ${tool.pairs.length} before`)
  }
}

async function writeFrequencies(data: string): Promise<void> {
  const forms = new Set(readShippedEntries().flatMap(({ standard, spun }) => [standard, spun]))
  const words = [...forms].filter((word) => word.length > 1)
  const registers = await countRegisters(words, data)
  const rows = words
    .map((word, place) => [word, ...registers.map(({ counts }) => counts[place]!)])
    // A word that stands nowhere is a row of its own: it was looked for.
    .map(([word, ...counts]) =>
      (counts.every((count) => count === 0) ? [word] : [word, ...counts]).join('\t'),
    )
    .sort()
  const names = registers.map(({ name }) => name)
  const folder = join(root, 'corpus', 'words')
  const head = ['word', ...names].join('\t')
  writeFileSync(join(folder, 'counts.tsv'), formatTable({ head: [head], columns: [], rows }))
  writeFileSync(
    join(folder, 'registers.tsv'),
    formatTable({
      head: ['register\tofficial\tcharacters'],
      columns: [],
      rows: registers.map(
        ({ name, official, characters }) => `${name}\t${official ? 'yes' : 'no'}\t${characters}`,
      ),
    }),
  )
  console.log(`${rows.length} words in ${names.join(', ')}`)
}

const actions = { coverage: printCoverage, attest: rewriteEvidence, frequencies: writeFrequencies }
const action = actions[positionals[0] as keyof typeof actions]
if (action === undefined || options.data === undefined) {
  throw new Error('usage: npm run lexicon -- coverage|attest|frequencies --data DIR [--missing N]')
}
await action(options.data)
