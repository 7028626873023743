/**
 * Deletions: places where the name or kind of a place was cut out of the text. The language model tells them: it
 * finds 全县共有 far likelier than 全共有. They are found and not mended: what stood there is never invented.
 */
import type { LanguageModel, ModelStates } from '../../lm/query.js'
import { encodeText } from '../../lm/symbols.js'

/** Words before which the name of a place, or behind which its kind, is missed when deleted. */
const openings = /[全我]|(?:(?<=[在由经向对受为])(?=委、|委和|政府|人大))/g
const kinds = '市县区省州乡镇'
/** Bodies that 全 and 我 may stand before as they are: 全队, 全厂, 我委. */
const bodies = new Set('市县区省州乡镇村街队场厂厅局校院委会所矿团司社站部系班组盟港澳美欧国')
/** How much likelier the text must become with the missing word, in nats. */
const leastGain = 3.5
const reach = 4

/** The symbols of a short text. */
function encode({ symbols }: LanguageModel, text: string): Uint16Array {
  const ids = new Uint16Array(text.length)
  return ids.subarray(0, encodeText(text, symbols, ids))
}

/**
 * Gives the log-probability of a text behind what stands before a place, what counts of that included; minus infinity
 * where it is below `least`. Slot 0 is for what stands before, slot 1 for what follows.
 */
function scorerBehind(model: LanguageModel, states: ModelStates, before: string) {
  const ids = encode(model, before)
  model.clear(states, 0)
  let entered = 0
  for (let index = 0; index < ids.length; index++) {
    const value = model.advance(states, 0, ids[index]!, 0)
    if (index >= before.length - 1) entered += value
  }
  return (behind: ArrayLike<number>, least: number): number => {
    let sum = entered
    for (let index = 0; index < behind.length && sum >= least; index++) {
      const value = model.advance(states, index === 0 ? 0 : 1, behind[index]!, 1)
      if (ids.length + index >= before.length - 1) sum += value
    }
    return sum >= least ? sum : Number.NEGATIVE_INFINITY
  }
}

/** Whether a kind of place is missing at an offset. */
function isDeletion(model: LanguageModel, states: ModelStates, text: string, offset: number): boolean {
  const score = scorerBehind(model, states, text.slice(Math.max(0, offset - reach), offset))
  const after = text.slice(offset, offset + reach)
  /** The score of the likeliest kind, if it is `least` or more. */
  const bestWithKind = (rest: string, least: number) => {
    let best = Number.NEGATIVE_INFINITY
    for (const kind of kinds) best = Math.max(best, score(encode(model, kind + rest), Math.max(best, least)))
    return best
  }
  const least = score(encode(model, after), Number.NEGATIVE_INFINITY) + leastGain
  const withKind = bestWithKind(after, least)
  if (withKind < least) return false
  // 全乡完成: what stands there is the kind of place, since the text goes on behind it as behind any other.
  return !bodies.has(after[0]!) || bestWithKind(after.slice(1), withKind) < withKind
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
  const states = model.createStates(2)
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
