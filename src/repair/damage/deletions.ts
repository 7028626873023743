/**
 * Deletions: places where the name or kind of a place was cut out of the text. The language model tells them: it
 * finds 全县共有 far likelier than 全共有. They are found and not mended: what stood there is never invented.
 */
import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'

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
