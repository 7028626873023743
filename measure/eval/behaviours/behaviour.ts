/** What a behaviour of tools is given, and what it gives: one file of this folder a behaviour, `index.ts` lists them. */
import type { EvaluationText, GoldEdit } from '../sets.js'

/** A clean text, and the tables (standard → spun) that were drawn for it. */
export interface Task {
  readonly clean: EvaluationText
  readonly table: ReadonlyMap<string, string>
  /** Of another tool. */
  readonly other: ReadonlyMap<string, string>
  /** Whether a word is current in clean prose. */
  isCurrent(word: string): boolean
}

export interface Behaviour {
  /** The name that `--sets` takes. */
  readonly name: string
  /** The text as such a tool leaves it. The gold undone gives its `original`. */
  make(task: Task): EvaluationText
}

/** A clean text with swaps: their offsets index the spun text. */
export function spunText(
  clean: EvaluationText,
  text: string,
  swaps: readonly Omit<GoldEdit, 'kind'>[],
): EvaluationText {
  return { ...clean, text, gold: swaps.map((swap) => ({ ...swap, kind: 'swap' })) }
}
