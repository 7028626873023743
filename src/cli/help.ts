/**
 * Commander in the user's language: its headings and its errors, which it knows in English only.
 * What commander prints goes through our terminal; errors are thrown, and told at the edge.
 */
import type { CommanderError, Command as Program } from 'commander'
import { most } from '../model/lists.js'
import type { Language } from '../writers/language.js'
import { displayWidth, pad, wrapText } from '../writers/width.js'
import type { Example } from './contract.js'
import { UsageError } from './failure.js'
import type { CliMessageKey } from './language.js'
import { hasSentence, tell } from './language.js'
import type { Terminal } from './terminal.js'
import { wantsColour } from './terminal.js'

const titles: Readonly<Record<string, CliMessageKey>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Commands:': 'help.commands',
  'Global Options:': 'help.global',
}

/** `<input...>`, `[options]` and the like, with what they name in the user's language. */
function translateNames(usage: string, language: Language): string {
  return usage.replace(/(?<=[<[])[a-z][a-z/ ]*(?=(?:\.\.\.)?[>\]])/g, (name) => {
    const key = `word.${name}`
    return hasSentence(key) ? tell(language, key) : name
  })
}

/** Calls with what each is for, in two columns. */
export function examplesText(examples: readonly Example[], language: Language): string {
  const width = most(examples.map(({ call }) => displayWidth(call)))
  const lines = examples.map((example) => `  ${pad(example.call, width)}  ${example[language]}`)
  return [tell(language, 'help.examples'), ...lines].join('\n')
}

/** Where help is shown, and in which language. */
export interface HelpSettings {
  readonly terminal: Terminal
  readonly language: Language
  /** What was to be printed: only the caller can wait until it is written. */
  readonly printed: string[]
}

/** Help and errors of one command in a language. Children take these settings only where set before they are made. */
export function localiseHelp(program: Program, { terminal, language, printed }: HelpSettings): void {
  program.helpOption('-h, --help', tell(language, 'help.help'))
  const plain = program.createHelp()
  const translated = (usage: string) => translateNames(usage, language)
  program.configureHelp({
    showGlobalOptions: true,
    displayWidth,
    boxWrap: wrapText,
    commandUsage: (command) => translated(plain.commandUsage(command)),
    subcommandTerm: (command) => translated(plain.subcommandTerm(command)),
    optionTerm: (option) => translated(plain.optionTerm(option)),
    argumentTerm: (argument) => translated(`<${plain.argumentTerm(argument)}>`).slice(1, -1),
    styleTitle: (title) => {
      const key = titles[title]
      return key === undefined ? title : tell(language, key)
    },
  })
  program.configureOutput({
    // A full-width colon has its own room.
    writeOut: (text) => printed.push(text.replace('： ', '：')),
    // What goes wrong is thrown as well, and told once, at the edge.
    writeErr: () => {},
    getOutHelpWidth: () => terminal.stdout.columns ?? 100,
    getOutHasColors: () => wantsColour(terminal),
  })
  program.exitOverride()
}

const keys: Readonly<Record<string, CliMessageKey>> = {
  'commander.unknownCommand': 'error.unknown-command',
  'commander.unknownOption': 'error.unknown-option',
  'commander.missingArgument': 'error.missing-argument',
  'commander.optionMissingArgument': 'error.missing-value',
  'commander.excessArguments': 'error.excess-argument',
}

/** Commander's error as one of ours: what it is about stands in quotes in its English sentence. */
export function usageErrorOf(error: CommanderError, language: Language): UsageError {
  const [sentence = ''] = error.message.split('\n')
  const key = keys[error.code]
  if (key === undefined) return new UsageError('error.usage', { error: sentence.replace(/^error: /, '') })
  // What the user wrote may have lines of its own.
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? ''
  const name =
    error.code === 'commander.missingArgument' ? translateNames(`<${quoted}>`, language).slice(1, -1) : quoted
  const suggestion = /\n\(Did you mean (?:one of )?([^?\n]*)\?\)$/.exec(error.message)?.[1]
  return suggestion === undefined ? new UsageError(key, { name }) : new UsageError(key, { name, suggestion })
}
