/**
 * The command line's entry: arguments in, exit code out. Builds the commands from their files, merges options with
 * the configuration file, and is the one edge where errors become sentences.
 * Exit codes are those of `exit-codes.ts`: what is thrown to here is wrong with the call or the machine.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { CommanderError, Option, Command as Program } from 'commander'
import { formats } from '../dataset/formats/index.js'
import { ProcessingError } from '../model/message.js'
import { programVersion } from '../resources/identity.js'
import type { Droppable } from '../writers/clean-text.js'
import { writersFor } from '../writers/formats.js'
import { writers } from '../writers/index.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import { commands } from './commands/index.js'
import { readConfig } from './config.js'
import type { Command } from './contract.js'
import { exitCode } from './exit-codes.js'
import { UsageError } from './failure.js'
import { remark } from './failures.js'
import { examplesText, type HelpSettings, localiseHelp, usageErrorOf } from './help.js'
import type { CliMessageKey } from './language.js'
import { environmentLanguage, hasSentence, listIn, requestedLanguage, tell } from './language.js'
import type { OptionDefinition, OptionKey, Settings } from './options.js'
import { optionTable, readOption } from './options.js'
import type { Terminal } from './terminal.js'
import { ClosedPipe, processTerminal, writeSafe } from './terminal.js'
import { wordFormats } from './word-formats.js'

/** What an option means, for a command that it means something else for too. */
function meaningOf(key: OptionKey, command: Command | undefined, language: Language): string {
  const ofCommand = `option.${key}.${command?.name}`
  return tell(language, hasSentence(ofCommand) ? ofCommand : `option.${key}`)
}

/** What an option means, with what it may be, unless that says each of it in brackets. */
function descriptionOf(definition: OptionDefinition, language: Language, command?: Command): string {
  const description = meaningOf(definition.key, command, language)
  if (!('choices' in definition)) return description
  const { choices } = definition
  const isSaid = choices.every((choice) => new RegExp(`[(（]${choice}[)）]`).test(description))
  return isSaid
    ? description
    : tell(language, 'help.choices', { description, choices: listIn(language, choices) })
}

function commanderOption(definition: OptionDefinition, language: Language, command?: Command): Option {
  const option = new Option(definition.flags, descriptionOf(definition, language, command))
  const name = /--[a-z-]+/.exec(definition.flags)?.[0] ?? definition.flags
  // One flag can mean another thing for another command, so values are kept under the key.
  option.attributeName = () => definition.key
  if (definition.kind === 'list' || definition.kind === 'choices') {
    option.argParser((value: string, previous: readonly string[] | undefined) => [
      ...new Set([...(previous ?? []), ...(readOption(definition, value, name) as readonly string[])]),
    ])
  } else if (definition.kind !== 'flag') {
    option.argParser((value: string) => readOption(definition, value, name))
  }
  return option
}

/** Of a document alone there is less to leave out than of a set, whose documents repeat each other. */
const droppedAlone: readonly Droppable[] = ['boilerplate']

/** The option as a command has it: of the formats only those that say what it shows. */
function forCommand(definition: OptionDefinition, { view }: Command): OptionDefinition {
  if (view === undefined) return definition
  if (definition.key === 'format' && definition.kind === 'choice') {
    const ids = writersFor(view.sections).map(({ id }) => id)
    return {
      ...definition,
      choices: view.sections.includes('repairs') ? [...ids, ...wordFormats].sort() : ids,
    }
  }
  if (definition.key === 'drop' && definition.kind === 'choices')
    return { ...definition, choices: droppedAlone }
  return definition
}

