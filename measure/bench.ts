/**
 * `npm run bench`: how fast each stage is, whether cost grows with length alone, and what memory a character takes, as
 * tables with baselines beside ours. Texts are the project's own reports, repeated; `--data DIR` takes those of
 * DIR/clean and DIR/spun-known. `--size N` is the length of the long texts in characters, about 1 MB by default;
 * `--runs N` how often each is measured at most; `--publish` writes docs/benchmark.md. `--against REVISION` measures the
 * built program against that revision, in turns, and nothing else (`--turns N`, 3 by default).
 * Times are processor time of one process, the shortest of several runs; quote ratios, for machines differ.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as recognizers from '@microsoft/recognizers-text-suite'
import nodejieba from 'nodejieba'
import { root } from '../scripts/tables.js'
import type { Resources } from '../src/pipeline/resources.js'
import { loadResources } from '../src/pipeline/resources.js'
import { findQuantities } from '../src/quantities/scan.js'
import { measureAgainst, rowsAgainst } from './bench/against.js'
import type { RunLimits } from './bench/measure.js'
import { costRatio, formatSpeed, processorTime, shortestRun } from './bench/measure.js'
import { peakPerCharacter } from './bench/memory.js'
import { measureReaders } from './bench/readers.js'
import { measuredStages, measureStages } from './bench/stages.js'
import type { BenchTexts } from './bench/texts.js'
import { lengthOf, longText, onOneLine, readBenchTexts, repeatTexts } from './bench/texts.js'
import { formatTable } from './eval/table.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    size: { type: 'string', default: '350000' },
    runs: { type: 'string', default: '15' },
    publish: { type: 'boolean', default: false },
    against: { type: 'string' },
    turns: { type: 'string', default: '3' },
  },
})

const size = Number(options.size)
const limits: RunLimits = { runs: Number(options.runs), milliseconds: 2000 }
/** Documents of usual length are measured on fewer characters: they run through every stage, spun and clean. */
const shortSize = Math.ceil(size / 5)
const output: string[] = []

function print(text: string): void {
  console.log(text)
  output.push(text)
}

function printStages({ clean, spun }: BenchTexts, resources: Resources): void {
  const [cleanTexts, spunTexts] = [repeatTexts(clean, shortSize), repeatTexts(spun, shortSize)]
  const onClean = measureStages(cleanTexts, resources, limits)
  const onSpun = measureStages(spunTexts, resources, limits)
  print('\n## Stages, documents of usual length: thousand characters a second\n')
  print(
    formatTable(
      ['stage', 'clean', 'spun'],
      measuredStages.map((stage) => [
        stage,
        formatSpeed(lengthOf(cleanTexts), onClean.get(stage)!),
        formatSpeed(lengthOf(spunTexts), onSpun.get(stage)!),
      ]),
    ),
  )
}

/** A quarter of a text, the text, and the text on one line, for every stage: 1.00 is linear. */
function printLinearity(label: string, texts: readonly string[], resources: Resources): void {
  const long = longText(texts, size)
  const pieces = [long.slice(0, Math.round(size / 4)), long, onOneLine(long)]
  const costs = pieces.map((piece) => measureStages([piece], resources, limits))
  print(`\n## Linearity, ${label} text: what a character costs, against one of a quarter of the text\n`)
  const rows = measuredStages.map((stage) => {
    const [quarter, whole, line] = pieces.map((piece, index) => ({
      characters: piece.length,
      milliseconds: costs[index]!.get(stage)!,
    }))
    return [
      stage,
      formatSpeed(whole!.characters, whole!.milliseconds),
      costRatio(whole!, quarter!).toFixed(2),
      costRatio(line!, quarter!).toFixed(2),
    ]
  })
  const header = ['stage', 'thousand characters a second', `${size} characters`, 'the same on one line']
  print(formatTable(header, rows))
}

function printMemory(): void {
  print('\n## Memory: bytes at the peak that one more character costs, its text included\n')
  const rows = (['layout', 'repair', 'extract', 'audit'] as const).map((until) => [
    `up to ${until}`,
    ...(['clean', 'spun'] as const).map((kind) =>
      peakPerCharacter({ until, kind, data: options.data }, size).toFixed(0),
    ),
  ])
  print(formatTable(['stages', 'clean', 'spun'], rows))
}

async function printReaders(): Promise<void> {
  const costs = await measureReaders(Math.ceil(size / 10), limits)
  print('\n## Reading: thousand characters a second\n')
  print(
    formatTable(
      ['format', 'characters', 'one document', 'documents of usual length'],
      costs.map(({ format, long, usual }) => [
        format,
        String(long.characters),
        formatSpeed(long.characters, long.milliseconds),
        usual === undefined ? '' : formatSpeed(usual.characters, usual.milliseconds),
      ]),
    ),
  )
}

function printBaselines({ clean }: BenchTexts, resources: Resources): void {
  const texts = repeatTexts(clean, shortSize)
  // Recognizers-Text takes the square of a line's length, so it is given lines.
  const lines = repeatTexts(clean, Math.ceil(size / 50)).flatMap((text) => text.split('\n'))
  const models = [
    recognizers.recognizeNumber,
    recognizers.recognizePercentage,
    recognizers.recognizeCurrency,
    recognizers.recognizeDimension,
  ]
  const rows: [string, readonly string[], (text: string) => unknown][] = [
    ['nodejieba.cut alone', texts, (text) => nodejieba.cut(text, true)],
    ['nodejieba.tag alone', texts, (text) => nodejieba.tag(text)],
    ['findQuantities', texts, (text) => findQuantities(text, resources.units)],
    [
      'Recognizers-Text, numbers and units',
      lines,
      (line) => models.map((model) => model(line, recognizers.Culture.Chinese)),
    ],
  ]
  print('\n## Baselines: thousand characters a second\n')
  print(
    formatTable(
      ['what', 'clean'],
      rows.map(([label, pieces, run]) => {
        const milliseconds = shortestRun(() => pieces.forEach((piece) => void run(piece)), limits)
        return [label, formatSpeed(lengthOf(pieces), milliseconds)]
      }),
    ),
  )
}

async function printAgainst(revision: string): Promise<void> {
  const { now, before } = await measureAgainst({
    revision,
    turns: Number(options.turns),
    characters: shortSize,
    data: options.data,
  })
  print(`\n## Against ${revision}\n`)
  const header = ['kind', 'thousand characters a second', 'times as fast', 'repair', 'queries a character']
  print(formatTable(header, rowsAgainst(now, before)))
}

if (options.against !== undefined) {
  await printAgainst(options.against)
  process.exit()
}

const start = processorTime()
const resources = await loadResources()
const loading = processorTime() - start
const texts = readBenchTexts(options.data)
print(`Node ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}.`)
print(`Resources loaded in ${Math.round(loading)} ms of processor time.`)
printStages(texts, resources)
printBaselines(texts, resources)
await printReaders()
printLinearity('clean', texts.clean, resources)
printLinearity('spun', texts.spun, resources)
printMemory()
if (options.publish) {
  const head =
    '# Benchmark\n\nMade by `npm run bench -- --publish`. Times are processor time of one process. Machines differ, and ' +
    'one that is busy is slower: quote ratios.\n\n'
  writeFileSync(join(root, 'docs', 'benchmark.md'), `${head}${output.join('\n')}\n`)
}
