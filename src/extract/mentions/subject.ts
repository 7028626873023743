/** Whose a figure is: the words for it, and whether they are damaged. */

import type { Spans } from '../phrases/spans.js'
import type { Range, Reading } from '../reading.js'
import type { Mention } from './mention.js'

export interface Subject {
  readonly subject: string | null
  readonly subjectDamaged: boolean
}

export function subjectAt(reading: Reading, { start, end }: Range, spans: Spans): Subject {
  const isOrphan = end - start === 1 && spans.isOrphan(start)
  const subjectDamaged = isOrphan || spans.hiddenPlace(start, end) !== undefined
  return { subject: reading.text.slice(start, end), subjectDamaged }
}

/** The subject that most figures have is that of figures that name none. */
export function commonSubject(mentions: readonly Mention[], reading: Reading, spans: Spans): Subject {
  const counts = new Map<string, { readonly subject: Subject; count: number }>()
  let best: { readonly subject: Subject; count: number } | undefined
  for (const { subject: range } of mentions) {
    if (range === null) continue
    const subject = subjectAt(reading, range, spans)
    const entry = counts.get(subject.subject!) ?? { subject, count: 0 }
    entry.count++
    counts.set(subject.subject!, entry)
    if (best === undefined || entry.count > best.count) best = entry
  }
  return best?.subject ?? { subject: null, subjectDamaged: false }
}
