/** Which formats say what a command shows. */
import type { Section, Writer } from './contract.js'
import { writers } from './index.js'

/** The writers that serve a command, by name. */
export function writersFor(sections: readonly Section[]): Writer[] {
  return writers.filter((writer) => writer.serves?.(sections) ?? true)
}
