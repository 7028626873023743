/** What the sheets of a workbook hold: the tables of datasets as they are, figures with the digits they were printed in. */
import { isFinding } from '../../model/check.js'
import type { Language } from '../language.js'
import { checkTable } from '../tables/checks.js'
import type { Column, Table, TabledDocument } from '../tables/columns.js'
import type { SheetCell } from './figure.js'
import { figureOf } from './figure.js'

/** What a sheet says of its columns. */
export type SheetColumn = Pick<Column<never>, 'name' | 'type' | 'about'>

export interface Sheet<Document extends TabledDocument = TabledDocument> {
  readonly name: string
  /** Rows may go on beyond the last column. */
  readonly columns: readonly SheetColumn[]
  rows(document: Document, language: Language): Iterable<readonly SheetCell[]>
}

/** A table as a sheet; where `keeps` is given, of its items alone that it says, under a name of their own. */
export function sheetOf<Item, Document extends TabledDocument>(
  table: Table<Item, Document>,
  name: string = table.name,
  keeps: (item: Item) => boolean = () => true,
): Sheet<Document> {
  const { columns } = table
  return {
    name,
    columns,
    *rows(document, language) {
      for (const item of table.items(document)) {
        if (!keeps(item)) continue
        yield columns.map(({ cell, printed }) => {
          const digits = printed?.(item) ?? null
          return digits === null ? cell(item, document, language) : figureOf(digits)
        })
      }
    },
  }
}

/** Of the checks those that ask for a reader. */
export const findingSheet = sheetOf(checkTable, 'findings', isFinding)
