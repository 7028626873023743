/** What server and page of the review say to one another, as JSON. Types alone: the page takes no code from here. */
import type { Decision, NewDecision } from '../decisions/decision.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { ReviewWords } from './messages.en.js'

export type { ReviewWords }

/** A document in the list. */
export interface DocumentSummary {
  /** From 0, in the order of the records. */
  readonly number: number
  readonly id: string
  readonly name: string
  readonly title: string
  readonly verdict: DocumentRecord['spin']['verdict']
  readonly changes: number
  readonly suggestions: number
  readonly facts: number
  readonly findings: number
}

export interface DocumentPage {
  readonly total: number
  /** How many of all documents are weighed with the decisions made so far. */
  readonly weighed: number
  readonly documents: readonly (DocumentSummary & { readonly decided: number })[]
}

/** A place of the queue: a correction of a document by its number among them. */
export interface QueueItem {
  readonly document: number
  readonly at: number
  readonly actual: string
  readonly replacement: string
  readonly confidence: number
  readonly status: 'applied' | 'suggested'
  /** From 0 to 2. */
  readonly urgency: number
}

/** What the reviewer's decisions make of a document, as far as they fit. */
export interface ReviewState {
  readonly words: readonly {
    readonly start: number
    readonly end: number
    readonly replacement: string | null
  }[]
  readonly facts: readonly { readonly start: number; readonly verdict: string; readonly indicator?: string }[]
  readonly findings: readonly {
    readonly rule: string
    readonly starts: readonly number[]
    readonly verdict: string
  }[]
  /** Decisions that no longer fit, with the reason. */
  readonly unfit: readonly { readonly text: string; readonly reason: string }[]
}

/** A piece of a line on the picture of a page, in the pixels of the recognition. */
export interface ScanSpot {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where things stand on the pages of a scan. */
export interface ReviewedScan {
  readonly pages: readonly { readonly page: number; readonly width: number; readonly height: number }[]
  /** By the number of the correction. */
  readonly words: readonly (readonly ScanSpot[])[]
  /** By the id of the fact. */
  readonly figures: Readonly<Record<string, readonly ScanSpot[]>>
}

export interface ReviewedDocument {
  readonly record: DocumentRecord
  /** Of a scan. */
  readonly scan?: ReviewedScan
  readonly state: ReviewState
}

/** What the page posts: decisions that one stroke made. */
export interface Stroke {
  readonly decisions: readonly NewDecision[]
  /** Number of the document that is shown, whose state comes back. */
  readonly shown: number
}

export interface StrokeAnswer {
  readonly made: readonly Pick<Decision, 'number' | 'kind'>[]
  readonly state: ReviewState
}

/** What became of a file that was put in. */
export interface TakenFile {
  readonly name: string
  /** Documents that are new, and those that were there before. */
  readonly added: number
  readonly known: number
  /** Why something was not read, in sentences. */
  readonly failures: readonly string[]
}
