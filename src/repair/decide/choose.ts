/**
 * From the edits that the decoder weighed to swaps: of those that overlap the likeliest one, with calibrated
 * confidence, the alternatives beside it and the evidence for it. Offsets are those of the text that was decoded.
 * Invariant: swaps are sorted and disjoint.
 */
import type { Alternative, CorrectionTrait, Evidence } from '../../model/correction.js'
import type { Pair } from '../../model/pair.js'
import type { TaughtPair } from '../../model/taught.js'
import { longestMatch } from '../../model/trie.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import type { Restored } from '../restore.js'
import type { PairTable } from '../tool/pair-table.js'
import { pairOf, standardWord } from '../tool/pair-table.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import { mixed } from '../tool/tool-prior.js'
import { standsBesideIn } from './both-sides.js'
import { calibrationBy, weighedIn } from './calibration.js'
import { likeliestEdits, registerFits } from './features.js'
import { strangerIn } from './known-tool.js'
import { loneSwapsIn } from './lone-swaps.js'
import { breaksWord } from './longer-words.js'
import { leastSure, othersIn, surestEdits } from './surest.js'
import { taughtIn, withDecisions } from './taught.js'

export interface Swap {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly confidence: number
  readonly traits: readonly CorrectionTrait[]
  readonly alternatives: readonly Alternative[]
  readonly evidence: readonly Evidence[]
}

/** Below this confidence nothing is even suggested. */
const leastSuggested = 0.3
const mostAlternatives = 4

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}

/** Traits that follow from what the pair is. */
function pairTraits({ lexicon }: PairTable, number: number, pair: Pair): CorrectionTrait[] {
  switch (pair.origin) {
    case 'proposed':
      return ['unlisted']
    case 'listed':
      return [
        ...(pair.kind === 'antonym' ? (['antonym'] as const) : []),
        ...(isKeyOf(lexicon, lexicon.pairSpun[number]!, lexicon.pairStandard[number]!)
          ? (['two-way'] as const)
          : []),
      ]
  }
}

function traitsOf(table: PairTable, pair: Pair, text: string, edit: DecodedEdit): CorrectionTrait[] {
  const traits = pairTraits(table, edit.pair, pair)
  if (crossesWord(table, text, edit)) traits.push('boundary')
  if (isQuotedTitle(text, edit.start, edit.end)) traits.push('title')
  return traits
}

/** Whether the pair stands the other way round too. */
function isKeyOf(lexicon: Lexicon, standard: number, spun: number): boolean {
  for (
    let index = lexicon.standardStarts[standard]!;
    index < lexicon.standardStarts[standard + 1]!;
    index++
  ) {
    if (lexicon.pairSpun[lexicon.standardPairs[index]!] === spun) return true
  }
  return false
}

/** Longest title looked at: a search of the whole text for every swap would be quadratic. */
const titleReach = 40

/** Whether the repaired word shares a border with a word around it: 学校订 holds 学校 and 校对. */
function crossesWord(table: PairTable, text: string, edit: DecodedEdit): boolean {
  const { lexicon } = table
  const word = standardWord(table, edit.pair)
  const isForm = (piece: string) => piece.length === 2 && longestMatch(lexicon.trie, piece, 0)?.end === 2
  return (
    isForm(text.slice(edit.start - 1, edit.start) + word[0]!) ||
    isForm(word.at(-1)! + text.slice(edit.end, edit.end + 1))
  )
}

/** Whether a span lies between 《 and 》. */
function isQuotedTitle(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - titleReach), start)
  if (before.lastIndexOf('《') <= before.lastIndexOf('》')) return false
  return text.slice(end, end + titleReach).includes('》')
}

/** What the pair itself says, and how likely it is before its context is read, in nats. */
function pairEvidence(pair: Pair, value: number): Evidence {
  switch (pair.origin) {
    case 'proposed':
      return { kind: pair.source, code: 'proposed', value }
    case 'listed':
      return { kind: 'pair', code: `${pair.table}:${pair.evidence.join(',')}`, value }
  }
}

/** Log-probability of a pair before its context is read, in nats. */
export function logPrior({ prior, families }: ToolPosterior, pair: number): number {
  return Math.log(mixed(prior.pairs, pair, families))
}

