/**
 * A line in, a line out: each line is a document, JSON with a text or the text itself, and gives its line at once and in
 * order, its id and kept fields with it; a line that fails gives one that says why.
 * Invariant: no more lines are under way than there are lanes, so memory does not grow with the stream.
 */
import { ProcessingError } from '../model/message.js'
import { textFieldOf } from '../readers/json-text.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { StreamLine } from './stream-lines.js'

type Fields = Record<string, unknown>

export interface LineOptions {
  readonly language: Language
  readonly encoding: string
  /** Most bytes of a line. */
  readonly maxBytes: number
  /** Lines that may be under way at a time. */
  readonly lanes: number
  readonly idField?: string | undefined
  readonly textField?: string | undefined
  /** What becomes of a line: its record, or the restored text in its place. */
  readonly emit?: string | undefined
  /** The records of a list of texts. */
  recordsOf(
    bytes: Uint8Array,
    path: string,
  ): Promise<AsyncIterable<DocumentRecord> | Iterable<DocumentRecord>>
  /** Whether a failure is no matter of its line alone. */
  stops(cause: unknown): boolean
  /** Takes an answer, without its line break. */
  write(line: string): Promise<void>
}

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
function failureLine({ language, idField }: LineOptions, number: number, cause: unknown, fields?: Fields) {
  const known = cause instanceof ProcessingError
  const { code, parameters } = known
    ? cause
    : new ProcessingError('internal-error', { reason: String(cause) })
  const path = `-#${number}`
  const message = sayCode(language, 'message', code, { path, ...parameters })
  const id = idField === undefined ? undefined : fields?.[idField]
  return JSON.stringify({
    ...(id !== undefined && { inputId: String(id) }),
    line: number,
    error: { code, message },
  })
}

/** The record of the one document of a line. Throws ProcessingError where it could not be read. */
async function recordOf(
  { recordsOf }: LineOptions,
  text: string,
  isObject: boolean,
): Promise<DocumentRecord> {
  const bytes = new TextEncoder().encode(isObject ? text : JSON.stringify(text))
  for await (const record of await recordsOf(bytes, '-.jsonl')) {
    const error = record.messages.find(({ level }) => level === 'error')
    if (error !== undefined) throw new ProcessingError(error.code, error.parameters)
    return record
  }
  throw new ProcessingError('no-text')
}

/** The line of the output for a record. */
function lineOf(
  { emit, textField }: LineOptions,
  record: DocumentRecord,
  number: number,
  fields?: Fields,
): string {
  if (emit !== 'text') {
    return JSON.stringify({ ...record, origin: { ...record.origin, path: null, entry: String(number) } })
  }
  const { text } = record.repaired
  if (fields === undefined) return text
  const name = textFieldOf(fields, textField)!
  // A list of paragraphs stays one.
  return JSON.stringify({ ...fields, [name]: Array.isArray(fields[name]) ? text.split('\n') : text })
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

/** Answers each line; gives how many there were and how many failed. */
export async function answerLines(
  lines: AsyncIterable<StreamLine>,
  options: LineOptions,
): Promise<{ documents: number; failed: number }> {
  const decoder = new TextDecoder(options.encoding)
  const counts = { documents: 0, failed: 0 }
  const answer = async ({ number, bytes }: StreamLine): Promise<string> => {
    let fields: Fields | undefined
    try {
      if (bytes === null) throw new ProcessingError('too-long-line', { limit: options.maxBytes })
      const text = decoder.decode(bytes)
      fields = fieldsOf(text)
      return lineOf(options, await recordOf(options, text, fields !== undefined), number, fields)
    } catch (cause) {
      if (options.stops(cause)) throw cause
      counts.failed++
      return failureLine(options, number, cause, fields)
    }
  }
  await inOrder(lines, options.lanes, answer, async (line) => {
    counts.documents++
    await options.write(line)
  })
  return counts
}
