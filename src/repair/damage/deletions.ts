/**
 * Deletions: places where the name or kind of a place was cut out of the text. The language model tells them: it
 * finds 全县共有 far likelier than 全共有. They are found and not mended: what stood there is never invented.
 */

import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'
import { most } from '../../model/lists.js'

/** Words before which the name of a place, or behind which its kind, is missed when deleted. */
const openings = /[全我]|(?:(?<=[在由经向对受为])(?=委、|委和|政府|人大))/g
const kinds = '市县区省州乡镇'
/** Bodies that 全 and 我 may stand before as they are: 全队, 全厂, 我委. */
const bodies = new Set('市县区省州乡镇村街队场厂厅局校院委会所矿团司社站部系班组盟港澳美欧国')
/** How much likelier the text must become with the missing word, in nats. */
const leastGain = 3.5
const reach = 4

/** log P of `text` from the place `from` on, by the language model. */
function score(model: LanguageModel, states: ModelStates, text: string, from: number): number {
  const ids = new Uint16Array(text.length)
  const count = encodeText(text, model.symbols, ids)
  model.clear(states, 0)
  let sum = 0
  for (let index = 0; index < count; index++) {
    const value = model.advance(states, 0, ids[index]!, 0)
    if (index >= from) sum += value
  }
  return sum
}

/** Whether a kind of place is missing at an offset. */
function isDeletion(model: LanguageModel, states: ModelStates, text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - reach), offset)
  const after = text.slice(offset, offset + reach)
  const scores = (rest: string) =>
    Array.from(kinds, (kind) => score(model, states, `${before}${kind}${rest}`, before.length - 1))
  const withKind = most(scores(after))
  if (withKind - score(model, states, before + after, before.length - 1) < leastGain) return false
  // 全乡完成: what stands there is the kind of place, since the text goes on behind it as behind any other.
  return !bodies.has(after[0]!) || withKind > most(scores(after.slice(1)))
}

/** 我 that is the writer, not the place that he reports of, outside of 我们: all behind which no kind is missing. */
const writer = new RegExp(`我(?![们${[...bodies].join('')}])`, 'g')

/**
 * Places of the repaired text where the name or kind of a place was deleted. Empty spans. `printed`, of the same length,
 * is the text in the script that it is printed in.
 */
export function findDeletions(
  model: LanguageModel,
  text: string,
  printed = text,
): { offset: number; detail: string }[] {
  const found: { offset: number; detail: string }[] = []
  const states = model.createStates(1)
  for (const match of text.matchAll(openings)) {
    const offset = match.index + match[0].length
    if (!/[\u4e00-\u9fff“"]/.test(text[offset] ?? '')) continue
    if (!isDeletion(model, states, text, offset)) continue
    found.push({ offset, detail: printed.slice(Math.max(0, offset - 1), offset + 2) })
  }
  const ofWriter = found.filter(({ offset }) => text[offset - 1] === '我').length
  const isNarrated = (text.match(writer)?.length ?? 0) > 2 * ofWriter
  return isNarrated ? found.filter(({ offset }) => text[offset - 1] !== '我') : found
}
