/**
 * How many repairs a document has, as every surface says it: places whose wording is other than that of the source, or may
 * be. Lines that were joined say the same as before, and are none.
 */
import type { DocumentRecord } from './schema.js'

export interface RepairCounts {
  readonly applied: number
  readonly suggested: number
}

export function repairCounts({ corrections }: Pick<DocumentRecord, 'corrections'>): RepairCounts {
  const repairs = corrections.filter(({ kind }) => kind !== 'layout')
  const applied = repairs.filter(({ status }) => status === 'applied').length
  return { applied, suggested: repairs.length - applied }
}
