/**
 * `npm run eval:review -- --data DIR`: what a set gains where a person decides on some of its places. Documents of one
 * source are spun by a tool that nobody knows; simulated reviewers decide on the first places of the queue of the
 * workbench, one of them erring in one of twenty; then all is weighed again. Scored is the rest: what nobody decided on.
 */
import { parseArgs } from 'node:util'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision } from '../../src/decisions/decision.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { resourcesTaughtBy } from '../../src/pipeline/weighed.js'
import { inTurn, queueOf } from '../../src/review/record-index.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { seededRandom } from '../../tests/support/random.js'
import { spinByOneHybridTool } from './hybrid-tool.js'
import { spinByOneOpenTool } from './open-tool.js'
import { sourceOf } from './repair.js'
import type { Score } from './score-repair.js'
import { addRegions, emptyScore, findRegions, precisionOf, recallOf } from './score-repair.js'
import type { EvaluationText } from './sets.js'
import { readSet } from './sets.js'
import { formatTable, percent } from './table.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    decisions: { type: 'string', default: '50' },
    documents: { type: 'string', default: '20' },
    seeds: { type: 'string', default: '1' },
  },
})
const { data } = options
if (data === undefined) {
  throw new Error('usage: npm run eval:review -- --data DIR [--decisions N] [--documents N] [--seeds A,B]')
}

/** How often a reviewer says the contrary of what is right. */
const reviewers = [
  ['who never errs', 0],
  ['who errs in one of twenty', 0.05],
] as const
/** Shorter documents hold too few words. */
const shortest = 600

interface Place {
  readonly document: number
  readonly start: number
  readonly end: number
  readonly replacement: string
}

/** How the source was made: what it is called, the folder of its clean texts, what spins them. */
const sources = [
  ['reports, own list', 'clean', spinByOneOpenTool],
  ['reports, changed list', 'clean', spinByOneHybridTool],
  ['other kinds, own list', 'wild-clean', spinByOneOpenTool],
  ['other kinds, changed list', 'wild-clean', spinByOneHybridTool],
] as const

function readAll(texts: readonly EvaluationText[], resources: Resources): DocumentRecord[] {
  return texts.map(({ text, name }) =>
    toRecord(runStages({ ...sourceOf(text), id: name }, { resources, until: 'extract' })),
  )
}

/** The first places of the queue. */
function firstPlaces(records: readonly DocumentRecord[]): Place[] {
  return inTurn(records.flatMap(queueOf))
    .slice(0, Number(options.decisions))
    .map(({ document, at }) => {
      const { start, end, replacement } = records[document]!.corrections[at]!
      return { document, start, end, replacement }
    })
}

/** What a reviewer says of a place: what stood there, or that the source is right; who errs says yes for no. */
function decide(text: EvaluationText, place: Place, errs: boolean, number: number): Decision {
  const gold = text.gold.find(({ start, end }) => start === place.start && end === place.end)?.gold
  const isRight = gold === place.replacement
  const common = {
    number,
    at: '2024-01-01T00:00:00.000Z',
    by: 'simulated',
    document: text.name,
    anchor: anchorAt(text.text, place.start, place.end),
    scope: 'place',
  } as const
  if (!isRight && !errs && gold !== undefined) return { ...common, kind: 'own', replacement: gold }
  return { ...common, kind: isRight === errs ? 'reject' : 'accept', replacement: place.replacement }
}

/** Applied swaps of the places that nobody decided on. */
function scoreRest(
  texts: readonly EvaluationText[],
  records: readonly DocumentRecord[],
  decided: readonly Place[],
): Score {
  const score = emptyScore()
  records.forEach(({ corrections }, document) => {
    const { text, gold } = texts[document]!
    const own = decided.filter((place) => place.document === document)
    const isOpen = ({ start, end }: { readonly start: number; readonly end: number }) =>
      !own.some((place) => start < place.end && place.start < end)
    const applied = corrections.filter((one) => one.status === 'applied' && isOpen(one))
    addRegions(score, findRegions(text, applied, gold.filter(isOpen)))
  })
  return score
}

/** Swaps applied in clean documents of the same source: the tool did not touch these. */
function harmIn(clean: readonly EvaluationText[], resources: Resources): number {
  const applied = readAll(clean, resources).flatMap(({ corrections }) =>
    corrections.filter(({ kind, status }) => kind === 'swap' && status === 'applied'),
  )
  return applied.length
}

function rowsOf(
  name: string,
  texts: readonly EvaluationText[],
  clean: readonly EvaluationText[],
  seed: number,
): string[][] {
  const before = readAll(texts, resources)
  const decided = firstPlaces(before)
  const row = (label: string, score: Score, read: Resources) => [
    name,
    String(seed),
    label,
    percent(precisionOf(score)),
    percent(recallOf(score)),
    String(harmIn(clean, read)),
  ]
  const after = reviewers.map(([label, errors]) => {
    const random = seededRandom(seed)
    const decisions = decided.map((place, at) =>
      decide(texts[place.document]!, place, random() < errors, at + 1),
    )
    const taught = resourcesTaughtBy([{ by: 'simulated', decisions }], resources)
    return row(`after a reviewer ${label}`, scoreRest(texts, readAll(texts, taught), decided), taught)
  })
  return [row('before', scoreRest(texts, before, decided), resources), ...after]
}

const count = Number(options.documents)
const resources = await loadResources()
const rows = options.seeds.split(',').flatMap((seed) =>
  sources.flatMap(([name, folder, spin]) => {
    const long = readSet(data, folder).filter(({ text }) => text.length >= shortest)
    const [spun, clean] = [long.slice(0, count), long.slice(count, 2 * count)]
    return rowsOf(name, spin(spun, resources.lexicon, Number(seed)), clean, Number(seed))
  }),
)
const heads = ['precision', 'recall', 'swaps in as many clean ones']
console.log(formatTable([`${count} documents`, 'seed', `${options.decisions} places`, ...heads], rows))
