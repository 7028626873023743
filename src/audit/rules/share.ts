/** A share of a named whole: 占在校学生总数的22.91%. */
import type { Fact } from '../../model/fact.js'
import type { CheckDraft, Rule } from '../contract.js'
import { isShare, namesWhole, samePeriod } from '../names.js'
import { checkRatio, fitsAnotherWhole, ratioOf } from '../ratios.js'
import type { FactView } from '../view.js'

/** A difference is a finding where the whole is the one that is named, of the same time, and no other one fits. */
function isClaimed(fact: Fact, part: Fact, whole: Fact, view: FactView): boolean {
  return (
    namesWhole(fact, whole) && samePeriod(fact, [part, whole]) && !fitsAnotherWhole(fact, part, whole, view)
  )
}

export const rule: Rule = {
  id: 'share',
  examples: {
    clean: [
      '全县在校学生41297人，其中寄宿学生9463人，占在校学生总数的22.91%。',
      '全区共有党员1200名，其中女党员318名，占党员总数的26.5%。',
    ],
    faulty: [
      '全县在校学生41297人，其中寄宿学生9463人，占在校学生总数的32.91%。',
      '全区共有党员1200名，其中女党员318名，占党员总数的36.5%。',
    ],
  },
  find(view) {
    const drafts: CheckDraft[] = []
    for (const fact of view.facts) {
      // Those of tables have a rule of their own.
      if (fact.ratio === null || fact.cell !== null) continue
      if (fact.role === 'change' || !isShare(fact, view.claims)) continue
      const part = view.fact(fact.ratio.part)
      const whole = view.fact(fact.ratio.whole)
      if (part === undefined || whole === undefined) continue
      const terms = ratioOf(fact, part, whole, view)
      const draft = terms && checkRatio(terms, isClaimed(fact, part, whole, view))
      if (draft !== undefined) drafts.push(draft)
    }
    return drafts
  },
}
