/**
 * Numbers that go on from line to line or from name to name: 1，… 2，… open the items of a list; 考题1 and 考题2,
 * 部件3 and 部件4 are names. One alone says nothing; two that follow each other do. What an ordinal begins goes on too.
 */
import type { Quantity } from '../model/fact.js'
import { isHan } from '../numerals/characters.js'
import type { PrintedLabel, ScannedNumbers } from './pieces.js'

/** The largest number that opens an item or ends a name. */
const largest = 99
/** What nouns and verbs end with that measure: 得分3 and 人数4 are figures. */
const measures = '数量率值比额分价度重长宽高费金款元达为约共计至到增减降升近超过有占是得积差'

type Reason = 'list-label' | 'name' | 'ordinal'

function wholeOf({ text, unit, bound, value, measure }: Quantity): number | undefined {
  const isPlain =
    unit === '' && bound === 'exact' && value !== null && measure !== 'ratio' && /^\d{1,2}$/.test(text)
  const whole = isPlain ? Number(text) : 0
  return whole >= 1 && whole <= largest ? whole : undefined
}

/** Where text follows behind a number and a sign, the number may open an item within its line: 请求1、…2、…. */
const inline = /^([、．)）])\p{Script=Han}/u

/** How an item of a list begins: its bracket or blanks, and what stands behind its number. */
function openerOf(text: string, { start, end }: Quantity): string | undefined {
  const lead = /(?:^|\n)[ \u3000\t]{0,4}([[(（【]?)$/.exec(text.slice(Math.max(0, start - 6), start))
  const before = start > 6 && lead?.index === 0 && text[start - 6] !== '\n' ? undefined : lead?.[1]
  if (before === undefined) return inline.exec(text.slice(end, end + 2))?.[1]
  const behind = text.slice(end, end + 3)
  const sign = /^[ 　]?([，,、.．:：。)）\]】])/.exec(behind)?.[1]
  if (sign !== undefined) return `${before}${sign}`
  return before === '' && /^[ 　]{0,2}[\p{Script=Han}A-Za-z“《「]/u.test(behind) ? ' ' : undefined
}

/** The two characters of a noun that a number stands right behind. */
function stemOf(text: string, { start, end }: Quantity): string | undefined {
  const border = text[start - 1] === ' ' ? start - 1 : start
  const stem = text.slice(Math.max(0, border - 2), border)
  if (stem.length < 2 || !isHan(stem.charCodeAt(0)) || !isHan(stem.charCodeAt(1))) return undefined
  return measures.includes(stem[1]!) || isHan(text.charCodeAt(end)) ? undefined : stem
}

/** A number under the key of its series; labels that are known as such have no quantity. */
interface Member {
  readonly key: string
  readonly start: number
  readonly whole: number
  readonly quantity?: Quantity
}

/** The quantities of which the number before or behind, under the same key, goes on by one. */
function goingOn(members: readonly Member[]): Quantity[] {
  const found = new Set<Quantity>()
  const last = new Map<string, Member>()
  for (const member of members) {
    const before = last.get(member.key)
    last.set(member.key, member)
    if (before === undefined || member.whole !== before.whole + 1) continue
    for (const { quantity } of [before, member]) if (quantity !== undefined) found.add(quantity)
  }
  return [...found]
}

/** 2、 that was read as a label. */
function knownItems(ignored: readonly PrintedLabel[]): Member[] {
  return ignored.flatMap(({ text, reason, start }) => {
    const parts = reason === 'list-label' ? /^(\d{1,2})([、．.)）])$/.exec(text) : null
    return parts === null ? [] : [{ key: parts[2]!, start, whole: Number(parts[1]) }]
  })
}

function members(
  quantities: readonly Quantity[],
  keyOf: (quantity: Quantity) => string | undefined,
): Member[] {
  return quantities.flatMap((quantity) => {
    const whole = wholeOf(quantity)
    const key = whole === undefined ? undefined : keyOf(quantity)
    return key === undefined ? [] : [{ key, start: quantity.start, whole: whole!, quantity }]
  })
}

/** 第1、2、3组: numbers in a list that an ordinal begins, in its script. */
function furtherOrdinals(text: string, { quantities, ignored }: ScannedNumbers): Quantity[] {
  const ends = new Set(ignored.flatMap((label) => (label.reason === 'ordinal' ? [label.end] : [])))
  const isArabic = (at: number) => /\d/.test(text[at] ?? '')
  const found: Quantity[] = []
  for (const quantity of ends.size === 0 ? [] : quantities) {
    const { start, end, bound } = quantity
    const goesOn = ends.has(start - 1) && /[、和及与]/.test(text[start - 1]!) && bound === 'exact'
    if (!goesOn || isArabic(start) !== isArabic(start - 2)) continue
    ends.add(end).add(start + numeralLength(text, start))
    found.push(quantity)
  }
  return found
}

/** How many digits stand at an offset. */
function numeralLength(text: string, start: number): number {
  return /^(?:\d+|[一二三四五六七八九十]+)/.exec(text.slice(start, start + 4))?.[0].length ?? 0
}

function reasonsOf(text: string, { quantities, ignored }: ScannedNumbers): Map<Quantity, Reason> {
  const items = members(quantities, (quantity) => openerOf(text, quantity))
  const names = members(quantities, (quantity) => stemOf(text, quantity))
  const known = items.length === 0 ? [] : knownItems(ignored)
  const inOrder = [...items, ...known].sort((one, two) => one.start - two.start)
  return new Map<Quantity, Reason>([
    ...furtherOrdinals(text, { quantities, ignored }).map((quantity) => [quantity, 'ordinal'] as const),
    ...goingOn(names).map((quantity) => [quantity, 'name'] as const),
    ...goingOn(inOrder).map((quantity) => [quantity, 'list-label'] as const),
  ])
}

/** The numbers of a text, of which those that only go on from one to the next are no quantities. */
export function withoutSeries(text: string, scanned: ScannedNumbers): ScannedNumbers {
  const { quantities, ignored } = scanned
  const reasons = reasonsOf(text, scanned)
  if (reasons.size === 0) return scanned
  const labels = [...reasons].map(([{ start, end, text: printed }, reason]): PrintedLabel => {
    return { start, end, text: printed, reason }
  })
  return {
    quantities: quantities.filter((quantity) => !reasons.has(quantity)),
    ignored: [...ignored, ...labels].sort((one, two) => one.start - two.start),
  }
}
