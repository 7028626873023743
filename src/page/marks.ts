/**
 * The marks of a text and which of them belong together.
 * Invariant: on the restored side, the n-th correction and the n-th damage stand for the n-th note of theirs; the n-th
 * correction that was applied is the n-th struck word of the source.
 */
import type { CorrectionNote, DocumentNotes } from '../writers/page/client-data.js'
import { documentNotes } from './data.js'

export interface TextMarks {
  readonly notes: DocumentNotes
  /** Corrections of the restored side, applied or suggested. */
  readonly corrections: readonly Element[]
  readonly applied: readonly Element[]
  /** Struck words of the source. */
  readonly removed: readonly Element[]
  readonly damage: readonly Element[]
}

const known = new WeakMap<Element, TextMarks>()

/** The marks of the text that a mark stands in, numbered when first needed. */
export function marksAround(mark: Element): TextMarks | undefined {
  const text = mark.closest('.text')
  if (text === null) return undefined
  const found = known.get(text)
  if (found !== undefined) return found
  const notes = documentNotes(text)
  if (notes === undefined) return undefined
  const corrections = [...text.querySelectorAll('.r ins,.r u')]
  const marks: TextMarks = {
    notes,
    corrections,
    applied: corrections.filter(({ localName }) => localName === 'ins'),
    removed: [...text.querySelectorAll('.s del')],
    damage: [...text.querySelectorAll('.r mark')],
  }
  known.set(text, marks)
  return marks
}

/** The mark of the other side that stands for the same correction. */
export function partnerOf(mark: Element): Element | undefined {
  const marks = marksAround(mark)
  if (marks === undefined) return undefined
  if (mark.localName === 'del') return marks.applied[marks.removed.indexOf(mark)]
  return mark.localName === 'ins' ? marks.removed[marks.applied.indexOf(mark)] : undefined
}

/** The note of a correction, on either side of the text. */
export function correctionNote(mark: Element, { notes, corrections }: TextMarks): CorrectionNote | undefined {
  const own = mark.localName === 'del' ? partnerOf(mark) : mark
  return own === undefined ? undefined : notes.corrections[corrections.indexOf(own)]
}

/** The mark at an element of the page; the samples of the legend are none. */
export function markAt(target: Element): HTMLElement | undefined {
  const mark = target.closest<HTMLElement>('.text ins,.text u,.text del,.text mark,.text a.f')
  return mark === null || mark.closest('.legend') !== null ? undefined : mark
}
