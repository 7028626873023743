/** A change against an earlier value that is also printed: 由141人增加到172人,增加31人; 51.5亿元,增长6%, before 48.62亿元. */
import { decimal, toDecimal } from '../../model/decimal.js'
import type { Fact } from '../../model/fact.js'
import { computeChange } from '../changes.js'
import type { CheckDraft, Rule } from '../contract.js'
import { shown } from '../expressions.js'
import type { Figure } from '../intervals.js'
import { meet } from '../intervals.js'
import type { FactView } from '../view.js'

/** How many facts before a current value its earlier value may stand. */
const reach = 6

/** Longer series are lists of things that only share a name. */
const mostOfSeries = 8

/** Behind a later value, words up to its change that name nothing else: 人均增加. */
const reachNext = 8

const one = decimal(1)

interface FigurePair {
  readonly current: Fact
  readonly prior: Fact
}

/** What stands between the members of a list of figures, and no verb. */
const listMark = /^[、,，和及与]?$/

/** The earlier value of 由 … 增长到 …, printed right before the later one; lists (由460元和340元 …) are left alone. */
function statedPrior(current: Fact, view: FactView): Fact | undefined {
  const { change } = current
  if (change?.kind !== 'from-to' || change.prior === null) return undefined
  const at = view.orderOf(current)
  const [before, prior] = [view.facts[at - 2], view.facts[at - 1]]
  if (prior === undefined || prior.value === null || prior.role === 'change') return undefined
  const isList =
    listMark.test(view.between(prior, current)) || (before && listMark.test(view.between(before, prior)))
  const isSame =
    prior.sentence.start === current.sentence.start &&
    prior.base.unit === current.base.unit &&
    toDecimal(prior.value).eq(toDecimal(change.prior.value))
  return isSame && !isList ? prior : undefined
}

/** Whether a fact is what a change is measured against: the year before, or a target that names itself. */
function isBase(fact: Fact, current: Fact, against: string, view: FactView): boolean {
  const { claims } = view
  if (fact.role === 'change' || fact.base.unit !== current.base.unit || fact.subject !== current.subject)
    return false
  const isSame = fact.indicator === current.indicator
  const isTarget = fact.indicator.startsWith(current.indicator) && fact.indicator.endsWith(against.slice(-2))
  if (isTarget && !isSame) return true
  const isEarlier = fact.period !== null && claims.says('last-year', fact.period.text)
  return isSame && isEarlier && claims.says('last-year', against)
}

/** The base of a change, printed in the sentence of the value that changed; undefined where more than one could be. */
function nearBase(current: Fact, change: Fact, view: FactView): Fact | undefined {
  const against = change.change?.against
  if (against == null) return undefined
  const at = view.orderOf(current)
  const near = view.facts.slice(Math.max(0, at - reach), at + 1 + reach)
  const bases = near.filter(
    (fact) =>
      fact !== current &&
      fact.sentence.start === current.sentence.start &&
      isBase(fact, current, against, view),
  )
  return bases.length === 1 ? bases[0] : undefined
}

function yearOf({ period }: Fact): number | undefined {
  return period?.grain === 'year' && period.start !== null ? Number(period.start.slice(0, 4)) : undefined
}

function seriesKey({ indicator, subject, place, base }: Fact): string {
  return JSON.stringify([indicator, subject, place, base.unit])
}

/** Facts of whole years, by what they are about. */
function yearSeries(view: FactView): Map<string, Fact[]> {
  const series = new Map<string, Fact[]>()
  for (const fact of view.facts) {
    if (fact.role === 'change' || yearOf(fact) === undefined) continue
    const key = seriesKey(fact)
    const list = series.get(key)
    if (list === undefined) series.set(key, [fact])
    else if (list.length < mostOfSeries) list.push(fact)
  }
  return series
}

/** The value of the year before, anywhere in the report, where there is just one. */
function yearBefore(
  current: Fact,
  change: Fact,
  series: ReadonlyMap<string, readonly Fact[]>,
  view: FactView,
) {
  const year = yearOf(current)
  const against = change.change?.against
  if (year === undefined || (against != null && !view.claims.says('last-year', against))) return undefined
  const found = (series.get(seriesKey(current)) ?? []).filter((fact) => yearOf(fact) === year - 1)
  return found.length === 1 ? found[0] : undefined
}

function compatible(
  change: Fact,
  { current, prior }: FigurePair,
  view: FactView,
): readonly Figure[] | undefined {
  const kind = change.change!.kind
  if (kind === 'delta') return view.figures([current, prior, change])
  const pair = view.figures([current, prior])
  const own = view.figures([change])
  if (pair === undefined || own === undefined) return undefined
  const isFraction = change.unit === '%' || (kind === 'points' && current.unit === '%') || kind === 'multiple'
  return isFraction ? [...pair, ...own] : undefined
}

