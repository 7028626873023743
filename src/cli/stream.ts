/**
 * A line in, a line out: each line of standard input is a document, JSON with a text or the text itself, and gives its
 * line at once and in order, its id and kept fields with it; a line that fails gives one that says why.
 * Invariant: no more lines are under way than there are lanes, so memory does not grow with the stream.
 */
import { ProcessingError } from '../model/message.js'
import { textFieldOf } from '../readers/json-text.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import type { Outcome } from './exit-codes.js'
import { exitCodeOf } from './exit-codes.js'
import { newOutcome, stopsEveryInput } from './failures.js'
import { openRecordSource, type RecordSource } from './records-of.js'
import { pipelineSettings } from './settings.js'
import { readLinesOf, type StreamLine } from './stream-lines.js'
import { writeSafe } from './terminal.js'

type Fields = Record<string, unknown>

/** The object of a line; undefined where the line is the text itself. Throws where it only looks like one. */
function fieldsOf(text: string): Fields | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return JSON.parse(text) as Fields
  } catch {
    throw new ProcessingError('bad-json')
  }
}

/** What a failed line gives; its id, where it has one, stands as it came. */
function failureLine(
  { language, settings }: CommandContext,
  number: number,
  cause: unknown,
  fields?: Fields,
) {
  const known = cause instanceof ProcessingError
  const { code, parameters } = known
    ? cause
    : new ProcessingError('internal-error', { reason: String(cause) })
  const path = `-#${number}`
  const message = sayCode(language, 'message', code, { path, ...parameters })
  const id = settings.idField === undefined ? undefined : fields?.[settings.idField]
  return JSON.stringify({
    ...(id !== undefined && { inputId: String(id) }),
    line: number,
    error: { code, message },
  })
}

/** The record of the one document of a line. Throws ProcessingError where it could not be read. */
async function recordOf(source: RecordSource, text: string, isObject: boolean): Promise<DocumentRecord> {
  const bytes = new TextEncoder().encode(isObject ? text : JSON.stringify(text))
  for await (const record of await source.recordsOf(bytes, '-.jsonl')) {
    const error = record.messages.find(({ level }) => level === 'error')
    if (error !== undefined) throw new ProcessingError(error.code, error.parameters)
    return record
  }
  throw new ProcessingError('no-text')
}

/** The line of the output for a record. */
function lineOf(
  { settings }: CommandContext,
  record: DocumentRecord,
  number: number,
  fields?: Fields,
): string {
  if (settings.emit !== 'text') {
    return JSON.stringify({ ...record, origin: { ...record.origin, path: null, entry: String(number) } })
  }
  const { text } = record.repaired
  if (fields === undefined) return text
  const name = textFieldOf(fields, settings.textField)!
  // A list of paragraphs stays one.
  return JSON.stringify({ ...fields, [name]: Array.isArray(fields[name]) ? text.split('\n') : text })
}

/** Runs standard input through to standard output and gives the exit code. */
export async function streamLines(context: CommandContext): Promise<number> {
  const { terminal, settings } = context
  const { encoding = 'utf-8', threads = 1, tokens = false } = settings
  const { maxBytes } = pipelineSettings(settings)
  const decoder = new TextDecoder(encoding)
  const outcome: Outcome = newOutcome()
  const inner = { ...context, settings: { ...settings, encoding: 'utf-8', threads } }
  const until = settings.emit === 'text' ? 'repair' : 'audit'
  const source = await openRecordSource(inner, { until, tokens }, { inputs: threads, bytes: 0 })

  const answer = async ({ number, bytes }: StreamLine): Promise<string> => {
    let fields: Fields | undefined
    try {
      if (bytes === null) throw new ProcessingError('too-long-line', { limit: maxBytes })
      const text = decoder.decode(bytes)
      fields = fieldsOf(text)
      return lineOf(context, await recordOf(source, text, fields !== undefined), number, fields)
    } catch (cause) {
      if (stopsEveryInput(cause)) throw cause
      outcome.failed++
      return failureLine(context, number, cause, fields)
    }
  }

  const stop = new AbortController()
  const onSignal = () => stop.abort()
  process.once('SIGTERM', onSignal)
  try {
    await inOrder(readLinesOf(terminal.stdin, maxBytes, stop.signal), source.lanes, answer, async (line) => {
      outcome.documents++
      await writeSafe(terminal, `${line}\n`)
    })
  } finally {
    process.off('SIGTERM', onSignal)
    await source.close()
  }
  return exitCodeOf(outcome, settings)
}

/** Answers items as they come, at most `lanes` at a time, and writes each answer as soon as those before it are out. */
async function inOrder<Item>(
  items: AsyncIterable<Item>,
  lanes: number,
  answer: (item: Item) => Promise<string>,
  write: (line: string) => Promise<void>,
): Promise<void> {
  const open: Promise<void>[] = []
  let last = Promise.resolve()
  for await (const item of items) {
    const answered = answer(item)
    last = Promise.all([answered, last]).then(([line]) => write(line))
    // It is told where it is waited for.
    last.catch(() => {})
    open.push(last)
    if (open.length >= lanes) await open.shift()
  }
  await last
}
