/**
 * One fact printed twice: the same indicator, subject, place, period and unit must have the same value. Only names that
 * stand printed in full can contradict each other.
 */
import { toValue } from '../../model/decimal.js'
import { digitCount } from '../../model/exact.js'
import type { Fact } from '../../model/fact.js'
import type { CheckDraft, Rule } from '../contract.js'
import { factKey, periodKey } from '../identity.js'
import { meet } from '../intervals.js'
import { misprintTo } from '../misprints.js'
import { isPrintedInFull } from '../printed-names.js'
import type { FactView } from '../view.js'

/** Below this a count comes up twice by chance: 3次 … 3次. */
const leastDigits = 2

function digitsOf({ value, low }: Fact): number {
  const number = value ?? low
  return number === null ? 0 : digitCount(number)
}

function compareTwo(first: Fact, second: Fact, isLone: boolean, view: FactView): CheckDraft | undefined {
  const figures = view.figures([first, second])
  if (figures === undefined || figures.some(({ kind }) => kind === 'masked')) return undefined
  const [a, b] = figures
  const isLoose = figures.some(({ kind }) => kind === 'loose')
  const isEqual = !isLoose && a!.value!.eq(b!.value!)
  if (digitsOf(first) < leastDigits || digitsOf(second) < leastDigits) return undefined
  const draft = {
    expression: `${first.text} = ${second.text}`,
    stated: second.value,
    computed: first.value,
    difference: null,
    solution: null,
    severity: 'info' as const,
    facts: [first.id, second.id],
  }
  if (isEqual) return { ...draft, state: 'holds', code: 'as-stated' }
  if (meet(a!, b!)) {
    return isLoose
      ? { ...draft, state: 'approximate', code: 'within-bounds' }
      : { ...draft, state: 'rounding', code: 'rounded' }
  }
  if (![first, second].every((fact) => isPrintedInFull(fact, view))) return undefined
  // A pair of values far apart rather shows two things under one name.
  const misprint = b!.value === null ? undefined : misprintTo(a!, b!.value)
  if (!isLone || misprint === undefined || isLoose || first.period === null) return undefined
  return {
    ...draft,
    state: 'mismatch',
    severity: 'error',
    code: misprint.code,
    parameters: { fact: first.id, printed: first.text, value: misprint.value },
    difference: toValue(b!.value!.minus(a!.value!)),
  }
}

/**
 * Compares each fact with the first one of its period. One without a period may be of any: it can repeat a value, but
 * not contradict it.
 */
function checkGroup(facts: readonly Fact[], view: FactView): CheckDraft[] {
  const drafts: (CheckDraft | undefined)[] = []
  const firsts = new Map<string | null, Fact>()
  const counts = new Map<string | null, number>()
  for (const fact of facts) counts.set(periodKey(fact), (counts.get(periodKey(fact)) ?? 0) + 1)
  for (const fact of facts) {
    const when = periodKey(fact)
    const first = firsts.get(when)
    const other = first ?? firsts.get(null) ?? (when === null ? facts[0] : undefined)
    if (first === undefined) firsts.set(when, fact)
    if (other === undefined || other === fact || other.sentence.start === fact.sentence.start) continue
    const draft = compareTwo(other, fact, counts.get(when) === 2, view)
    if (first !== undefined || draft?.state === 'holds') drafts.push(draft)
  }
  return drafts.filter((draft) => draft !== undefined)
}

export const rule: Rule = {
  id: 'same-fact',
  examples: {
    clean: [
      '2021年，全县在校学生31810人。\n2021年，全县在校学生31810人，比上年增加120人。',
      '2020年，全县在校学生30870人。2021年，全县在校学生31810人。',
      '2022年民政统计\n敬老院12所，床位640张。\n日间照料中心9所，床位690张。',
    ],
    faulty: ['2021年，全县在校学生31810人，教职工2171人。\n2021年，全县在校学生31870人，比上年增加120人。'],
  },
  find(view) {
    const groups = new Map<string, Fact[]>()
    for (const fact of view.facts) {
      const key = factKey(fact)
      if (key === undefined) continue
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [fact])
      else group.push(fact)
    }
    return [...groups.values()]
      .filter((facts) => facts.length > 1)
      .flatMap((facts) => checkGroup(facts, view))
  },
}
