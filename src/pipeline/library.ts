/**
 * The pipeline as users of the library call it: options are checked, and resources that are not given are those that
 * ship, loaded once. Single stages run the stages before them and return their own part of the record. Offsets index the
 * given text unless the record says otherwise.
 */
import type { DocumentRecord } from '../writers/schema.js'
import { checkOptions } from './check-options.js'
import type { DocumentOptions, ProcessOptions } from './options.js'
import * as pipeline from './process.js'
import { openResources, type Resources } from './resources.js'

/** Resources are those that ship, unless others are given. */
type WithDefaults<Options extends { resources: Resources }> = Omit<Options, 'resources'> &
  Partial<Pick<Options, 'resources'>>

export type TextOptions = WithDefaults<ProcessOptions>
export type BytesOptions = WithDefaults<DocumentOptions>
export type SingleOptions = Omit<TextOptions, 'until' | 'tokens'>

export type RepairResult = Pick<DocumentRecord, 'repaired' | 'spin' | 'corrections' | 'damage'>
export type SegmentResult = Pick<DocumentRecord, 'repaired'> & {
  readonly tokens: NonNullable<DocumentRecord['tokens']>
  /** Name and version of what cut them. */
  readonly segmenter: string
}
export type ExtractResult = Pick<DocumentRecord, 'facts' | 'coverage'>
export type AuditResult = Pick<DocumentRecord, 'facts' | 'checks'>

let shipped: Resources | undefined

/** The resources that ship, loaded when they are first asked for. */
export function shippedResources(): Resources {
  shipped ??= openResources()
  return shipped
}

/** The options with their resources. Throws TypeError where they are wrong. */
export function complete<Options extends object>(
  options: Options,
): Options & { readonly resources: Resources } {
  checkOptions(options)
  const { resources } = options as { resources?: Resources }
  return { ...options, resources: resources ?? shippedResources() }
}

function checkText(text: unknown): void {
  if (typeof text !== 'string') throw new TypeError(`the text must be a string, not ${typeof text}`)
}

/** The record of a text. Throws TypeError where an option is wrong. */
export function processText(text: string, options: TextOptions = {}): DocumentRecord {
  checkText(text)
  return pipeline.processText(text, complete(options))
}

/** Restores the wording of a text. */
export function repair(text: string, options: SingleOptions = {}): RepairResult {
  const { repaired, spin, corrections, damage } = processText(text, { ...options, until: 'repair' })
  return { repaired, spin, corrections, damage }
}

/** Words and parts of speech of the repaired text; `assume: 'clean'` takes the text as it stands. */
export function segment(text: string, options: SingleOptions = {}): SegmentResult {
  const {
    repaired,
    tokens = [],
    segmenter = '',
  } = processText(text, { ...options, until: 'segment', tokens: true })
  return { repaired, tokens, segmenter }
}

/** Every numeric fact of a text, and the numbers that are not facts, with the reason. */
export function extract(text: string, options: SingleOptions = {}): ExtractResult {
  const { facts, coverage } = processText(text, { ...options, until: 'extract' })
  return { facts, coverage }
}

/** The relations between the facts of a text, whether they hold or not. */
export function audit(text: string, options: SingleOptions = {}): AuditResult {
  const { facts, checks } = processText(text, options)
  return { facts, checks }
}
