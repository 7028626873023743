/** A total of a table equals the figures that it counts, down its columns and along its rows. */
import type { CheckDraft, Rule } from '../contract.js'
import { addIntervals, type Figure, meet } from '../intervals.js'
import { checkSum } from '../sums.js'
import {
  completenessAmong,
  findTableSums,
  type Holding,
  type SumChoices,
  type SumClaim,
  type SumFamily,
} from '../table-sums.js'
import type { TableView } from '../table-view.js'
import type { FactView } from '../view.js'

interface Judged extends Holding {
  readonly sums: readonly {
    readonly total: Figure
    readonly parts: readonly Figure[]
    readonly holds: boolean
  }[]
  readonly claim: SumClaim
}

function judge(family: SumFamily, claim: SumClaim, view: FactView): Judged {
  const sums = family.flatMap(({ total, parts }) => {
    const figures = view.figures([total, ...parts])
    if (figures === undefined) return []
    const [whole, ...terms] = figures
    return [{ total: whole!, parts: terms, holds: meet(whole!, addIntervals(terms)) }]
  })
  const holding = sums.filter(({ holds }) => holds).length
  return { sums, claim, holding, failing: sums.length - holding }
}

/** Of what a total may be the sum of, what most of its columns bear out. */
function judgeChoices({ families, claim }: SumChoices, view: FactView): Judged[] {
  const judged = families.map((family) => judge(family, claim, view))
  const [first, ...others] = judged.filter(({ sums }) => sums.length > 0)
  if (first === undefined) return []
  return [others.reduce((found, other) => (other.holding > found.holding ? other : found), first)]
}

/** Sums that hold are said; those that do not, only where others bear out that it is meant so. */
function checkTable(table: TableView, view: FactView): CheckDraft[] {
  const judged = findTableSums(table, view).flatMap((choices) => judgeChoices(choices, view))
  const all = new Map<SumClaim, Holding>()
  for (const { claim, holding, failing } of judged) {
    const before = all.get(claim) ?? { holding: 0, failing: 0 }
    all.set(claim, { holding: before.holding + holding, failing: before.failing + failing })
  }
  return judged.flatMap((family) => {
    const completeness = completenessAmong(family, all.get(family.claim)!)
    if (completeness === 0 || (family.holding === 0 && family.claim === 'figures')) return []
    return family.sums
      .map(({ total, parts }) => checkSum({ total, parts, completeness, overlap: false }))
      .filter((draft) => draft !== undefined)
  })
}

export const rule: Rule = {
  id: 'table-sum',
  examples: {
    clean: [
      '单位：万元\n项目\t2021年\t2022年\t2023年\n税收\t120.5\t131.2\t140.8\n非税\t60.1\t58.9\t61.0\n合计\t180.6\t190.1\t201.8',
      '乡镇\t学校\t教师\n合计\t12\t310\n清水镇\t5\t140\n白石乡\t4\t110',
      '项目\t2021年\t2022年\n一、收入\t200\t230\n其中：税收\t120\t150\n利息\t30\t31',
    ],
    faulty: [
      '单位：万元\n项目\t2021年\t2022年\t2023年\n税收\t120.5\t131.2\t140.8\n非税\t60.1\t58.9\t61.0\n合计\t180.6\t190.1\t207.8',
      '乡镇\t合计\t小学\t初中\n清水镇\t1405\t980\t425\n白石乡\t1270\t890\t380\n青石镇\t1310\t900\t510',
    ],
  },
  find: (view) => view.tables.flatMap((table) => checkTable(table, view)),
}
