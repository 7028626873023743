/**
 * Rows of the tables that only a database has: texts, blocks, links between checks and facts, repeats.
 * Invariant: a row's values stand in the order of the columns of `schema.ts`.
 */
import { offsetMap } from '../../model/edit.js'
import { spanOf } from '../../model/span.js'
import { revisionOf } from '../../writers/revision.js'
import type { DatasetDocument } from '../contract.js'
import type { SqlValue } from './connection.js'

export function textRow({ key, record }: DatasetDocument): SqlValue[] {
  return [key, record.source.text, record.repaired.text]
}

export interface BlockRow {
  /** All between the block's number and its text. */
  readonly values: readonly SqlValue[]
  readonly text: string
}

/** The blocks with their repaired text, which people search: nobody looks for the words of the software. */
export function blockRows({ key, record }: DatasetDocument): BlockRow[] {
  const revision = revisionOf(record)
  const map = offsetMap(revision)
  return record.blocks.map(({ kind, level, at, start, end }) => {
    const span = map.forward(spanOf<'source'>(start, end))
    return {
      values: [key, kind, level, at.page, at.line, start, end],
      text: revision.text.slice(span.start, span.end),
    }
  })
}

/** Facts in their order in the check; a fact that the record does not have is left out. */
export function checkFactRows({ key, record }: DatasetDocument): SqlValue[][] {
  const known = new Set(record.facts.map(({ id }) => id))
  return record.checks.flatMap(({ id, facts }) =>
    facts.filter((fact) => known.has(fact)).map((fact, index) => [key, id, index + 1, fact]),
  )
}

export function repeatRows({ key, repeats }: DatasetDocument): SqlValue[][] {
  return repeats.map(({ start, end, kind, of }, index) => [key, index + 1, start, end, kind, of])
}
