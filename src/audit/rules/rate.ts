/** A rate named by its indicator, with its part and its whole: 入学率, 升学率, 上线率. */
import type { Fact } from '../../model/fact.js'
import type { CheckDraft, Rule } from '../contract.js'
import { isRate, isShare, rateStem, samePeriod } from '../names.js'
import { checkRatio, fitsAnotherWhole, ratioOf } from '../ratios.js'
import type { FactView } from '../view.js'

/** How many facts before a rate are looked at for its part. */
const reach = 3
/** How many facts may lie between a rate and what it is made of. */
const reachClaim = 10

function isNear(fact: Fact, other: Fact): boolean {
  return fact.sentence.start === other.sentence.start
}

/** A difference is a finding where part and whole stand near the rate, in its section, and its base is no other. */
function isClaimed(fact: Fact, others: readonly Fact[], view: FactView): boolean {
  if (view.claims.says('loose-base', fact.indicator)) return false
  if (!samePeriod(fact, others)) return false
  return others.every(
    (other) =>
      isNear(fact, other) ||
      (other.section.join() === fact.section.join() &&
        Math.abs(view.orderOf(fact) - view.orderOf(other)) <= reachClaim),
  )
}

/** Whether a count stands right before the rate and is called nearly like it: 停学130人,辍学率为0.74%. */
function isBeside(other: Fact, fact: Fact, stem: string, view: FactView): boolean {
  const between = view.between(other, fact)
  const isShort = between.length <= (fact.head ?? fact.indicator).length + 3
  return isShort && view.claims.says('loose-base', fact.indicator) && other.indicator.includes(stem.slice(-1))
}

/** A rate whose part is stated with it and whose whole is not. */
function findUnconfirmed(fact: Fact, view: FactView): CheckDraft | undefined {
  const at = view.orderOf(fact)
  const stem = rateStem(fact.head ?? fact.indicator, view.claims)
  const before = view.facts.slice(Math.max(0, at - reach), at)
  const part = before.findLast(
    (other) =>
      isNear(fact, other) &&
      other.measure === 'count' &&
      other.role !== 'change' &&
      (other.indicator.includes(stem) || isBeside(other, fact, stem, view)),
  )
  if (part === undefined || fact.bound !== 'exact') return undefined
  return {
    state: 'unconfirmed',
    severity: 'info',
    code: 'base-not-stated',
    expression: `${part.text} / ? = ${fact.text}`,
    stated: fact.value,
    computed: null,
    difference: null,
    solution: null,
    facts: [fact.id, part.id],
  }
}

function checkRate(fact: Fact, view: FactView): CheckDraft | undefined {
  const part = view.fact(fact.ratio?.part ?? null)
  const whole = view.fact(fact.ratio?.whole ?? null)
  if (part === undefined || whole === undefined)
    return isRate(fact, view.claims) ? findUnconfirmed(fact, view) : undefined
  const terms = ratioOf(fact, part, whole, view)
  const isFinding = () => isClaimed(fact, [part, whole], view) && !fitsAnotherWhole(fact, part, whole, view)
  return terms && checkRatio(terms, isFinding())
}

export const rule: Rule = {
  id: 'rate',
  examples: {
    clean: [
      '全县小学适龄儿童20917人，已入学20896人，入学率达99.90%。',
      '小学毕业生3412人，升入初中3398人，升学率为99.59%。',
      '初中学生辍学31人，辍学率为0.35%。',
      '送审金额1840.2万元，审定金额1762.5万元，核减金额77.7万元，核减率达4.22%。',
    ],
    faulty: [
      '全县小学适龄儿童20917人，已入学20896人，入学率达98.90%。',
      '小学毕业生3412人，升入初中3398人，升学率为95.99%。',
    ],
  },
  find(view) {
    const drafts: CheckDraft[] = []
    for (const fact of view.facts) {
      if (fact.role === 'change' || isShare(fact, view.claims)) continue
      const draft = checkRate(fact, view)
      if (draft !== undefined) drafts.push(draft)
    }
    return drafts
  },
}