function checkChange(
  change: Fact,
  pair: FigurePair,
  isClaimed: boolean,
  view: FactView,
): CheckDraft | undefined {
  const figures = compatible(change, pair, view)
  if (figures === undefined || figures.some(({ kind }) => kind === 'masked')) return undefined
  const [current, prior, size] = figures
  const computed = computeChange(change.change!.kind, current!, prior!)
  if (computed === undefined) return undefined
  // A printed minus says the direction already.
  const isSigned = size!.high.lt(0)
  const sign = change.change!.direction === 'decrease' && !isSigned ? one.neg() : one
  const stated = sign.lt(0)
    ? { low: size!.high.neg(), high: size!.low.neg() }
    : { low: size!.low, high: size!.high }
  const isLoose = figures.some(({ kind }) => kind === 'loose')
  const signed = size!.value?.times(sign) ?? null
  const decimals = change.printed.decimals + 2
  const draft = (rest: Pick<CheckDraft, 'state' | 'code'> & Partial<CheckDraft>): CheckDraft => ({
    severity: 'info',
    expression: `${computed.expression} = ${sign.lt(0) ? '-' : ''}${change.text}`,
    stated: change.value,
    computed: computed.value && shown(computed.value, decimals),
    difference: null,
    solution: null,
    facts: [change.id, pair.current.id, pair.prior.id],
    ...rest,
  })
  if (!isLoose && signed && computed.value?.eq(signed)) return draft({ state: 'holds', code: 'as-stated' })
  if (meet(stated, computed.interval)) {
    return isLoose
      ? draft({ state: 'approximate', code: 'within-bounds' })
      : draft({ state: 'rounding', code: 'rounded' })
  }
  if (!isClaimed) return draft({ state: 'unconfirmed', code: 'base-not-stated' })
  const isOpposite = signed !== null && computed.value !== null && signed.times(computed.value).lt(0)
  return draft({
    state: 'mismatch',
    severity: isLoose ? 'warning' : 'error',
    code: isOpposite ? 'direction-contradicts' : 'change-differs',
    difference: signed && computed.value && shown(signed.minus(computed.value), decimals),
  })
}

/** 由3.5亿元下降到4.2亿元 contradicts itself. 由36家整合到10家 says no direction. */
function checkDirection({ current, prior }: FigurePair, view: FactView): CheckDraft | undefined {
  const figures = view.figures([current, prior])
  const direction = current.change!.direction
  if (figures === undefined || direction === 'level' || figures.some(({ kind }) => kind === 'masked'))
    return undefined
  if (!view.claims.says(direction, view.between(prior, current))) return undefined
  const [now, then] = figures
  const isUp = direction === 'increase'
  const breaks = isUp ? now!.high.lt(then!.low) : now!.low.gt(then!.high)
  const sign = isUp ? '<' : '>'
  return {
    state: breaks ? 'mismatch' : 'holds',
    severity: breaks ? 'error' : 'info',
    code: breaks ? 'direction-contradicts' : 'as-stated',
    expression: `${prior.text} ${sign} ${current.text}`,
    stated: current.value,
    computed: null,
    difference: null,
    solution: null,
    facts: [current.id, prior.id],
  }
}

/** The changes of a value; behind 由 … 增加到 … also the one that comes next and names nothing of its own. */
function changesOf(current: Fact, isFromTo: boolean, view: FactView): readonly Fact[] {
  const own = view.changesOf(current)
  const next = view.facts[view.orderOf(current) + 1]
  const isNext =
    next?.change?.of === null &&
    next.change.kind === 'delta' &&
    next.change.direction === current.change?.direction &&
    next.base.unit === current.base.unit &&
    view.between(current, next).length <= reachNext
  return isFromTo && isNext ? [...own, next] : own
}

function checkCurrent(
  current: Fact,
  series: ReadonlyMap<string, readonly Fact[]>,
  view: FactView,
): CheckDraft[] {
  const drafts: (CheckDraft | undefined)[] = []
  const stated = statedPrior(current, view)
  if (stated !== undefined) {
    const direction = checkDirection({ current, prior: stated }, view)
    if (direction?.state === 'mismatch') drafts.push(direction)
  }
  for (const change of changesOf(current, stated !== undefined, view)) {
    const prior = stated ?? nearBase(current, change, view) ?? yearBefore(current, change, series, view)
    if (prior === undefined || change.change === null) continue
    if (view.claims.says('per-year', view.before(change))) continue
    // Growth of amounts is often stated at constant prices, so their printed values need not give it.
    const isExact = change.change.kind !== 'percent' || current.measure !== 'money'
    const isNear = change.sentence.start === prior.sentence.start
    drafts.push(checkChange(change, { current, prior }, isNear && isExact, view))
  }
  return drafts.filter((draft) => draft !== undefined)
}

export const rule: Rule = {
  id: 'change-against-prior',
  examples: {
    clean: [
      '二本上线人数由去年的141人增加到172人，增加31人。',
      '药占比由33.5%下降到31.1%，下降2.4个百分点。',
      '全年接待游客86.5万人次，同比增长12.3%。',
      '市属国企从28家整合到9家。',
    ],
    faulty: ['二本上线人数由去年的141人增加到172人，增加51人。', '药占比由33.5%下降到36.1%。'],
  },
  find(view) {
    const series = yearSeries(view)
    return view.facts
      .filter(({ role }) => role !== 'change')
      .flatMap((fact) => checkCurrent(fact, series, view))
  },
}
