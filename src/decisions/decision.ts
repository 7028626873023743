/**
 * Decisions of a person about documents: what a line of a log of decisions says. They are data of their own: no record is
 * changed where they are made, and they hold for records that the tool makes anew, because each names its place by the
 * text that stands there.
 */
import type { FindingVerdict } from '../model/check.js'
import type { FactVerdict } from '../model/fact.js'
import type { Anchor } from './anchor.js'

/** How far a decision about a word reaches: its place, the same word in the document, or in all documents. */
export const scopes = ['place', 'document', 'set'] as const
export type Scope = (typeof scopes)[number]

/**
 * accept: what the tool put or suggested. alternative: another word that it weighed. own: text that the person typed.
 * reject: the source is right there. keep-word: this word is never to be changed. undo: another line of the same log does
 * not hold.
 */
export const decisionKinds = [
  'accept',
  'alternative',
  'own',
  'reject',
  'keep-word',
  'fact',
  'finding',
  'undo',
] as const

interface Common {
  /** Place of the line among those of its log, from 1; what an undo names. */
  readonly number: number
  /** When, as 2024-05-01T08:30:00.000Z, given by the caller. */
  readonly at: string
  /** Who. */
  readonly by: string
  /** Id of the document's record: the digest of its bytes. */
  readonly document: string
  /** Decisions that were made by one stroke, and are undone by one, share it. */
  readonly batch?: number
}

export interface WordDecision extends Common {
  readonly kind: 'accept' | 'alternative' | 'own' | 'reject'
  readonly anchor: Anchor
  /** What is to stand there; of a rejection, what is not. */
  readonly replacement: string
  readonly scope: Scope
}

export interface KeepWordDecision extends Common {
  readonly kind: 'keep-word'
  readonly word: string
  readonly scope: 'document' | 'set'
}

export interface FactDecision extends Common {
  readonly kind: 'fact'
  readonly anchor: Anchor
  readonly verdict: FactVerdict
  /** Of a correction: what is otherwise. */
  readonly indicator?: string
  readonly unit?: string
  readonly period?: string
}

export interface FindingDecision extends Common {
  readonly kind: 'finding'
  readonly rule: string
  /** The figures that the finding is about, in its order. */
  readonly figures: readonly Anchor[]
  readonly verdict: FindingVerdict
}

export interface UndoDecision extends Common {
  readonly kind: 'undo'
  /** Number of the line that does not hold; an undo of an undo makes it hold again. */
  readonly of: number
}

export type Decision = WordDecision | KeepWordDecision | FactDecision | FindingDecision | UndoDecision

/** A decision as it is handed in: number and time are the log's. */
export type NewDecision<D extends Decision = Decision> = D extends Decision
  ? Omit<D, 'number' | 'at' | 'by'>
  : never

/** The decisions of one reviewer, in the order in which they were made. */
export interface DecisionLog {
  readonly by: string
  readonly decisions: readonly Decision[]
}