function addCommand(
  program: Program,
  command: Command,
  table: readonly OptionDefinition[],
  help: HelpSettings,
  onEnd: (code: number) => void,
): void {
  const { terminal, language } = help
  const sub = program.command(command.name).description(command.summary[language])
  if (command.argument !== undefined) {
    const name = command.argument.replace(/[<>.[\]]/g, '')
    sub.argument(command.argument, tell(language, `help.${name}` as CliMessageKey))
  }
  const definitions = table
    .filter(({ key }) => command.options.includes(key))
    .map((definition) => forCommand(definition, command))
  for (const definition of definitions) sub.addOption(commanderOption(definition, language, command))
  localiseHelp(sub, help)
  sub.addHelpText('after', `\n${examplesText(command.examples, language)}`)
  sub.action(async (...received: unknown[]) => {
    const given = command.argument === undefined ? [] : [received[0]].flat()
    const options = sub.optsWithGlobals<Settings>()
    const config = readConfig(terminal.cwd, table, options.config)
    const settings: Settings = { ...config?.settings, ...options }
    const context = { terminal, language: settings.lang ?? language, settings, config: config?.path }
    if (config !== undefined && [...command.options, 'lang'].some((key) => key in config.settings)) {
      remark(context, tell(context.language, 'config.used', { path: config.path }))
    }
    onEnd(await command.run(context, given as string[]))
  })
}

function buildProgram(help: HelpSettings, onEnd: (code: number) => void): Program {
  const { language } = help
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id)
  const table = optionTable([...idsOf(writers), ...wordFormats], idsOf(formats))
  const program = new Program('huanyuan')
  program.description(tell(language, 'help.program'))
  program.version(programVersion(), '-v, --version', tell(language, 'help.version'))
  for (const name of ['lang', 'config'] as const) {
    program.addOption(commanderOption(table.find(({ key }) => key === name)!, language))
  }
  localiseHelp(program, help)
  program.helpCommand('help [command]', tell(language, 'help.help-command'))
  program.addHelpText('after', `\n${tell(language, 'help.more')}`)
  for (const command of commands) addCommand(program, command, table, help, onEnd)
  return program
}

/** The sentence for an error that ends the program. */
function sentenceOf(error: unknown, language: Language): string {
  if (error instanceof UsageError) {
    const { suggestion, choices } = error.parameters
    const listed = choices === undefined ? {} : { choices: listIn(language, String(choices).split(', ')) }
    const sentence = tell(language, error.key, { ...error.parameters, ...listed })
    return suggestion === undefined
      ? sentence
      : tell(language, 'error.did-you-mean', { error: sentence, suggestion })
  }
  if (error instanceof ProcessingError) return sayCode(language, 'message', error.code, error.parameters)
  return tell(language, 'error.internal', { reason: error instanceof Error ? error.message : String(error) })
}

/** A call whose first word is no command and leads to files is one of `run`. */
function withCommand(argv: readonly string[], program: Program, cwd: string): string[] {
  const [node = '', script = '', first = '', ...rest] = argv
  const isKnown = first === 'help' || program.commands.some((command) => command.name() === first)
  const isInput = first !== '' && !first.startsWith('-') && existsSync(resolve(cwd, first))
  return isInput && !isKnown ? [node, script, 'run', first, ...rest] : [...argv]
}

/** Runs the command that the words name; one that asks for help or the version ends here. */
async function parse(program: Program, argv: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(argv)
  } catch (error) {
    if (!(error instanceof CommanderError) || error.exitCode !== 0) throw error
  }
}

/** Runs the command line; `argv` is node's own, with the words of the user from the third on. */
export async function main(argv: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const language = requestedLanguage(argv) ?? environmentLanguage(terminal.env)
  const help = { terminal, language, printed: [] }
  let code: number = exitCode.done
  const program = buildProgram(help, (ended) => {
    code = ended
  })
  try {
    if (argv.length <= 2) {
      terminal.stderr.write(program.helpInformation())
      return exitCode.usage
    }
    await parse(program, withCommand(argv, program, terminal.cwd))
    await writeSafe(terminal, help.printed.join(''))
    return code
  } catch (error) {
    if (error instanceof ClosedPipe) return exitCode.done
    const cause = error instanceof CommanderError ? usageErrorOf(error, language) : error
    remark({ terminal, language }, sentenceOf(cause, language))
    return exitCode.usage
  }
}
