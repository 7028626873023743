/**
 * `npm run bench`: how fast each stage is, as a table with baselines beside ours. Texts are made from the project's own
 * reports, repeated; `--data DIR` takes the texts in DIR/spun-known and DIR/clean. `--publish` writes docs/benchmark.md.
 * Figures are medians of several runs in one process on one core; quote ratios, for machines differ and are noisy.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as recognizers from '@microsoft/recognizers-text-suite'
import nodejieba from 'nodejieba'
import { findQuantities } from '../src/extract/quantities.js'
import type { Resources } from '../src/pipeline/resources.js'
import { loadResources } from '../src/pipeline/resources.js'
import type { StageName } from '../src/pipeline/stages.js'
import { runStages, stages } from '../src/pipeline/stages.js'
import { sourceOf } from './eval/repair.js'
import { formatTable } from './eval/table.js'
import { root } from './tables.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    publish: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
  },
})

/** Characters a text is repeated to, at least. */
const size = 200_000
const runs = Number(options.runs)
const output: string[] = []

function print(text: string): void {
  console.log(text)
  output.push(text)
}

function readTexts(kind: 'clean' | 'damaged'): string[] {
  if (options.data !== undefined) {
    const folder = join(options.data, kind === 'clean' ? 'clean' : 'spun-known')
    return readdirSync(folder)
      .filter((name) => name.endsWith('.txt') && !name.endsWith('.orig.txt'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
  }
  const reports = join(root, 'corpus', 'reports')
  return readdirSync(reports)
    .map((id) => join(reports, id, `${kind}.txt`))
    .filter(existsSync)
    .map((path) => readFileSync(path, 'utf8'))
}

/** Copies of the texts, about as many characters as asked. Each text is a document of its own. */
function fill(texts: readonly string[]): string[] {
  const filled: string[] = []
  for (let characters = 0, index = 0; characters < size; index++) {
    const text = texts[index % texts.length]!
    filled.push(text)
    characters += text.length
  }
  return filled
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

/** Thousands of characters a second, the median of some runs after one to warm up. */
function speedOf(texts: readonly string[], run: (text: string) => void): number {
  const milliseconds: number[] = []
  for (let turn = 0; turn <= runs; turn++) {
    const start = performance.now()
    for (const text of texts) run(text)
    if (turn > 0) milliseconds.push(performance.now() - start)
  }
  return lengthOf(texts) / median(milliseconds)
}

/** Thousands of characters a second of every stage. */
function stageSpeeds(texts: readonly string[], resources: Resources): Map<string, number> {
  const totals = new Map<StageName, number[]>()
  const whole: number[] = []
  for (let turn = 0; turn <= runs; turn++) {
    const sums = new Map<StageName, number>()
    const start = performance.now()
    for (const text of texts) {
      runStages(sourceOf(text), {
        resources,
        onTiming: (stage, milliseconds) => sums.set(stage, (sums.get(stage) ?? 0) + milliseconds),
      })
    }
    if (turn === 0) continue
    whole.push(performance.now() - start)
    for (const [stage, sum] of sums) totals.set(stage, [...(totals.get(stage) ?? []), sum])
  }
  const characters = lengthOf(texts)
  const speeds = new Map<string, number>()
  for (const stage of stages) {
    const sums = totals.get(stage)
    if (sums !== undefined) speeds.set(stage, characters / median(sums))
  }
  return speeds.set('all stages', characters / median(whole))
}

const thousand = (speed: number | undefined) => (speed === undefined ? '' : String(Math.round(speed)))

function printStages(clean: readonly string[], spun: readonly string[], resources: Resources): void {
  const onClean = stageSpeeds(clean, resources)
  const onSpun = stageSpeeds(spun, resources)
  print('\n## Stages: thousand characters a second, one core\n')
  print(
    formatTable(
      ['stage', 'clean text', 'spun text'],
      [...onSpun.keys()].map((stage) => [stage, thousand(onClean.get(stage)), thousand(onSpun.get(stage))]),
    ),
  )
}

function printBaselines(clean: readonly string[], resources: Resources): void {
  const lines = clean.slice(0, 12).flatMap((text) => text.split('\n'))
  const rows = [
    ['nodejieba.cut alone', speedOf(clean, (text) => nodejieba.cut(text, true))],
    ['nodejieba.tag alone', speedOf(clean, (text) => nodejieba.tag(text))],
    ['findQuantities', speedOf(clean, (text) => findQuantities(text, resources.units))],
    [
      'Recognizers-Text, numbers and units',
      speedOf(lines, (line) => {
        recognizers.recognizeNumber(line, recognizers.Culture.Chinese)
        recognizers.recognizeDimension(line, recognizers.Culture.Chinese)
        recognizers.recognizeCurrency(line, recognizers.Culture.Chinese)
        recognizers.recognizePercentage(line, recognizers.Culture.Chinese)
      }),
    ],
  ] as const
  print('\n## Baselines: thousand characters a second\n')
  print(
    formatTable(
      ['what', 'speed'],
      rows.map(([label, speed]) => [label, thousand(speed)]),
    ),
  )
}

/** Whether cost grows with length alone: a text, four of it, and four of it on one line. */
function printLinearity(spun: readonly string[], resources: Resources): void {
  const text = spun.slice(0, 12).join('\n')
  const rows = [
    ['once', text],
    ['four times', `${text}\n`.repeat(4)],
    ['four times, on one line', `${text}\n`.repeat(4).replace(/\s+/g, '')],
  ].map(([label, piece]) => [
    label!,
    String(piece!.length),
    thousand(speedOf([piece!], (one) => runStages(sourceOf(one), { resources }))),
  ])
  print('\n## Linearity: all stages on spun text\n')
  print(formatTable(['text', 'characters', 'thousand characters a second'], rows))
}

const start = performance.now()
const resources = await loadResources()
const loading = performance.now() - start
const clean = fill(readTexts('clean'))
const spun = fill(readTexts('damaged'))
print(
  `Resources loaded in ${Math.round(loading)} ms. Clean: ${lengthOf(clean)} characters, spun: ${lengthOf(spun)}.`,
)
printStages(clean, spun, resources)
printBaselines(clean, resources)
printLinearity(spun, resources)
print(
  `\nPeak memory of the process: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, nodejieba included.`,
)
if (options.publish) {
  const head = '# Benchmark\n\nMade by `npm run bench -- --publish`. Machines differ: quote ratios.\n\n'
  writeFileSync(join(root, 'docs', 'benchmark.md'), `${head}${output.join('\n')}\n`)
}
