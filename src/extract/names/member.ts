/**
 * Names of the members of a breakdown, completed with the name of their total: 小学 of 在校生数 is 小学在校生数, 公办 of 幼儿园数 is
 * 公办幼儿园数, 农业用水 of 用水总量 is 农业用水量; 公用经费 already has a name of its own.
 * Invariant: a member that names only a kind of the same thing takes the head of its total.
 */
import type { Quantity } from '../../model/fact.js'
import { foldCodes } from '../../numerals/characters.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun } from './clean-noun.js'
import { findHead, findKnown, isPersonNoun, measureOf } from './heads.js'
import type { Name } from './name.js'
import { nameOf } from './name.js'

/** Joins two pieces without saying twice what both have: 农业用水 and 用水量 give 农业用水量. */
export function joinNames(first: string, second: string): string {
  const last = first.charCodeAt(first.length - 1)
  for (let length = Math.min(first.length, second.length); length > 0; length--) {
    if (second.charCodeAt(length - 1) !== last) continue
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length)
  }
  return first + second
}

/** The attributive word that a name opens with: 公办, 市级以上. */
function attributiveAt(name: string, table: IndicatorTable): number {
  return table.cues.attributive.start.longest(foldCodes(name), 0)?.end ?? 0
}

function isAttributive(noun: string, table: IndicatorTable): boolean {
  return attributiveAt(noun, table) === noun.length || /[级类型式性]$/.test(noun)
}

/** The name of a total without what says that it is one: 总, 市级以上. */
function bareTotal(total: Name, table: IndicatorTable): string {
  const { indicator } = total
  const ranked = table.cues.attributive.start.longest(foldCodes(indicator), 0)
  const rest = ranked?.value.standard === ranked?.value.word ? indicator : indicator.slice(ranked!.end)
  return rest.replace(/总(?=.{2})|总(?=量$|额$|数$)/g, '')
}

/** The name of one member. */
export function memberName(words: string, quantity: Quantity, total: Name, table: IndicatorTable): Name {
  const noun = cleanNoun(words)
  if (noun === '') return { ...total, qualifier: '' }
  const measure = measureOf(quantity, table)
  const own = nameOf(noun, quantity, table)
  const head = findHead(noun, table)
  const joined = (rest: string): Name => {
    const indicator = joinNames(noun, rest)
    const known = findKnown(indicator, measure, table)
    return {
      ...total,
      indicator,
      id: known?.start === 0 ? known.indicator.id : null,
      qualifier: noun,
      stem: joinNames(noun, total.noun),
      known: known?.indicator ?? null,
    }
  }
  const ofTotal: Name = { ...own, head: total.head }
  if (isAttributive(noun, table)) return joined(bareTotal(total, table))
  const isMeasure = head?.kind === 'amount' || head?.kind === 'rate' || own.kind === 'amount'
  if (isMeasure) return own
  if (measure === 'person') {
    if (own.kind === 'action') return own
    return isPersonNoun(noun, table) ? ofTotal : joined(total.head)
  }
  if (measure === 'count') {
    if (total.kind === 'event') return head?.kind === 'event' ? ofTotal : joined(bareTotal(total, table))
    if (total.kind === 'amount' || total.kind === 'action')
      return head?.kind === 'action' ? own : joined(total.head)
    return ofTotal
  }
  return joined(
    total.kind === 'amount' && total.qualifier !== '' && measure === 'money'
      ? bareTotal(total, table)
      : total.head,
  )
}
