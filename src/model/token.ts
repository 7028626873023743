/** Tokens of the repaired text: words with part of speech, and numbers kept whole. Joined, they are that text exactly. */
import type { Span } from './span.js'

export interface Token extends Span<'repaired'> {
  readonly text: string
  /** Part of speech in the tag set of the ICTCLAS tradition: n, v, m, ns, x (punctuation) … */
  readonly pos: string
}
