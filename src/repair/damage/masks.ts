/**
 * Damage that is found and not mended: masked years and counts, and place names that were deleted. What stood there
 * is never invented; a deletion is told by the language model, which finds 全县共有 far likelier than 全共有.
 */
import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'
import type { Damage } from '../../model/correction.js'

/** Digits of which some are masked: 20xx, 2××, 1**人. */
const mask =
  /(?<![0-9A-Za-z])[12]?[0-9]{0,3}[xX×＊*]{1,3}(?=年|人|所|名|个|万|亿|元|户|月|[,，。、])|(?<![0-9A-Za-z])(?:19|20)[xX×＊*]{2}(?![A-Za-z])/g
/** Asterisks that stand for a name: **一中, ××县. */
const maskedName = /(?:\*{2,}|＊{2,}|×{2,}|[Xx]{2,})(?=[\u4e00-\u9fff])/g
/** Words before which the name of a place, or behind which its kind, is missed when deleted. */
const openings = /[全我]|(?:(?<=[在由经向对受为])(?=委、|委和|政府|人大))/g
const kinds = '市县区省州乡镇'
/** How much likelier the text must become with the missing word, in nats. */
const leastGain = 3.5
const reach = 4

/** Gain of the language model by inserting each kind of place at an offset: the best of them. */
function insertionGain(model: LanguageModel, states: ModelStates, text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - reach), offset)
  const after = text.slice(offset, offset + reach)
  const score = (middle: string) => {
    const piece = before + middle + after
    const ids = new Uint16Array(piece.length)
    const count = encodeText(piece, model.symbols, ids)
    model.clear(states, 0)
    let sum = 0
    for (let index = 0; index < count; index++) {
      const value = model.advance(states, 0, ids[index]!, 0)
      if (index >= before.length - 1) sum += value
    }
    return sum
  }
  const plain = score('')
  let best = Number.NEGATIVE_INFINITY
  for (const kind of kinds) best = Math.max(best, score(kind))
  return best - plain
}

/** Masks of a text, by start. */
export function findMasks(text: string): Damage[] {
  const found: Damage[] = []
  for (const match of text.matchAll(mask)) {
    found.push({ kind: 'mask', start: match.index, end: match.index + match[0].length, detail: match[0] })
  }
  for (const match of text.matchAll(maskedName)) {
    const end = match.index + match[0].length
    if (/[0-9]/.test(text[match.index - 1] ?? '')) continue
    found.push({ kind: 'deletion', start: match.index, end, detail: match[0] })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Places of the repaired text where the name or kind of a place was deleted. Empty spans. */
export function findDeletions(model: LanguageModel, text: string): { offset: number; detail: string }[] {
  const found: { offset: number; detail: string }[] = []
  const states = model.createStates(1)
  for (const match of text.matchAll(openings)) {
    const offset = match.index + match[0].length
    if (!/[\u4e00-\u9fff“"]/.test(text[offset] ?? '')) continue
    if (insertionGain(model, states, text, offset) < leastGain) continue
    found.push({ offset, detail: text.slice(Math.max(0, offset - 1), offset + 2) })
  }
  return found
}
