/**
 * Columns of words behind figures that say more of the row (姓名 年龄 部门 工龄), against those that begin a second table
 * beside the first one (乡镇 人口 乡镇 人口; 收入 预算数 支出 预算数): there heads are said again.
 */
import type { PanelColumn } from './panel-column.js'

type Draft = Pick<PanelColumn, 'role' | 'heads'>

const saidOf = ({ heads }: Draft) => heads.map(({ name }) => name).join('')

/** Whether the columns from a place on, up to the next one of words, are a table of their own. */
function beginsAgain(drafts: readonly Draft[], at: number): boolean {
  const before = drafts.slice(0, at).map(saidOf)
  const end = drafts.findIndex(({ role }, index) => index > at && role === 'label')
  const own = drafts.slice(at, end < 0 ? drafts.length : end).map(saidOf)
  return own.some((said) => said === '' || before.includes(said))
}

/** The same columns, with those of words that only say more of the row as notes. */
export function withoutAttributes<D extends Draft>(drafts: readonly D[]): D[] {
  const firstLabel = drafts.findIndex(({ role }) => role === 'label')
  const firstFigure = drafts.findIndex(({ role }, at) => at > firstLabel && role === 'value')
  if (firstLabel < 0 || firstFigure < 0) return [...drafts]
  return drafts.map((draft, at) => {
    const isBehind = draft.role === 'label' && at > firstFigure
    return isBehind && !beginsAgain(drafts, at) ? { ...draft, role: 'note' } : draft
  })
}
