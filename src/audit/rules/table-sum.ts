/** A total of a table equals the figures that it counts, down its columns and along its rows. */
import type { CheckDraft, Rule } from '../contract.js'
import { addIntervals, type Figure, meet } from '../intervals.js'
import { checkSum } from '../sums.js'
import { completenessAmong, findTableSums, type SumChoices, type SumFamily } from '../table-sums.js'
import type { FactView } from '../view.js'

interface Judged {
  readonly sums: readonly {
    readonly total: Figure
    readonly parts: readonly Figure[]
    readonly holds: boolean
  }[]
  readonly holding: number
}

function judge(family: SumFamily, view: FactView): Judged {
  const sums = family.flatMap(({ total, parts }) => {
    const figures = view.figures([total, ...parts])
    if (figures === undefined) return []
    const [whole, ...terms] = figures
    return [{ total: whole!, parts: terms, holds: meet(whole!, addIntervals(terms)) }]
  })
  return { sums, holding: sums.filter(({ holds }) => holds).length }
}

/**
 * Of what a total may be the sum of, what most of its columns bear out. Sums that hold are said; those that do not, only
 * where others of the family bear out that it is meant so.
 */
function checkChoices({ families, isSaid }: SumChoices, view: FactView): CheckDraft[] {
  const judged = families.map((family) => judge(family, view))
  const [first, ...others] = judged.filter(({ sums }) => sums.length > 0)
  if (first === undefined) return []
  const best = others.reduce((found, other) => (other.holding > found.holding ? other : found), first)
  const completeness = completenessAmong(best.holding, best.sums.length - best.holding)
  if (completeness === 0 || (best.holding === 0 && !isSaid)) return []
  return best.sums
    .map(({ total, parts }) => checkSum({ total, parts, completeness, overlap: false }))
    .filter((draft) => draft !== undefined)
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
  find: (view) =>
    view.tables.flatMap((table) =>
      findTableSums(table, view).flatMap((choices) => checkChoices(choices, view)),
    ),
}
