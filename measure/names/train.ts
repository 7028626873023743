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
import { confidenceAt, loadTails, trustOf } from '../../src/resources/naming.js'
import type { Tails } from '../../src/resources/tails.js'
import { corpusPath } from '../../src/resources/tsv.js'
import { formatTable } from '../eval/table.js'
import type { BoostingOptions } from '../fit/boosting.js'
import { growForest, oneOfEach, yesOrNo } from '../fit/boosting.js'
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
/** Fewer and smaller ones say how far a choice is to be trusted. */
const trustGrowth: BoostingOptions = {
  trees: 80,
  leaves: 8,
  rate: 0.08,
  leastSamples: 30,
  ridge: 5,
  sampled: 0.8,
  seen: 0.4,
}
/** Those that are trusted most are one group, as long as so many of it are right. */
const leastTop = 0.9
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

function untrained(tails: Tails): Naming {
  return { tails, forest: { trees: [] }, trust: { trees: [] }, confidences: [[0, 0]] }
}

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
    const choose = chooserOf({ ...untrained(tails), forest })
    return texts.filter((text) => text.kind === kind).flatMap((text) => outcomesOf(text, resources, choose))
  })
}

function growTrust(outcomes: readonly Outcome[]): Forest {
  const answers = outcomes.map(({ evidence, right }) => ({ features: evidence, right, weight: 1 }))
  return growForest(answers, new Float64Array(answers.length), yesOrNo(answers), trustGrowth)
}

interface Trusted {
  readonly likely: number
  readonly right: boolean
}

/** How far each choice is trusted by trees that saw none of its kind. */
function trustUnseen(outcomes: readonly Outcome[]): Trusted[] {
  return [...new Set(outcomes.map(({ kind }) => kind))].flatMap((kind) => {
    const trust = growTrust(outcomes.filter((one) => one.kind !== kind))
    return outcomes
      .filter((one) => one.kind === kind)
      .map(({ evidence, right }) => ({ likely: trustOf(trust, evidence), right }))
  })
}

/** What choices that are trusted so far are worth, never falling: neighbours that would fall are taken together. */
function confidencesOf(trusted: readonly Trusted[]): Naming['confidences'] {
  const sorted = [...trusted].sort((one, two) => one.likely - two.likely)
  const points: Point[] = []
  for (let from = 0; from < sorted.length; from += choicesOfPoint) {
    const own = sorted.slice(from, from + choicesOfPoint)
    points.push({
      from: own[0]!.likely,
      likely: own.reduce((sum, { likely }) => sum + likely, 0),
      right: own.filter(({ right }) => right).length,
      count: own.length,
    })
    while (points.length > 1 && rate(points.at(-1)!) < rate(points.at(-2)!)) joinLast(points)
  }
  while (points.length > 1 && rate(joined(points.at(-2)!, points.at(-1)!)) >= leastTop) joinLast(points)
  return points.map((point, order) => {
    const isTop = order > 0 && order === points.length - 1
    const likely = isTop ? point.from : point.likely / point.count
    return [Number(likely.toFixed(4)), Number(rate(point).toFixed(3))]
  })
}

interface Point {
  /** The least trust in it, and the sum of all. */
  readonly from: number
  readonly likely: number
  readonly right: number
  readonly count: number
}

function joined(one: Point, two: Point): Point {
  return {
    from: one.from,
    likely: one.likely + two.likely,
    right: one.right + two.right,
    count: one.count + two.count,
  }
}

function joinLast(points: Point[]): void {
  const last = points.pop()!
  points.push(joined(points.pop()!, last))
}

function rate({ right, count }: Point): number {
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

/** How many choices say 0.9 or more, how many of these are right, and how far off the confidences are on the whole. */
function printTrust(trusted: readonly Trusted[], confidences: Naming['confidences']): void {
  const all = trusted.map(({ likely, right }) => ({ sure: confidenceAt(confidences, likely), right }))
  const sure = all.filter((one) => one.sure >= leastTop)
  const right = sure.filter((one) => one.right).length
  let off = 0
  for (let tenth = 0; tenth <= 10; tenth++) {
    const own = all.filter((one) => Math.floor(one.sure * 10) === tenth)
    off += Math.abs(own.reduce((sum, one) => sum + one.sure - Number(one.right), 0))
  }
  const share = (count: number, of: number) => (count / of).toFixed(3)
  console.log(
    `${share(sure.length, all.length)} say ${leastTop} or more, ${share(right, sure.length)} of them are right; ` +
      `error of calibration ${share(off, all.length)}`,
  )
}

async function train(texts: readonly AnnotatedText[], faults: boolean): Promise<void> {
  const tails = loadTails()
  const resources = { ...(await loadResources()), naming: () => untrained(tails) }
  const choices = texts.flatMap((text) => choicesOf(text, resources))
  const outcomes = scoreUnseen(texts, choices, resources, tails)
  printScores(outcomes)
  if (faults) {
    for (const { text, wanted, chosen, possible } of outcomes.filter(({ right }) => !right))
      console.log([text, wanted, chosen, possible ? '' : 'no candidate'].join('\t'))
  }
  const trusted = trustUnseen(outcomes)
  const made = { confidences: confidencesOf(trusted), trust: growTrust(outcomes), forest: grow(choices) }
  printTrust(trusted, made.confidences)
  writeFileSync(corpusPath('naming', 'choice.json'), `${JSON.stringify(made)}\n`)
}
