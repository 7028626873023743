/**
 * What a kind of disguise is: a way in which software writes a word with other characters, so that neither filters nor
 * searches find it. A kind only proposes what may have stood there; `weigh.ts` tells whether it did.
 */
import type { DisguiseName } from '../../model/correction.js'
import type { CharacterTables } from '../../resources/characters.js'
import type { StandardWords } from './words.js'

/** What kinds know. */
export interface DisguiseKnowledge {
  readonly characters: CharacterTables
  readonly words: StandardWords
  /** A quick look at two code units: may they be a standard word or character, disguised? */
  lookAt(first: number, second: number): 'no' | 'by-sound' | 'by-form'
}

/** `[start, end)` of a line may have been `replacement`. */
export interface Proposal {
  readonly start: number
  readonly end: number
  readonly replacement: string
  /** Where it costs another amount than its kind. */
  readonly cost?: number
}

export interface DisguiseKind {
  readonly id: DisguiseName
  /** What a proposal of the kind costs, in nats: how many others the same place could have had. */
  readonly cost: number
  /** Proposals whose place is in `[start, end)` of a line. */
  propose(line: string, start: number, end: number, knowledge: DisguiseKnowledge): Proposal[]
  /** Texts in which each disguise is restored, or reported: what stands there, and what it was. */
  readonly examples: readonly { readonly damaged: string; readonly restored: string }[]
  /** Clean texts that look like it. */
  readonly nonExamples: readonly string[]
}
