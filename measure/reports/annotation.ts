/**
 * Reads the hand-written annotation of a report (`facts.json`) against its clean text: finds the printed spans,
 * splits plain numbers from their units, and fills in the defaults of the groups.
 * Invariant: no offset is typed by hand; every place is found by its text, and exactly once.
 */

/** `[of, direction, kind, against, prior]`, as the guide explains them. */
type ChangeRow = [string | null, string, string, string | null, string | null]

/** What an annotator writes of a fact. Everything but `at` may come from the group or the report. */
export interface FactSource {
  readonly id: string
  /** Text that stands exactly once in the report, with the fact's own text in square brackets. */
  readonly at: string
  readonly indicator: string
  readonly head?: string
  readonly value?: string | null
  readonly low?: string | null
  readonly high?: string | null
  readonly unit?: string
  readonly bound?: string
  readonly qualifier?: string
  readonly measure?: string
  readonly subject?: string | null
  readonly period?: string | null
  readonly status?: string
  readonly role?: string
  readonly partOf?: string
  readonly change?: ChangeRow
  readonly ratio?: [string, string]
}

export interface CheckSource {
  readonly rule: string
  readonly state: string
  readonly facts: readonly string[]
  readonly solution?: string
  /** Where masks change the matter: state and solution in the damaged text. */
  readonly damaged?: { readonly state: string; readonly solution?: string }
}

export interface AnnotationSource {
  readonly domain: string
  readonly defaults: Partial<FactSource>
  readonly groups: readonly {
    readonly defaults?: Partial<FactSource>
    readonly facts: readonly FactSource[]
  }[]
  readonly checks: readonly CheckSource[]
  /** By reason, the texts that hold numbers but are no facts; every place outside of facts counts. */
  readonly ignored: Readonly<Record<string, readonly string[]>>
}

export interface GoldFact {
  readonly id: string
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: string | null
  readonly low: string | null
  readonly high: string | null
  readonly unit: string
  readonly bound: string
  readonly qualifier: string | null
  readonly measure: string
  readonly indicator: string
  readonly head: string
  readonly subject: string | null
  readonly period: string | null
  readonly status: string
  readonly role: string
  readonly partOf: string | null
  readonly change: {
    readonly of: string | null
    readonly direction: string
    readonly kind: string
    readonly against: string | null
    readonly prior: string | null
  } | null
  readonly ratio: { readonly part: string; readonly whole: string } | null
}

export interface GoldIgnored {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly reason: string
}

/** The place of a marked text such as `学校[12所]`. Throws unless it stands exactly once. */
export function findMarked(text: string, marked: string): { start: number; end: number } {
  const [before, own, after, ...rest] = marked.split(/[[\]]/)
  if (before === undefined || !own || after === undefined || rest.length > 0) {
    throw new Error(`mark one piece with square brackets: ${marked}`)
  }
  const whole = before + own + after
  const at = text.indexOf(whole)
  if (at < 0) throw new Error(`not in the text: ${marked}`)
  if (text.indexOf(whole, at + 1) >= 0) throw new Error(`more than once in the text: ${marked}`)
  return { start: at + before.length, end: at + before.length + own.length }
}

/** Measures by the end of the unit; a unit that none of them names counts things. */
const MEASURES: readonly (readonly [RegExp, string])[] = [
  [/百分点$/, 'percentage-point'],
  [/^[%‰]$/, 'percent'],
  [/元(\/.*)?$/, 'money'],
  [/(平方米|平方公里|公顷|亩)$/, 'area'],
  [/立方米$/, 'volume'],
  [/千瓦时$/, 'energy'],
  [/(公里|毫米|米)$/, 'length'],
  [/(吨|公斤|吨标准煤)$/, 'mass'],
  [/[倍番]$/, 'multiple'],
  [/^[成折]$/, 'rate'],
  [/^岁$/, 'age'],
  [/^(天|小时|分钟|个月|年)$/, 'duration'],
  [/^分$/, 'score'],
  [/^$/, 'other'],
]