/** What the place of an edit says beside the decoder. */
interface Surroundings {
  /** Fit of the repaired text, where no language model knows its register. */
  readonly foreign: number | undefined
  /** What people decided on its pair. */
  readonly decided: TaughtPair | undefined
  /** What all places of its pair gain together, in nats, where that is asked. */
  readonly together: number | undefined
  /** Whether the swap breaks a longer word. */
  readonly breaksWord: boolean
  /** Whether it is the only one of a doubtful passage. */
  readonly isLone: boolean
  /** Whether no tool is known to have the pair, and the document's tool is known. */
  readonly isStranger: boolean
  /** Whether the pair is a two-way one of which the passage holds the other side as well. */
  readonly hasBothSides: boolean
}

function evidenceFor(tool: ToolPosterior, pair: Pair, edit: DecodedEdit, around: Surroundings): Evidence[] {
  const before = logPrior(tool, edit.pair)
  const bounded = Math.min(1 - 1e-6, edit.probability)
  const context = Math.log(bounded / (1 - bounded)) - before
  const evidence: Evidence[] = [
    pairEvidence(pair, rounded(before)),
    { kind: 'context', code: 'language-model', value: rounded(context) },
  ]
  const accepted = around.decided?.accepted.length ?? 0
  const rejected = around.decided?.rejected.length ?? 0
  if (accepted + rejected > 0) {
    evidence.push({ kind: 'document', code: 'decided-elsewhere', value: accepted - rejected })
  }
  const others = tool.used[edit.pair]! - accepted - edit.probability
  if (others >= 0.5 && !tool.firstOnly)
    evidence.push({ kind: 'document', code: 'same-swap-elsewhere', value: rounded(others) })
  if (around.together !== undefined && around.together > 0)
    evidence.push({ kind: 'document', code: 'places-together', value: rounded(around.together) })
  if (around.foreign !== undefined)
    evidence.push({ kind: 'context', code: 'foreign-register', value: rounded(around.foreign) })
  if (around.hasBothSides && context < 0) evidence.push({ kind: 'context', code: 'both-sides', value: 0 })
  if (around.isLone) evidence.push({ kind: 'context', code: 'lone-swap', value: 0 })
  if (around.isStranger) evidence.push({ kind: 'document', code: 'known-tool', value: 0 })
  if (around.breaksWord) evidence.push({ kind: 'context', code: 'longer-word', value: 0 })
  return evidence
}

/** The swaps that a decoded text calls for. */
export function chooseSwaps(text: string, restored: Restored): Swap[] {
  const { tool, edits } = restored.decoded
  if (edits.length === 0) return []
  const { table } = tool
  const fitAt = registerFits(text, restored)
  const likeliest = likeliestEdits(edits)
  const taughtOf = taughtIn(restored)
  const weigh = weighedIn(text, restored, fitAt, likeliest)
  const calibrate = withDecisions(text, calibrationBy(weigh, tool.parameters), taughtOf)
  const { homeFit } = tool.parameters.detection
  const foreignAt = (offset: number) => (fitAt(offset) < homeFit ? fitAt(offset) : undefined)
  const othersOf = othersIn(likeliest, edits)
  const confidences = surestEdits(likeliest, othersOf, calibrate)
  const chosen = [...confidences.keys()]
  const sure = chosen.filter((edit) => confidences.get(edit)! >= leastSure)
  const isLone = loneSwapsIn(text, restored, sure)
  const isStranger = strangerIn(sure, table)
  const standsBeside = standsBesideIn(text, restored.decoded.passages, chosen)
  return chosen.flatMap((edit): Swap[] => {
    const confidence = confidences.get(edit)!
    if (confidence < leastSuggested) return []
    const pair = pairOf(table, edit.pair)
    const traits = traitsOf(table, pair, text, edit)
    return [
      {
        start: edit.start,
        end: edit.end,
        replacement: pair.standard,
        confidence: rounded(confidence),
        traits,
        alternatives: othersOf(edit)
          .sort((a, b) => b.probability - a.probability || a.pair - b.pair)
          .slice(0, mostAlternatives)
          .map((other) => ({
            text: standardWord(table, other.pair),
            confidence: rounded(calibrate(other)),
          })),
        evidence: evidenceFor(tool, pair, edit, {
          foreign: foreignAt(edit.start),
          isLone: isLone(edit),
          isStranger: isStranger(edit),
          hasBothSides: traits.includes('two-way') && standsBeside(edit, pair.standard),
          decided: taughtOf(edit),
          together: traits.includes('antonym') ? weigh(edit).circumstances.gainSum : undefined,
          breaksWord: breaksWord(restored.candidates.isWord, text, edit, pair.standard),
        }),
      },
    ]
  })
}
