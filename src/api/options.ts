/** What the API works with, the same on both of its ways. */
import type { Threads } from '../dataset/threads.js'
import type { Language } from '../writers/language.js'
import type { Gate } from './gate.js'
import type { Nearby } from './nearby.js'

export interface ApiOptions {
  readonly threads: Pick<Threads, 'processBytes' | 'processText'>
  /** How many threads there are. */
  readonly lanes: number
  /** Takes short texts while nobody else asks. */
  readonly nearby: Nearby
  readonly gate: Gate
  /** Most bytes of a document, a text or a line. */
  readonly maxBytes: number
  readonly language: Language
  /** Names of this machine by which it may be asked, with the port. */
  readonly hosts: () => readonly string[]
}
