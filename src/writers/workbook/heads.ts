/** How sheets and their columns are called in each language: in English as the tables of datasets call them. */
import type { Language } from '../language.js'
import { heads, sheetNames, types } from './heads.zh.js'
import type { Sheet, SheetColumn } from './sheets.js'

type Named = Pick<Sheet, 'name' | 'columns'>

/** The name that a sheet is shown by. */
export function titleOf({ name }: Pick<Sheet, 'name'>, language: Language): string {
  return language === 'zh' ? (sheetNames[name] ?? name) : name
}

/** The sheet of findings has the columns of checks. */
const tableOf = (sheet: string) => (sheet === 'findings' ? 'checks' : sheet)

/** The columns of a sheet, each with its head and what it holds in words. */
export function headedColumns(
  { name: sheet, columns }: Named,
  language: Language,
): readonly (SheetColumn & { readonly head: string })[] {
  return columns.map((column) => {
    const { name, about } = column
    const known = heads[`${tableOf(sheet)}.${name}`] ?? heads[name]
    const [head, words] = language === 'zh' && known !== undefined ? known : [name, about]
    return { ...column, head, about: words }
  })
}

/** The sheet that says what the columns of the others hold: its heads, and the name that other formats have for each. */
export function columnSheetOf(language: Language): Named & { readonly heads: readonly string[] } {
  const isChinese = language === 'zh'
  const names = isChinese
    ? ['table', 'head', 'column', 'type', 'about']
    : ['table', 'column', 'type', 'about']
  return {
    name: 'columns',
    columns: names.map((name) => ({ name, type: 'text', about: '' })),
    heads: isChinese ? ['表', '列', '其他格式中的列名', '类型', '说明'] : names,
  }
}

/** The rows of that sheet. */
export function columnRows(sheets: readonly Named[], language: Language): string[][] {
  return sheets.flatMap((sheet) =>
    headedColumns(sheet, language).map(({ name, head, type, about }) =>
      language === 'zh'
        ? [titleOf(sheet, language), head, name, types[type] ?? type, about]
        : [sheet.name, name, type, about],
    ),
  )
}
