/**
 * What people said of pairs: which swaps were taken back, and which were none, in a collection whose documents went
 * through one tool. It makes such pairs likelier, or less likely, in all documents of the collection.
 */

/** What stands beside a place: a character on either side, or nothing at an end of the text. */
export interface TaughtPlace {
  readonly before: string
  readonly after: string
}

/** A pair that people decided on, in simplified characters, with the places where they said yes, and no. */
export interface TaughtPair {
  readonly standard: string
  readonly spun: string
  readonly accepted: readonly TaughtPlace[]
  readonly rejected: readonly TaughtPlace[]
}

/** What people taught of the tool that a collection went through. */
export interface Taught {
  readonly pairs: readonly TaughtPair[]
  /** Ids of the documents of which they said that a word in it was swapped. */
  readonly spun: ReadonlySet<string>
}
