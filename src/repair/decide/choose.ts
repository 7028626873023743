/**
 * From what the decoder found likely to swaps: one per place, with calibrated confidence, the alternatives beside it
 * and the evidence for it. Offsets are those of the text that was decoded.
 */
import type { Alternative, CorrectionTrait, Evidence } from '../../model/correction.js'
import { longestMatch } from '../../model/trie.js'
import type { Lexicon } from '../../resources/lexicon.js'
import type { ToolPosterior } from '../tool/tool-posterior.js'
import { calibrate } from './calibration.js'
import type { Decoded } from '../decode/decode.js'
import type { DecodedEdit } from '../decode/merged-edits.js'
import { mixed } from '../tool/tool-prior.js'

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

/** The likeliest edits that do not overlap, in order. */
function chooseEdits(belief: ToolPosterior, edits: readonly DecodedEdit[]): DecodedEdit[] {
  const likeliest = edits
    .filter((edit) => calibrate(belief, edit) >= leastSuggested)
    .sort((a, b) => b.probability - a.probability || a.start - b.start || b.end - a.end)
  const taken: DecodedEdit[] = []
  const occupied = new Set<number>()
  for (const edit of likeliest) {
    let free = true
    for (let offset = edit.start; offset < edit.end; offset++) if (occupied.has(offset)) free = false
    if (!free) continue
    for (let offset = edit.start; offset < edit.end; offset++) occupied.add(offset)
    taken.push(edit)
  }
  return taken.sort((a, b) => a.start - b.start)
}

function traitsOf(lexicon: Lexicon, pair: number, text: string, edit: DecodedEdit): CorrectionTrait[] {
  const traits: CorrectionTrait[] = []
  const entry = lexicon.entries[pair]!
  if (entry.kind === 'antonym') traits.push('antonym')
  if (isKeyOf(lexicon, lexicon.pairSpun[pair]!, lexicon.pairStandard[pair]!)) traits.push('two-way')
  if (crossesWord(lexicon, text, edit)) traits.push('boundary')
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
function crossesWord(lexicon: Lexicon, text: string, edit: DecodedEdit): boolean {
  const word = lexicon.forms[lexicon.pairStandard[edit.pair]!]!
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

function evidenceFor(belief: ToolPosterior, edit: DecodedEdit): Evidence[] {
  const { lexicon, prior } = belief
  const entry = lexicon.entries[edit.pair]!
  const before = Math.log(mixed(prior.pairs, edit.pair, belief.families))
  const bounded = Math.min(1 - 1e-6, edit.probability)
  const evidence: Evidence[] = [
    { kind: 'pair', code: `${entry.table}:${entry.evidence.join(',')}`, value: rounded(before) },
    { kind: 'context', code: 'language-model', value: rounded(Math.log(bounded / (1 - bounded)) - before) },
  ]
  const others = belief.used[edit.pair]! - edit.probability
  if (others >= 0.5) evidence.push({ kind: 'document', code: 'same-swap-elsewhere', value: rounded(others) })
  return evidence
}

/** The swaps that a decoded text calls for, sorted and disjoint. */
export function findSwaps(text: string, decoded: Decoded): Swap[] {
  const { tool: belief, edits } = decoded
  const { lexicon } = belief
  const bySpan = new Map<string, DecodedEdit[]>()
  for (const edit of edits) {
    const key = `${edit.start} ${edit.end}`
    const same = bySpan.get(key)
    if (same) same.push(edit)
    else bySpan.set(key, [edit])
  }
  const wordOf = (edit: DecodedEdit) => lexicon.forms[lexicon.pairStandard[edit.pair]!]!
  return chooseEdits(belief, edits).map((edit) => ({
    start: edit.start,
    end: edit.end,
    replacement: wordOf(edit),
    confidence: rounded(calibrate(belief, edit)),
    traits: traitsOf(lexicon, edit.pair, text, edit),
    alternatives: bySpan
      .get(`${edit.start} ${edit.end}`)!
      .filter((other) => other !== edit)
      .sort((a, b) => b.probability - a.probability || a.pair - b.pair)
      .slice(0, mostAlternatives)
      .map((other) => ({ text: wordOf(other), confidence: rounded(calibrate(belief, other)) })),
    evidence: evidenceFor(belief, edit),
  }))
}
