/**
 * What is wrong with the call or the machine: the program ends with a line and exit code 2. Keys are those of
 * `messages.en.ts`.
 */
import type { Parameters } from '../writers/language.js'
import type { CliMessageKey } from './language.js'

export class UsageError extends Error {
  override readonly name = 'UsageError'
  constructor(
    readonly key: CliMessageKey,
    readonly parameters: Parameters = {},
  ) {
    super(key)
  }
}
