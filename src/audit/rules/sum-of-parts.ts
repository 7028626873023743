/** A total equals the sum of its parts, at every level of a breakdown and across sentences. */
import type { Fact } from '../../model/fact.js'
import type { Breakdown } from '../breakdowns.js'
import { findBreakdowns } from '../breakdowns.js'
import type { CheckDraft, Rule } from '../contract.js'
import { findScatteredSums } from '../scattered.js'
import { checkSum } from '../sums.js'
import type { FactView } from '../view.js'

function checkBreakdown({ total, parts, completeness, overlap }: Breakdown, view: FactView) {
  const figures = view.figures([total, ...parts])
  if (figures === undefined) return undefined
  const [whole, ...terms] = figures
  return checkSum({ total: whole!, parts: terms, completeness, overlap })
}

const misprints = ['digit-differs', 'digits-transposed', 'total-equals-first-part']

/** Of the lists that may be meant, the one that adds up; else the one that a misprint explains; else the likeliest. */
function checkLists(lists: readonly Breakdown[], view: FactView): CheckDraft | undefined {
  const drafts = lists.map((list) => checkBreakdown(list, view))
  const found = drafts.filter((draft) => draft !== undefined)
  return (
    found.find(({ state }) => state === 'holds') ??
    found.find(({ state }) => state !== 'mismatch') ??
    found.find(({ code }) => misprints.includes(code)) ??
    drafts[0]
  )
}

function checkTotal(total: Fact, view: FactView): CheckDraft[] {
  return findBreakdowns(total, view)
    .map((lists) => checkLists(lists, view))
    .filter((draft) => draft !== undefined)
}

export const rule: Rule = {
  id: 'sum-of-parts',
  examples: {
    clean: [
      '全镇共有学校12所，其中：小学8所，初中3所，高中1所。',
      '全乡共有幼儿园9所（公办4所，民办5所）。',
      '全区现有教师860人，其中高级教师120人。',
      '粮食总产量21.6万吨，其中夏粮8.9万吨、秋粮12.7万吨。',
      '定义运算：3△8=(3,8)+[3,8]=1+24=25，则5△8等于多少。',
    ],
    faulty: [
      '全镇共有幼儿园9所（公办4所，民办6所）。',
      '全年举办培训18期，其中：教师培训9期，校长培训3期，其余培训5期。',
      '全县在校学生41297人，其中：小学21846人，中学12904人，职业高中873人，幼儿园5664人。',
    ],
  },
  find: (view) => [...view.facts.flatMap((fact) => checkTotal(fact, view)), ...findScatteredSums(view)],
}
