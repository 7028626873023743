/**
 * A column of shares against the column that it is about and its whole. Shares may be of something that is not printed,
 * so a row is a finding only where most rows follow from what is printed, and a slip of the pen explains the one that
 * does not.
 */
import type { TableColumn } from '../../model/table.js'
import { isBorneOut } from '../borne-out.js'
import type { CheckDraft, Rule } from '../contract.js'
import { meet } from '../intervals.js'
import { checkRatio, type RatioTerms, ratioOf } from '../ratios.js'
import type { TableView } from '../table-view.js'
import type { FactView } from '../view.js'

/** The share that a row prints, with its part and its whole. */
function termsIn(table: TableView, row: number, column: TableColumn, view: FactView): RatioTerms | undefined {
  const share = table.factAt(row, column.column)
  const part = view.fact(share?.ratio?.part ?? null)
  const whole = view.fact(share?.ratio?.whole ?? null)
  if (share === undefined || part === undefined || whole === undefined || part.unit !== whole.unit)
    return undefined
  return ratioOf(share, part, whole, view)
}

function checkColumn(table: TableView, column: TableColumn, view: FactView): CheckDraft[] {
  const judged = table.body.flatMap(({ row }) => {
    const terms = termsIn(table, row, column, view)
    return terms === undefined ? [] : [{ terms, holds: meet(terms.ratio, terms.quotient) }]
  })
  // Unlike growth a share is worked out from what is printed, if it is of this whole at all.
  const claimed = isBorneOut(judged, true)
  return judged.flatMap(({ terms, holds }) => {
    const draft = holds || claimed ? checkRatio(terms, claimed) : undefined
    return draft === undefined || draft.code === 'ratio-differs' ? [] : [draft]
  })
}

export const rule: Rule = {
  id: 'table-share',
  examples: {
    clean: [
      '项目\t金额（万元）\t占比（%）\n工资\t120\t60.0\n公用\t50\t25.0\n专项\t30\t15.0\n合计\t200\t100.0',
      '项目\t金额（万元）\t占比（%）\n工资\t120\t6.1\n公用\t50\t2.6\n专项\t30\t1.5\n合计\t200\t10.2',
    ],
    faulty: [
      '项目\t金额（万元）\t占比（%）\n工资\t120\t60.0\n公用\t50\t35.0\n专项\t20\t10.0\n其他\t10\t5.0\n合计\t200\t100.0',
    ],
  },
  find: (view) =>
    view.tables.flatMap((table) =>
      table.table.columns
        .filter(({ role, of }) => role === 'share' && of !== null)
        .flatMap((column) => checkColumn(table, column, view)),
    ),
}
