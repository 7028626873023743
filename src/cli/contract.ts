/**
 * What a command is: one file in `commands/` exports `command`; the index is generated. Its own help stands beside
 * it, in both languages, so that a new command is one new file.
 */
import type { StageName } from '../model/message.js'
import type { Section } from '../writers/contract.js'
import type { Language } from '../writers/language.js'
import type { OptionKey, Settings } from './options.js'
import type { Terminal } from './terminal.js'

export interface CommandContext {
  readonly terminal: Terminal
  readonly language: Language
  /** Command line over configuration file. */
  readonly settings: Settings
  /** The configuration file that was read. */
  readonly config: string | undefined
}

/** What a command that processes documents shows of them, and how far it goes. */
export interface CommandView {
  readonly until: StageName
  readonly sections: readonly Section[]
  readonly tokens?: boolean
}

/** A call on the files that `huanyuan samples` writes, and what it is for. */
export type Example = Readonly<Record<'call' | Language, string>>

export interface Command {
  readonly name: string
  /** As commander has them, such as `<input...>`; described by `help.<name>` of the messages. */
  readonly argument?:
    | '<input...>'
    | '[input...]'
    | '<source...>'
    | '<place...>'
    | '<folder>'
    | '<action...>'
    | '<database...>'
    | '<record...>'
    | '<decided...>'
    | '<part...>'
    | '[documents...]'
    | '<watched>'
    | '<queue>'
  readonly summary: Readonly<Record<Language, string>>
  readonly examples: readonly Example[]
  readonly options: readonly OptionKey[]
  /** Decides which formats there are, of a command that prints documents. */
  readonly view?: CommandView
  /** Runs and gives the exit code. Throws UsageError and ProcessingError. */
  run(context: CommandContext, inputs: readonly string[]): Promise<number>
}
