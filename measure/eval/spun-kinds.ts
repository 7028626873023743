/**
 * How well swaps are restored in documents of every kind, and whether such a document is seen to be spun. Only swaps
 * count, against the gold's exact spans; what a refused document holds is missed.
 */
import type { Correction } from '../../src/model/correction.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { replaceAlways, replaceMarkers } from './baselines.js'
import type { StatedConfidence } from './calibration.js'
import { confidencesOf } from './calibration.js'
import { hanOf, perThousand, sum } from './clean-kinds.js'
import type { WithParagraph } from './made-sets.js'
import type { Seen } from './read-and-repair.js'
import { byKind, tally } from './read-and-repair.js'
import type { PredictedEdit, Region, Score } from './score-repair.js'
import { addRegions, emptyScore, findRegions, precisionOf, recallOf } from './score-repair.js'
import { isHeldBack } from './sets.js'
import { formatTable, percent } from './table.js'

const swapsOf = ({ made }: Seen) => made?.corrections.filter(({ kind }) => kind === 'swap') ?? []
export const appliedSwaps = (seen: Seen) => swapsOf(seen).filter(({ status }) => status === 'applied')

const regionsOf = ({ text }: Seen, edits: readonly PredictedEdit[]) =>
  findRegions(text.text, edits, text.gold)

function scoreOf(seen: readonly Seen[], predict: (one: Seen) => readonly PredictedEdit[]): Score {
  const score = emptyScore()
  for (const one of seen) addRegions(score, regionsOf(one, predict(one)))
  return score
}

const both = (score: Score) => `${percent(precisionOf(score))} / ${percent(recallOf(score))}`

export const isFound = ({ made }: Seen) =>
  made?.spin.verdict === 'spun' || made?.spin.verdict === 'partly-spun'

/** Precision and recall of the swaps that are applied. */
export const scoreOfSwaps = (seen: readonly Seen[]) => both(scoreOf(seen, appliedSwaps))

const countOf = (seen: readonly Seen[]) => [
  String(seen.length),
  String(seen.filter(({ made }) => made === null).length),
  String(seen.filter(isFound).length),
]

const countColumns = ['documents', 'refused', 'found spun']
const scoreColumns = ['P / R', 'P / R, even', 'with suggestions', 'dictionary P / R', 'markers P / R']

function scoresOf(seen: readonly Seen[], resources: Resources): string[] {
  const heldBack = seen.filter(({ text }) => isHeldBack(text))
  return [
    scoreOfSwaps(seen),
    heldBack.length === 0 ? '' : scoreOfSwaps(heldBack),
    both(scoreOf(seen, swapsOf)),
    both(scoreOf(seen, ({ text }) => replaceAlways(text.text, resources))),
    both(scoreOf(seen, ({ text }) => replaceMarkers(text.text, resources))),
  ]
}

/** A row a set and kind: documents found and refused, precision and recall, baselines. */
export function formatSpun(sets: ReadonlyMap<string, readonly Seen[]>, resources: Resources): string {
  const rows = [...sets].flatMap(([set, seen]) =>
    [...byKind(seen)].map(([kind, group]) => [
      set,
      kind,
      ...countOf(group),
      tally(group.flatMap(({ made }) => (made === null ? [] : [made.spin.verdict]))),
      ...scoresOf(group, resources),
    ]),
  )
  return formatTable(['set', 'kind', ...countColumns, 'verdicts', ...scoreColumns], rows)
}

/** A document's applied edits outside of the paragraph that was put in, and inside of it. */
function split({ text, made }: Seen<WithParagraph>): { outside: Correction[]; inside: Correction[] } {
  const edits = (made?.corrections ?? []).filter(({ status }) => status === 'applied')
  const isInside = ({ start, end }: Correction) => start >= text.inside.start && end <= text.inside.end
  return { outside: edits.filter((edit) => !isInside(edit)), inside: edits.filter(isInside) }
}

/** A row a kind: changes outside of the spun paragraph, precision and recall inside of it. */
export function formatParagraphs(seen: readonly Seen<WithParagraph>[]): string {
  const rows = [...byKind(seen)].map(([kind, group]) => {
    const outside = group.flatMap((one) => split(one).outside)
    const han = sum(
      group.map(({ text }) => hanOf(text.text) - hanOf(text.text.slice(text.inside.start, text.inside.end))),
    )
    const inside = scoreOf(group, (one) =>
      split(one as Seen<WithParagraph>).inside.filter(({ kind: edited }) => edited === 'swap'),
    )
    const count = (wanted: boolean) => outside.filter((edit) => (edit.kind === 'swap') === wanted).length
    return [
      kind,
      ...countOf(group),
      perThousand(count(true), han),
      perThousand(count(false), han),
      both(inside),
    ]
  })
  return formatTable(
    ['kind', ...countColumns, 'swaps outside (per 1,000)', 'other changes outside', 'P / R inside'],
    rows,
  )
}

/** The confidences of all swaps, applied and suggested. */
export function statedConfidences(seen: readonly Seen[]): StatedConfidence[] {
  return seen.flatMap((one) => {
    const regions: Region[] = regionsOf(one, swapsOf(one))
    return confidencesOf(regions, isHeldBack(one.text))
  })
}
