/** The interface of a word segmenter, so that another one can be used. */

export interface TaggedWord {
  readonly text: string
  /** Part of speech in the ICTCLAS tag set. */
  readonly pos: string
}

/** Cuts text that holds no figures into tagged words. Their lengths add up to that of the text. */
export interface Segmenter {
  /** Name and version, for records. */
  readonly id: string
  tag(text: string): readonly TaggedWord[]
}
