/** A count that must match the list behind it: 抓好三项工作：一是…；二是…；三是…. */
import { exactInteger, smallInteger } from '../../model/exact.js'
import type { CheckDraft, Rule } from '../contract.js'
import type { FactView } from '../view.js'

const numerals = '一二三四五六七八九十'
/**
 * What stands between the count and the first label: its noun, and a colon, or a full stop in the same paragraph; the
 * paragraphs behind a full stop (列席代表2人。 一、关于收益) list something else.
 */
const lead = /^[^。；;:：\n]{0,16}(?:[:：]\s*|。[^\S\n]*)$/
/** Behind a full stop a list may give examples: then only a count that is one off is taken for a slip. */
const mostOffInExamples = 1

/** Longest list item that is still read as one. */
const reachItem = 600
const mostItems = 10

/** Starts of 一是, 二是 … in the reading, by number. */
function findSteps(reading: string): { number: number; start: number; end: number }[] {
  return [
    ...reading.matchAll(
      /(?<![一二三四五六七八九十])([一二三四五六七八九十])[是、要]|第([一二三四五六七八九十])[,，、]/g,
    ),
  ].map((match) => ({
    number: numerals.indexOf(match[1] ?? match[2]!) + 1,
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function findCounts(view: FactView): CheckDraft[] {
  const steps = findSteps(view.reading)
  const drafts: CheckDraft[] = []
  let next = 0
  for (const fact of view.facts) {
    if (fact.measure !== 'count' || fact.bound !== 'exact' || fact.role === 'change') continue
    const count = fact.value === null ? Number.NaN : smallInteger(fact.value)
    if (!(count >= 2 && count <= mostItems)) continue
    const { end } = view.locate(fact)
    while (next < steps.length && steps[next]!.start < end) next++
    const first = steps[next]
    if (first?.number !== 1 || !lead.test(view.reading.slice(end, first.start))) continue
    let items = 1
    let at = next
    while (items < mostItems) {
      const following = steps[at + 1]
      if (following?.number !== items + 1 || following.start - steps[at]!.start > reachItem) break
      items++
      at++
    }
    if (items < 2) continue
    const holds = items === count
    // A list that runs over paragraphs may go on where the text was cut.
    const isWhole = !view.reading.slice(first.start, steps[at]!.start).includes('\n')
    if (items < count && !isWhole) continue
    const isList = /[:：]/.test(view.reading.slice(end, first.start))
    if (!isList && count - items > mostOffInExamples) continue
    drafts.push({
      state: holds ? 'holds' : 'mismatch',
      severity: holds ? 'info' : 'warning',
      code: holds ? 'as-listed' : 'list-count-differs',
      expression: `${fact.text} = ${items}`,
      stated: fact.value,
      computed: exactInteger(items),
      difference: holds ? null : exactInteger(count - items),
      solution: null,
      facts: [fact.id],
    })
  }
  return drafts
}

export const rule: Rule = {
  id: 'list-count',
  examples: {
    clean: [
      '下半年重点抓好三项工作：一是加快建设；二是稳定队伍；三是加强管理。',
      '全年办好十件民生实事。一是抓好就业；二是改造旧房；三是修建公路。',
    ],
    faulty: [
      '下半年重点抓好四项工作。一是加快建设；二是稳定队伍；三是加强管理。',
      '下半年重点抓好四项工作：一是加快建设；二是稳定队伍；三是加强管理。',
    ],
  },
  find: findCounts,
}
