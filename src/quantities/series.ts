/**
 * Numbers that go on from line to line or from name to name: 1，… 2，… open the items of a list; 考题1 and 考题2,
 * 部件3 and 部件4 are names. One alone says nothing; two that follow each other do.
 */
import type { Quantity } from '../model/fact.js'
import { isHan } from '../numerals/characters.js'
import type { PrintedLabel, ScannedNumbers } from './pieces.js'

/** The largest number that opens an item or ends a name. */
const largest = 99
/** What nouns and verbs end with that measure: 得分3 and 人数4 are figures. */
const measures = '数量率值比额分价度重长宽高费金款元达为约共计至到增减降升近超过有占是得积差'

type Reason = 'list-label' | 'name'

function wholeOf({ text, unit, bound, value, measure }: Quantity): number | undefined {
  const isPlain =
    unit === '' && bound === 'exact' && value !== null && measure !== 'ratio' && /^\d{1,2}$/.test(text)
  const whole = isPlain ? Number(text) : 0
  return whole >= 1 && whole <= largest ? whole : undefined
}

/** How an item of a list begins: its bracket or blanks, and what stands behind its number. */
function openerOf(text: string, { start, end }: Quantity): string | undefined {
  const lead = /(?:^|\n)[ \u3000\t]{0,4}([[(（【]?)$/.exec(text.slice(Math.max(0, start - 6), start))
  const before = start > 6 && lead?.index === 0 && text[start - 6] !== '\n' ? undefined : lead?.[1]
  if (before === undefined) return undefined
  const behind = text.slice(end, end + 3)
  const sign = /^[ 　]?([，,、.．:：。)）\]】])/.exec(behind)?.[1]
  if (sign !== undefined) return `${before}${sign}`
  return before === '' && /^[ 　]{0,2}[\p{Script=Han}A-Za-z“《「]/u.test(behind) ? ' ' : undefined
}

/** The two characters of a noun that a number stands right behind. */
function stemOf(text: string, { start, end }: Quantity): string | undefined {
  const stem = text.slice(Math.max(0, start - 2), start)
  if (stem.length < 2 || !isHan(stem.charCodeAt(0)) || !isHan(stem.charCodeAt(1))) return undefined
  return measures.includes(stem[1]!) || isHan(text.charCodeAt(end)) ? undefined : stem
}

/** Adds both of two numbers that follow each other under one key. */
function pair(
  last: Map<string, readonly [number, Quantity]>,
  [key, whole, quantity]: readonly [string, number, Quantity],
  found: (quantity: Quantity) => void,
): void {
  const before = last.get(key)
  if (before !== undefined && whole === before[0] + 1) {
    found(before[1])
    found(quantity)
  }
  last.set(key, [whole, quantity])
}

function reasonsOf(text: string, quantities: readonly Quantity[]): Map<Quantity, Reason> {
  const reasons = new Map<Quantity, Reason>()
  const items = new Map<string, readonly [number, Quantity]>()
  const names = new Map<string, readonly [number, Quantity]>()
  for (const quantity of quantities) {
    const whole = wholeOf(quantity)
    if (whole === undefined) continue
    const opener = openerOf(text, quantity)
    if (opener !== undefined) pair(items, [opener, whole, quantity], (one) => reasons.set(one, 'list-label'))
    const stem = stemOf(text, quantity)
    if (stem !== undefined) pair(names, [stem, whole, quantity], (one) => reasons.set(one, 'name'))
  }
  return reasons
}

/** The numbers of a text, of which those that only go on from one to the next are no quantities. */
export function withoutSeries(text: string, { quantities, ignored }: ScannedNumbers): ScannedNumbers {
  const reasons = reasonsOf(text, quantities)
  if (reasons.size === 0) return { quantities, ignored }
  const labels = [...reasons].map(([{ start, end, text: printed }, reason]): PrintedLabel => {
    return { start, end, text: printed, reason }
  })
  return {
    quantities: quantities.filter((quantity) => !reasons.has(quantity)),
    ignored: [...ignored, ...labels].sort((one, two) => one.start - two.start),
  }
}
