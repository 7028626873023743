/** What stands in front of the rows of a table in plain text: their numbers and codes, and figures that touch their names. */
import { isValue, label, type Row, textOf } from './table-rows.js'

/** Rows that have to agree. */
const fewestRows = 3

/** 1工商银行: the number of a row that lost what parted it from the name. */
const numbered = /^(\d{1,3})(?=[\u4e00-\u9fff])/

/** Rows that are numbered one by one right in front of their names, with the numbers as cells of their own. */
export function withSerials(text: string, rows: readonly Row[]): readonly Row[] {
  const named = rows.filter(({ cells }) => cells.length > 1 && numbered.test(textOf(text, cells[0]!)))
  const isSerial = named.every(
    ({ cells }, at) => Number(numbered.exec(textOf(text, cells[0]!))![1]) === at + 1,
  )
  if (named.length < fewestRows || !isSerial) return rows
  return rows.map((row) => {
    const [first, ...others] = row.cells
    const serial = row.cells.length > 1 ? numbered.exec(textOf(text, first!)) : null
    if (serial === null) return row
    const middle = first!.start + serial[1]!.length
    const cells = [{ ...first!, end: middle }, { ...first!, start: middle }, ...others]
    return { ...row, cells }
  })
}

/** 201 06 01 in front of the name of a row, of which heads of groups have the first parts alone. */
const codePart = /^\d{2,7}$/

/** Rows whose names stand behind codes of several parts, each name in the same column. */
export function withCodes(text: string, rows: readonly Row[]): readonly Row[] {
  const leads = rows.map(({ cells }) => {
    const named = cells.findIndex((cell) => !codePart.test(textOf(text, cell)))
    return named > 0 && !label.test(textOf(text, cells[named]!)) ? -1 : named
  })
  const most = leads.reduce((one, two) => Math.max(one, two), 0)
  if (most < 2 || leads.filter((lead) => lead > 0).length < fewestRows) return rows
  return rows.map(({ line, cells }, at) => {
    const lead = leads[at]!
    // A total has no code, and a head stands over other columns.
    if (lead < 0 || (lead === 0 && !isValue(textOf(text, cells.at(-1)!)))) return rows[at]!
    const blank = { start: line.start, end: line.start }
    const missing = Array.from({ length: most - lead }, () => blank)
    return { line, cells: [...cells.slice(0, lead), ...missing, ...cells.slice(lead)] }
  })
}

/** 维修服务1.5: a name with the first of its figures. */
const touching = /^[^\d]*[\u4e00-\u9fff)）](?=-?\d+\.\d+$)/

/** Rows whose names touch their first figures, in all of them, with these as cells of their own. */
export function withFirstFigures(text: string, rows: readonly Row[]): readonly Row[] {
  const full = rows.filter(({ cells }) => cells.length > 1)
  if (!full.every(({ cells }) => touching.test(textOf(text, cells[0]!)))) return rows
  return rows.map((row) => {
    const [first, ...others] = row.cells
    if (others.length === 0) return row
    const middle = first!.start + touching.exec(textOf(text, first!))![0].length
    return { ...row, cells: [{ ...first!, end: middle }, { ...first!, start: middle }, ...others] }
  })
}
