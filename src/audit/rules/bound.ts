/** A part does not exceed its whole, a result does not exceed its plan, a share does not exceed 100 %. */
import { toValue } from '../../model/decimal.js'
import type { Fact } from '../../model/fact.js'
import { isListed } from '../breakdowns.js'
import type { CheckDraft, Rule } from '../contract.js'
import { printedTerms } from '../expressions.js'
import { figureOf } from '../intervals.js'
import { isAverage, isRate, pairNames } from '../names.js'
import type { FactView } from '../view.js'

/** How many facts behind one that is to be the larger or the smaller of a pair are looked at. */
const reach = 5

interface Outcome {
  readonly holds: string
  readonly mismatch: string
  readonly severity: 'error' | 'warning'
}

/** Undefined where the figures do not go together or a bound word leaves it open. */
function compare(smaller: Fact, larger: Fact, view: FactView, outcome: Outcome): CheckDraft | undefined {
  const figures = view.figures([smaller, larger])
  if (figures === undefined || figures.some(({ kind }) => kind === 'masked')) return undefined
  const [low, high] = figures
  const terms = printedTerms([smaller, larger])
  const draft = {
    expression: terms.join(' ≤ '),
    stated: smaller.value,
    computed: null,
    solution: null,
    facts: [smaller.id, larger.id],
  }
  if (low!.low.gt(high!.high)) {
    const difference = low!.value && high!.value ? toValue(low!.value.minus(high!.value)) : null
    return { ...draft, state: 'mismatch', severity: outcome.severity, code: outcome.mismatch, difference }
  }
  const isLoose = figures.some(({ kind }) => kind === 'loose')
  if (isLoose && !low!.high.lte(high!.low)) return undefined
  return { ...draft, state: 'holds', severity: 'info', code: outcome.holds, difference: null }
}

/** Only breaches: that a part is no larger than its whole is claimed by no sentence of its own. */
function findPartBreaches(view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  for (const fact of view.facts) {
    if (fact.role === 'change' || fact.partOf === null || fact.partOf === fact.id) continue
    const whole = view.fact(fact.partOf)
    if (whole === undefined || fact.measure !== whole.measure) continue
    if (!view.partsOf(whole).includes(fact)) continue
    if (isAverage(whole, view.claims) || fact.unit !== whole.unit) continue
    if (view.orderOf(fact) !== view.orderOf(whole) + 1 || fact.bound !== 'exact' || whole.bound !== 'exact')
      continue
    if (!isListed(fact, whole, view) || !view.claims.says('among', view.between(whole, fact))) continue
    const outcome = { holds: 'part-within-whole', mismatch: 'part-exceeds-whole', severity: 'error' } as const
    const draft = compare(fact, whole, view, outcome)
    if (draft?.state === 'mismatch') drafts.push(draft)
  }
  return drafts
}

/** Changes and shares bound nothing, nor does what no limit names. */
function canBound({ role, measure, indicator }: Fact, { claims }: FactView): boolean {
  const isNamed = () =>
    claims.limits.some(({ smaller, larger }) => indicator.includes(smaller) || indicator.includes(larger))
  return role !== 'change' && measure !== 'percent' && isNamed()
}

/** A part is bounded by its own total alone. */
function isOwnTotal(part: Fact, whole: Fact): boolean {
  return part.partOf === null || part.partOf === part.id || part.partOf === whole.id
}

/** 余额 and 限额, 立项 and 申报, printed near each other. A pair that a ratio joins is told by the ratio. */
function findLimits(view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  const joined = new Set(view.facts.map(({ ratio }) => ratio && `${ratio.part} ${ratio.whole}`))
  const named = view.facts.filter((fact) => canBound(fact, view))
  for (const [index, fact] of named.entries()) {
    for (const other of named.slice(index + 1, index + 1 + reach)) {
      if (view.orderOf(other) - view.orderOf(fact) > reach) break
      if (other.measure !== fact.measure) continue
      if (other.section.join() !== fact.section.join()) break
      const isFirst = pairNames(fact, other, view.claims) !== undefined
      const [smaller, larger] = isFirst ? [fact, other] : [other, fact]
      const likeness = pairNames(smaller, larger, view.claims)
      if (likeness === undefined || !isOwnTotal(smaller, larger) || !isOwnTotal(larger, smaller)) continue
      if (joined.has(`${smaller.id} ${larger.id}`)) continue
      const outcome = { holds: 'within-limit', mismatch: 'limit-exceeded', severity: 'warning' } as const
      const draft = compare(smaller, larger, view, outcome)
      const isBeside = view.orderOf(other) === view.orderOf(fact) + 1
      const isNear = fact.sentence.start === other.sentence.start
      const isNamed = isNear && (likeness === 'same' || (isBeside && fact.unit === other.unit))
      const between = view.between(fact, other)
      const isExcused = !isNamed || view.claims.says('exceeds', between) || view.claims.says('above', between)
      if (draft !== undefined && !(draft.state === 'mismatch' && isExcused)) drafts.push(draft)
    }
  }
  return drafts
}

/** Whether the text itself names the share or rate: a bare per cent is called 占比 by us. */
const isNamedHere = (fact: Fact, view: FactView) => {
  const words = view.before(fact)
  return view.claims.says('capped', words) || view.claims.says('share', words)
}

/** Rates that no count can push above a hundred per cent. */
function findAboveHundred(view: FactView): CheckDraft[] {
  const drafts: CheckDraft[] = []
  for (const fact of view.facts) {
    if (fact.unit !== '%' || !isRate(fact, view.claims)) continue
    const { claims } = view
    if (!claims.says('capped', fact.indicator) || claims.says('uncapped', fact.indicator)) continue
    if (claims.says('uncapped', view.lead(fact)) || !isNamedHere(fact, view)) continue
    const figure = figureOf(fact)
    if (figure === undefined || figure.low.lte(100)) continue
    drafts.push({
      state: 'mismatch',
      severity: 'error',
      code: 'above-hundred',
      expression: `${fact.text} ≤ 100%`,
      stated: fact.value,
      computed: null,
      difference: null,
      solution: null,
      facts: [fact.id],
    })
  }
  return drafts
}

export const rule: Rule = {
  id: 'bound',
  examples: {
    clean: [
      '全年申报科研项目11项、立项6项。',
      '初中毛入学率达102.5%，任务完成率108.3%。',
      '全乡共有成人学校9所，其中独立建制3所。',
      '该行按160%的拨备标准计提。',
    ],
    faulty: [
      '全年申报科研项目6项、立项11项。',
      '小学入学率达109.9%。',
      '全乡共有成人学校9所，其中独立建制13所。',
    ],
  },
  find: (view) => [...findPartBreaches(view), ...findLimits(view), ...findAboveHundred(view)],
}
