/**
 * Trains the choice of names: `npm run names -- --data DIR [--only tails|choice|trust] [--faults]` counts the ends of
 * names in DIR's corpora, grows the trees on annotated texts (gold.ts) and those that say how far a choice is to be trusted
 * (trust.ts); with `trust` names are chosen as before. Prints how many are right on kinds that the trees had not seen, and
 * writes `corpus/naming`. `--faults` lists the wrong ones.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { chooserOf } from '../../src/extract/naming/choose.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'
import type { Forest } from '../../src/resources/forest.js'
import { readJson } from '../../src/resources/json.js'
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
import { curveOf, learnTrust } from './trust.js'

const growth: BoostingOptions = {
  trees: 150,
  leaves: 31,
  rate: 0.1,
  leastSamples: 20,
  ridge: 2,
  sampled: 0.8,
  seen: 0.5,
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    faults: { type: 'boolean', default: false },
  },
})
if (values.data === undefined)
  throw new Error('usage: npm run names -- --data DIR [--only tails|choice|trust] [--faults]')
if (values.only === undefined || values.only === 'tails') await countTails(values.data)
if (values.only !== 'tails') await train(readAnnotated(values.data), values.faults)

function untrained(tails: Tails): Naming {
  const nothing = { forest: { trees: [] }, confidences: [[0, 0]] as const }
  return { tails, ...nothing, trust: nothing }
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
  const resources = { ...(await loadResources()), naming: () => untrained(tails) }
  const choices = texts.filter((text) => text.teaches).flatMap((text) => choicesOf(text, resources))
  const outcomes = scoreUnseen(texts, choices, resources, tails)
  printScores(outcomes)
  if (faults) {
    for (const { text, wanted, chosen, possible } of outcomes.filter(({ right }) => !right))
      console.log([text, wanted, chosen, possible ? '' : 'no candidate'].join('\t'))
  }
  const path = corpusPath('naming', 'choice.json')
  const { confidences, forest } =
    values.only === 'trust'
      ? readJson<Omit<Naming, 'tails'>>(path)
      : { confidences: curveOf(outcomes), forest: grow(choices) }
  writeFileSync(path, `${JSON.stringify({ confidences, trust: learnTrust(outcomes), forest })}\n`)
}
