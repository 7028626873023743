/**
 * Single stages for users of the library: each takes a text, runs the stages before it, and returns its own part of the
 * record. Offsets index the given text unless the record says otherwise.
 */
import type { DocumentRecord } from '../writers/schema.js'
import { processText } from './process.js'
import type { StageOptions } from './stages.js'

type SingleOptions = Omit<StageOptions, 'until'>

export type RepairResult = Pick<DocumentRecord, 'repaired' | 'spin' | 'corrections' | 'damage'>
export type SegmentResult = Pick<DocumentRecord, 'repaired'> & {
  readonly tokens: NonNullable<DocumentRecord['tokens']>
  /** Name and version of what cut them. */
  readonly segmenter: string
}
export type ExtractResult = Pick<DocumentRecord, 'facts' | 'coverage'>
export type AuditResult = Pick<DocumentRecord, 'facts' | 'checks'>

/** Restores the wording of a text. */
export function repair(text: string, options: SingleOptions): RepairResult {
  const { repaired, spin, corrections, damage } = processText(text, { ...options, until: 'repair' })
  return { repaired, spin, corrections, damage }
}

/** Words and parts of speech of the repaired text; `assume: 'clean'` takes the text as it stands. */
export function segment(text: string, options: SingleOptions): SegmentResult {
  const {
    repaired,
    tokens = [],
    segmenter = '',
  } = processText(text, { ...options, until: 'segment', tokens: true })
  return { repaired, tokens, segmenter }
}

/** Every numeric fact of a text, and the numbers that are not facts, with the reason. */
export function extract(text: string, options: SingleOptions): ExtractResult {
  const { facts, coverage } = processText(text, { ...options, until: 'extract' })
  return { facts, coverage }
}

/** The relations between the facts of a text, whether they hold or not. */
export function audit(text: string, options: SingleOptions): AuditResult {
  const { facts, checks } = processText(text, options)
  return { facts, checks }
}
