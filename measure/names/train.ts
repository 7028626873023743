/**
 * Trains the choice of names: `npm run names -- --data DIR [--only tails|choice] [--faults]` counts the ends of names in
 * DIR's corpora and grows the trees on annotated texts (gold.ts). Prints how many names are right on kinds that the trees
 * had not seen, and writes `corpus/naming`. `--faults` lists the wrong ones.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chooserOf } from '../../src/extract/naming/choose.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import type { Forest } from '../../src/resources/forest.js'
import type { Naming } from '../../src/resources/naming.js'
import { loadTails } from '../../src/resources/naming.js'
import type { Tails } from '../../src/resources/tails.js'
import { corpusPath } from '../../src/resources/tsv.js'
import { formatTable } from '../eval/table.js'
import type { BoostingOptions } from '../fit/boosting.js'
import { growForest, oneOfEach } from '../fit/boosting.js'
import type { Choice, Outcome } from './choices.js'
import { choicesOf, outcomesOf } from './choices.js'
import { type AnnotatedText, readAnnotated } from './gold.js'
import { countTails } from './tails.js'

const growth: BoostingOptions = {
  trees: 150,
  leaves: 31,
  rate: 0.1,
  leastSamples: 20,
  ridge: 2,
  sampled: 0.8,
  seen: 0.5,
}
/** Choices of one point of the curve of confidences. */
const choicesOfPoint = 250

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
})
if (values.data === undefined)
  throw new Error('usage: npm run names -- --data DIR [--only tails|choice] [--faults]')
if (values.only !== 'choice') await countTails(values.data)
if (values.only !== 'tails') await train(readAnnotated(values.data), values.faults)

function grow(choices: readonly Choice[]): Forest {
  const samples = choices.flatMap(({ features }) => features.map((own) => ({ features: own })))
  const right = choices.flatMap((choice) => choice.right)
  const groups = choices.map(({ features }) => features.length)
  return growForest(samples, new Float64Array(samples.length), oneOfEach(right, groups), growth)
}

/** Every text by trees that saw no text of its kind. */
function scoreUnseen(
  texts: readonly AnnotatedText[],
  choices: readonly Choice[],
  resources: Resources,
  tails: Tails,
): Outcome[] {
  return [...new Set(texts.map(({ kind }) => kind))].flatMap((kind) => {
    const forest = grow(choices.filter((choice) => choice.kind !== kind))
    const choose = chooserOf({ tails, forest, confidences: [[0, 0]] })
    return texts.filter((text) => text.kind === kind).flatMap((text) => outcomesOf(text, resources, choose))
  })
}

/** What choices of each likelihood are worth, never falling: neighbours that would fall are taken together. */
function confidencesOf(outcomes: readonly Outcome[]): Naming['confidences'] {
  const sorted = [...outcomes].sort((one, two) => one.likely - two.likely)
  const points: { likely: number; right: number; count: number }[] = []
  for (let from = 0; from < sorted.length; from += choicesOfPoint) {
    const own = sorted.slice(from, from + choicesOfPoint)
    points.push({
      likely: own.reduce((sum, { likely }) => sum + likely, 0),
      right: own.filter(({ right }) => right).length,
      count: own.length,
    })
    while (points.length > 1 && rate(points.at(-1)!) < rate(points.at(-2)!)) {
      const last = points.pop()!
      const before = points.pop()!
      points.push({
        likely: before.likely + last.likely,
        right: before.right + last.right,
        count: before.count + last.count,
      })
    }
  }
  return points.map((point) => [
    Number((point.likely / point.count).toFixed(4)),
    Number(rate(point).toFixed(3)),
  ])
}

function rate({ right, count }: { right: number; count: number }): number {
  return right / count
}

function printScores(outcomes: readonly Outcome[]): void {
  const share = (own: readonly Outcome[], is: (one: Outcome) => boolean) =>
    (own.filter(is).length / own.length).toFixed(3)
  const rowOf = (name: string, own: readonly Outcome[]) => [
    name,
    String(own.length),
    share(own, ({ ruled }) => ruled),
    share(own, ({ right }) => right),
    share(own, ({ possible }) => possible),
  ]
  const kinds = [...new Set(outcomes.map(({ kind }) => kind))]
  const rows = kinds.map((kind) =>
    rowOf(
      kind,
      outcomes.filter((one) => one.kind === kind),
    ),
  )
  console.log(
    formatTable(
      ['kind left out', 'names', 'by rules', 'chosen', 'among candidates'],
      [...rows, rowOf('all', outcomes)],
    ),
  )
}

async function train(texts: readonly AnnotatedText[], faults: boolean): Promise<void> {
  const tails = loadTails()
  const untrained: Naming = { tails, forest: { trees: [] }, confidences: [[0, 0]] }
  const resources = { ...(await loadResources()), naming: () => untrained }
  const choices = texts.flatMap((text) => choicesOf(text, resources))
  const outcomes = scoreUnseen(texts, choices, resources, tails)
  printScores(outcomes)
  if (faults) {
    for (const { text, wanted, chosen, possible } of outcomes.filter(({ right }) => !right))
      console.log([text, wanted, chosen, possible ? '' : 'no candidate'].join('\t'))
  }
  const made = { confidences: confidencesOf(outcomes), forest: grow(choices) }
  writeFileSync(corpusPath('naming', 'choice.json'), `${JSON.stringify(made)}\n`)
}