function measureOf(unit: string): string {
  return MEASURES.find(([pattern]) => pattern.test(unit))?.[1] ?? 'count'
}

/** Value and unit of plain Arabic digits with a unit behind them; everything else is written out by the annotator. */
function plainNumber(source: FactSource, text: string): { value: string; unit: string } {
  const match = /^(-?[\d,]+(?:\.\d+)?)(.*)$/.exec(text)
  if (!match) throw new Error(`${source.id}: write out value and unit of ${text}`)
  return { value: match[1]!.replaceAll(',', ''), unit: match[2]! }
}

function completeFact(text: string, source: FactSource): GoldFact {
  const span = findMarked(text, source.at)
  const own = text.slice(span.start, span.end)
  const isWritten = source.value !== undefined
  const plain = isWritten ? { value: source.value!, unit: source.unit ?? '' } : plainNumber(source, own)
  const change = source.change
  const isChange = change !== undefined && change[2] !== 'from-to'
  const role = source.role ?? (isChange ? 'change' : source.partOf === undefined ? 'value' : 'part')
  return {
    id: source.id,
    ...span,
    text: own,
    value: plain.value,
    low: source.low ?? null,
    high: source.high ?? null,
    unit: source.unit ?? plain.unit,
    bound: source.bound ?? 'exact',
    qualifier: source.qualifier ?? null,
    measure: source.measure ?? measureOf(source.unit ?? plain.unit),
    indicator: source.indicator,
    head: source.head ?? source.indicator,
    subject: source.subject ?? null,
    period: source.period ?? null,
    status: source.status ?? 'actual',
    role,
    partOf: role === 'part' ? (source.partOf ?? null) : null,
    change: change
      ? { of: change[0], direction: change[1], kind: change[2], against: change[3], prior: change[4] }
      : null,
    ratio: source.ratio ? { part: source.ratio[0], whole: source.ratio[1] } : null,
  }
}

/** All facts of a report, in the order of the text. Throws where two share an id or overlap. */
export function readFacts(text: string, source: AnnotationSource): GoldFact[] {
  const facts = source.groups
    .flatMap((group) =>
      group.facts.map((fact) => completeFact(text, { ...source.defaults, ...group.defaults, ...fact })),
    )
    .sort((a, b) => a.start - b.start)
  const ids = new Set<string>()
  facts.forEach((fact, index) => {
    if (ids.has(fact.id)) throw new Error(`id twice: ${fact.id}`)
    ids.add(fact.id)
    if ((facts[index + 1]?.start ?? text.length) < fact.end)
      throw new Error(`overlapping facts at ${fact.id}`)
  })
  const named = [
    ...facts.flatMap((fact) => [fact.partOf, fact.change?.of, fact.ratio?.part, fact.ratio?.whole]),
    ...source.checks.flatMap((check) => check.facts),
  ]
  for (const id of named) if (id != null && !ids.has(id)) throw new Error(`no such fact: ${id}`)
  return facts
}

/** All places of the ignored texts that touch no fact; of two that overlap, the longer. */
export function findIgnored(
  text: string,
  facts: readonly GoldFact[],
  ignored: AnnotationSource['ignored'],
): GoldIgnored[] {
  const taken = facts.map(({ start, end }) => ({ start, end }))
  const found: GoldIgnored[] = []
  const patterns = Object.entries(ignored)
    .flatMap(([reason, texts]) => texts.map((own) => ({ reason, own })))
    .sort((a, b) => b.own.length - a.own.length)
  for (const { reason, own } of patterns) {
    let count = 0
    for (let start = text.indexOf(own); start >= 0; start = text.indexOf(own, start + own.length)) {
      const end = start + own.length
      if (taken.some((span) => span.start < end && start < span.end)) continue
      taken.push({ start, end })
      found.push({ start, end, text: own, reason })
      count++
    }
    if (count === 0) throw new Error(`ignored text stands nowhere: ${own}`)
  }
  return found.sort((a, b) => a.start - b.start)
}
