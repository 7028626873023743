/**
 * What stops an input is told in one line, and the other inputs go on; what stops everything is thrown. Nothing but
 * the count of failures is kept.
 */
import { ProcessingError } from '../model/message.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import type { Outcome } from './exit-codes.js'
import { UsageError } from './failure.js'
import { listIn, tell } from './language.js'
import { ClosedPipe, tellLine } from './terminal.js'

type Told = Pick<CommandContext, 'terminal' | 'language'>

/** Says something on standard error that is no progress of work: what stopped an input, what else is to be known. */
export function remark({ terminal, language }: Told, text: string): void {
  tellLine(terminal, tell(language, 'error.prefix', { text }))
}

/** What stopped an input as a whole, a fault of ours among it, in a sentence. */
export function failureText({ language }: Pick<Told, 'language'>, input: string, cause: unknown): string {
  const { code, parameters } =
    cause instanceof ProcessingError
      ? cause
      : new ProcessingError('internal-error', {
          reason: cause instanceof Error ? cause.message : String(cause),
        })
  return sayCode(language, 'message', code, { path: input, ...parameters })
}

/** Says what stopped an input as a whole: it is a failure of this input alone. */
export function tellInputFailure(context: Told, input: string, cause: unknown): void {
  remark(context, failureText(context, input, cause))
}

/**
 * Says what stopped an entry of an archive or a line of a table of texts, which come out as empty documents: a line for
 * each error among its messages, with its place. Gives whether there was one.
 */
export function tellEntryFailures(
  context: Told,
  input: string,
  entry: string | null,
  messages: readonly Pick<DocumentRecord['messages'][number], 'level' | 'code' | 'parameters'>[],
): boolean {
  const { language } = context
  const path = entry === null ? input : `${input}#${entry}`
  const errors = messages.filter(({ level }) => level === 'error')
  for (const { code, parameters } of errors) {
    const text = sayCode(language, 'message', code, { ...parameters, path })
    // Sentences about the line at hand do not name it themselves.
    remark(context, text.includes(path) ? text : tell(language, 'error.at', { path, text }))
  }
  return errors.length > 0
}

export function newOutcome(): Outcome {
  return { documents: 0, failed: 0, unread: new Map(), told: [] }
}

/** Counts a document that was not read, by the ending of its name. */
export function countUnread(outcome: Outcome, name: string): void {
  const kind = /\.[a-z0-9]{1,8}$/i.exec(name)?.[0].toLowerCase() ?? ''
  outcome.failed++
  outcome.unread?.set(kind, (outcome.unread.get(kind) ?? 0) + 1)
}

/** Says how many documents were not read, where several were not, and of which kinds, the most frequent first. */
export function tellUnread(context: Told, { documents, failed, unread = new Map() }: Outcome): void {
  if (failed < 2) return
  const { language } = context
  const kinds = [...unread]
    .sort(([one, many], [two, more]) => more - many || (one < two ? -1 : 1))
    .map(([kind, count]) => `${kind === '' ? tell(language, 'unread.other') : kind} ${count}`)
  remark(context, tell(language, 'unread.counts', { failed, documents, kinds: listIn(language, kinds) }))
}

/**
 * What is missing for all inputs alike: a table, the model, the segmenter, a place to write. It is told once, and the
 * program ends.
 */
export function stopsEveryInput(cause: unknown): boolean {
  if (cause instanceof UsageError || cause instanceof ClosedPipe) return true
  if (!(cause instanceof ProcessingError)) return false
  return /table|language-model|segmenter|^unwritable$|^foreign-list$|^output-/.test(cause.code)
}

/** Of more failures than this no sentences are kept. */
const mostTold = 1000

/** Does the work for each input, one after the other. */
export async function forEachInput<Input extends string | { readonly path: string }>(
  context: Told,
  inputs: readonly Input[],
  outcome: Outcome,
  work: (input: Input, index: number) => Promise<void>,
): Promise<void> {
  for (const [index, input] of inputs.entries()) {
    try {
      await work(input, index)
    } catch (cause) {
      if (stopsEveryInput(cause)) throw cause
      const path = typeof input === 'string' ? input : input.path
      const text = failureText(context, path, cause)
      remark(context, text)
      if (outcome.told !== undefined && outcome.told.length < mostTold) outcome.told.push(text)
      outcome.documents++
      countUnread(outcome, path)
    }
  }
}
