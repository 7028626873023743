/**
 * Fits what is asked of a swap beside its confidence. What is worth most: swaps found, less what wrong ones cost their
 * reader. Sets count alike, whatever their size. No clean text may be changed, and nothing outside of the one spun
 * paragraph of a clean document: one such change costs more than all that could be found.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import { defaultApplyFrom } from '../../src/repair/decide/decide.js'
import type { Detection, RepairParameters } from '../../src/resources/repair-parameters.js'
import type { WithParagraph } from '../eval/made-sets.js'
import type { Region } from '../eval/score-repair.js'
import { findRegions } from '../eval/score-repair.js'
import type { EvaluationText, GoldEdit } from '../eval/sets.js'
import type { FittingSets } from './confidences.js'
import type { Choice } from './grid.js'
import { searchGrid } from './grid.js'
import type { RecordedSwap, RecordedText } from './recorded-swaps.js'
import { decideAgain, recordSwaps } from './recorded-swaps.js'

/**
 * Right swaps that one wrong one costs: to be applied, a swap must be right in four of five; one that turns the meaning
 * around, so that it is seen by nobody, in nineteen of twenty.
 */
const costOfWrong = 4
const costOfAntonym = 19
/** More than all sets together are worth. */
const costOfHarm = 100
/** What a looser value must earn, of all that the sets are worth: less is chance. */
const leastGain = 0.0002

/** The values that are tried, the strictest first. */
const grid = {
  foreign: [0.95, 0.9, 0.85, 0.8, 0.75, 0.7],
  single: [2, 0.98, 0.96, 0.94, 0.9],
  antonym: [0.98, 0.95, 0.9, 0.85, 0.8, 0.7],
  // The context must speak for a swap that turns the meaning around.
  contextHome: [4, 2, 1, 0.5],
  contextForeign: [6, 4, 2, 1, 0.5],
  contextTogether: [120, 80, 40, 20, 10],
  unattested: [0.98, 0.95, 0.9, 0.85, 0.8, 0.75],
  repeated: [3, 2, 1.5, 1, 0.7],
  loneSpun: [0.98, 0.95, 0.9, 0.8, 0.7, 0.5],
  loneByForms: [0.8, 0.5, 0.35, 0.2, 0.1, 0.05],
  homeFit: [-3, -3.5, -4, -4.5, -5],
}
type Name = keyof typeof grid

const together: readonly Name[][] = [
  ['loneSpun', 'loneByForms'],
  ['homeFit', 'foreign'],
]

type Fitted = Pick<RepairParameters, 'decision'> & Pick<Detection, 'homeFit'>

function parametersOf(choice: Choice<Name>): Fitted {
  return {
    homeFit: choice.homeFit,
    decision: {
      foreign: choice.foreign,
      single: choice.single,
      antonym: choice.antonym,
      antonymContext: {
        home: choice.contextHome,
        foreign: choice.contextForeign,
        together: choice.contextTogether,
      },
      unattested: choice.unattested,
      repeated: choice.repeated,
      lone: { spun: choice.loneSpun, byForms: choice.loneByForms },
    },
  }
}

/** Whether a place was not spun: in a clean document, or outside of the one spun paragraph of such a document. */
function isHarm({ gold, inside }: EvaluationText & Partial<WithParagraph>, { start, end }: Region): boolean {
  if (inside !== undefined) return start < inside.start || end > inside.end
  return gold.length === 0
}

/** A part of a text that is decided by itself: no edit of it touches one of another part. */
interface Part extends RecordedText {
  readonly gold: readonly GoldEdit[]
}

function costOf({ traits }: RecordedSwap): number {
  return traits.includes('antonym') ? costOfAntonym : costOfWrong
}

/** What applied swaps come to. */
interface Tally {
  /** Regions that were swapped. */
  wanted: number
  /** What was found there, less what wrong swaps cost. */
  worth: number
  /** Changes where nothing was swapped. */
  harm: number
}

/** Adds what is applied under some parameters. */
function addParts(tally: Tally, parts: readonly Part[], { decision, homeFit }: Fitted): void {
  for (const part of parts) {
    const { text, gold } = part
    const applied = decideAgain(part, decision, defaultApplyFrom, homeFit)
    for (const region of findRegions(text.text, applied, gold)) {
      if (region.gold.length > 0) tally.wanted++
      if (region.predicted.length === 0) continue
      const swaps = region.predicted as readonly RecordedSwap[]
      if (isHarm(text, region)) tally.harm++
      else if (region.right) tally.worth++
      else tally.worth -= Math.max(...swaps.map(costOf))
    }
  }
}

/** A set with what it comes to where nothing that is fitted decides, and the parts where something does. */
interface OpenSet {
  readonly settled: Tally
  readonly open: readonly Part[]
}

/** The corners of the grid: what is decided alike in all of them is decided alike everywhere. */
function corners(): Fitted[] {
  const at = (pick: (values: readonly number[]) => number) =>
    Object.fromEntries(Object.entries(grid).map(([name, values]) => [name, pick(values)])) as Choice<Name>
  const strict = at((values) => values[0]!)
  const loose = at((values) => values.at(-1)!)
  return [strict, loose, { ...strict, homeFit: loose.homeFit }, { ...loose, homeFit: strict.homeFit }].map(
    parametersOf,
  )
}

function openSet(recorded: readonly RecordedText[]): OpenSet {
  const probes = corners()
  const open: Part[] = []
  const settled: Tally = { wanted: 0, worth: 0, harm: 0 }
  for (const one of recorded) {
    const wanted = one.text.gold.filter(({ kind }) => kind === 'swap')
    const statuses = probes.map(
      ({ decision, homeFit }) => new Set(decideAgain(one, decision, defaultApplyFrom, homeFit)),
    )
    const isOpen = (swap: RecordedSwap) =>
      statuses.some((status) => status.has(swap) !== statuses[0]!.has(swap))
    for (const { predicted, gold } of findRegions(one.text.text, one.swaps, wanted)) {
      const swaps = predicted as readonly RecordedSwap[]
      const part: Part = { ...one, swaps, gold }
      if (swaps.some(isOpen)) open.push(part)
      else addParts(settled, [part], probes[0]!)
    }
  }
  return { settled, open }
}

/** What a set is worth under some parameters: at most 1. */
function worthOf({ settled, open }: OpenSet, fitted: Fitted): number {
  const tally = { ...settled }
  addParts(tally, open, fitted)
  return tally.worth / Math.max(1, tally.wanted) - costOfHarm * tally.harm
}

/** What is asked of a swap, so that most is found at the least harm. */
export function fitDecision(sets: FittingSets, resourcesOf: (set: string) => Resources): Fitted {
  return searchDecision(
    [...sets].map(([name, texts]) => texts.map((text) => recordSwaps(text, resourcesOf(name)))),
  )
}

/** The same, of sets that are recorded. */
export function searchDecision(recorded: readonly (readonly RecordedText[])[]): Fitted {
  const sets = recorded.map(openSet)
  const sumOf = (fitted: Fitted) => sets.reduce((sum, set) => sum + worthOf(set, fitted), 0)
  return parametersOf(
    searchGrid(grid, (choice) => sumOf(parametersOf(choice)), leastGain * sets.length, together),
  )
}
