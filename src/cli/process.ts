/**
 * What `run` and the commands of single stages share: every input through the stages, its record to the output,
 * failures told one a line while the other inputs still come out, and the exit code.
 */
import { resolve } from 'node:path'
import { isFinding } from '../model/check.js'
import { ProcessingError } from '../model/message.js'
import type { ResourceOptions, Resources } from '../pipeline/resources.js'
import type { StageName } from '../pipeline/stages.js'
import type { Section } from '../writers/contract.js'
import { writers } from '../writers/index.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { UsageError } from './failure.js'
import { readInput, standardInput } from './inputs.js'
import { tell } from './language.js'
import type { Settings } from './options.js'
import type { Output } from './outputs.js'
import { folderOutput, streamOutput } from './outputs.js'
import type { Terminal } from './terminal.js'
import { reportWidth, wantsColour, writeTo } from './terminal.js'

/**
 * Limits of one input: 64 MiB, for PDFs and archives are large; and a million characters of text, a book of a thousand
 * pages, whose record fits in the memory of a small machine however garbled it is.
 */
const defaultMaxBytes = 64 * 1024 ** 2
const defaultMaxCharacters = 1024 ** 2

/** What a command shows, and how far it goes. */
export interface View {
  readonly until: StageName
  readonly sections: readonly Section[]
  readonly tokens?: boolean
}

/** Says on standard error what stopped an input or the program. */
export async function tellFailure(
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
  text: string,
) {
  await writeTo(terminal.stderr, `${tell(language, 'error.prefix', { text })}\n`)
}

/** Says what stopped an input as a whole. Throws what is no matter of the input. */
export async function tellInputFailure(context: CommandContext, input: string, cause: unknown) {
  if (!(cause instanceof ProcessingError)) throw cause
  const { code, parameters } = cause
  await tellFailure(context, sayCode(context.language, 'message', code, { path: input, ...parameters }))
}

/**
 * Says what stopped an entry of an archive or a line of a table of texts, which come out as empty documents: a line for
 * each error among its messages, with its place. Gives whether there was one.
 */
export async function tellEntryFailures(
  context: CommandContext,
  input: string,
  entry: string | null,
  messages: readonly Pick<DocumentRecord['messages'][number], 'level' | 'code' | 'parameters'>[],
): Promise<boolean> {
  const { language } = context
  const path = entry === null ? input : `${input}#${entry}`
  const errors = messages.filter(({ level }) => level === 'error')
  for (const { code, parameters } of errors) {
    const text = sayCode(language, 'message', code, { ...parameters, path })
    // Sentences about the line at hand do not name it themselves.
    await tellFailure(context, text.includes(path) ? text : tell(language, 'error.at', { path, text }))
  }
  return errors.length > 0
}

/** What the settings say of resources; tables are looked for from the working folder. */
export function resourceSettings(terminal: Terminal, settings: Settings): ResourceOptions {
  const { lexicon = [], protect = [], units = [], indicators = [] } = settings
  const inFolder = (paths: readonly string[]) => paths.map((path) => resolve(terminal.cwd, path))
  return {
    lexicon: inFolder(lexicon),
    protect,
    units: inFolder(units),
    indicators: inFolder(indicators),
  }
}

/** The resources that the settings ask for. */
export async function loadSettingsResources({ terminal, settings }: CommandContext): Promise<Resources> {
  const { loadResources } = await import('../pipeline/resources.js')
  return loadResources(resourceSettings(terminal, settings))
}

/** Options of the pipeline as the settings have them, leaving out what they do not say; limits are always set. */
export function pipelineSettings({ assume, applyFrom, encoding, maxBytes, maxCharacters }: Settings) {
  return {
    maxBytes: maxBytes ?? defaultMaxBytes,
    maxCharacters: maxCharacters ?? defaultMaxCharacters,
    ...(assume !== undefined && { assume }),
    ...(applyFrom !== undefined && { applyFrom }),
    ...(encoding !== undefined && { encoding }),
  }
}

function openOutput(context: CommandContext, inputs: readonly string[], view: View): Output {
  const { terminal, language, settings } = context
  const writer = writers.find(({ id }) => id === (settings.format ?? 'report'))!
  const { sections } = view
  const toFolder = settings.out !== undefined
  const colour = !toFolder && wantsColour(terminal)
  const writeContext = { language, colour, width: reportWidth(terminal), sections }
  if (settings.out === undefined) return streamOutput(terminal, writer, writeContext, inputs.length)
  return folderOutput(terminal, settings.out, writer, writeContext, inputs, settings.force ?? false)
}

/** Whether a finding of the record is at least as severe as the setting asks. */
function failsOn(record: DocumentRecord, failOn: Settings['failOn'] = 'never'): boolean {
  if (failOn === 'never') return false
  return record.checks.some((check) => {
    if (!isFinding(check)) return false
    return check.severity === 'error' || (failOn === 'warning' && check.severity === 'warning')
  })
}

/** Runs all inputs. Gives 2 where one failed, or an entry of one, else 1 where a finding reaches --fail-on, else 0. */
export async function processInputs(
  context: CommandContext,
  inputs: readonly string[],
  view: View,
): Promise<number> {
  const { terminal, settings } = context
  if (inputs.filter((input) => input === standardInput).length > 1) throw new UsageError('error.stdin-twice')
  const output = openOutput(context, inputs, view)
  const tokens = view.tokens ?? settings.tokens ?? false
  const until = tokens && view.until === 'repair' ? 'segment' : view.until
  let resources: Resources | undefined
  let failed = false
  let found = false
  for (const input of inputs) {
    try {
      const limited = pipelineSettings(settings)
      const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
      const { processDocument } = await import('../pipeline/process.js')
      resources ??= await loadSettingsResources(context)
      const options = { ...limited, resources, until, tokens, path }
      for await (const record of processDocument(bytes, options)) {
        found ||= failsOn(record, settings.failOn)
        await output.add(record, input)
        const { entry } = record.origin
        if (await tellEntryFailures(context, input, entry, record.messages)) failed = true
      }
    } catch (cause) {
      if (cause instanceof ProcessingError && stopsEveryInput(cause)) throw cause
      await tellInputFailure(context, input, cause)
      failed = true
    }
  }
  await output.end()
  return failed ? 2 : found ? 1 : 0
}

/** What is missing for all inputs alike, a table, the model or the segmenter: told once, and the program ends. */
function stopsEveryInput({ code }: ProcessingError): boolean {
  return /table|language-model|segmenter/.test(code)
}
