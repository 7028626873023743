/**
 * The entry of this folder: finds the reader that some bytes ask for, and runs it. Content decides; the ending of the
 * name helps only among formats that are all plain text.
 */

import type { SourceDocument } from '../model/document.js'
import { defaultMaxBytes } from '../model/limits.js'
import { ProcessingError } from '../model/message.js'
import type { EntryRange, FieldOptions, ReadContext, Reader } from './contract.js'
import { readers } from './index.js'
import type { ScanOptions } from './scans/contract.js'

/** Archives in archives that are still opened. */
const maxDepth = 3

/** What of the options can go to another process. */
type SentScans = Pick<ScanOptions, 'mode' | 'models' | 'keepIn'>

/** The bytes of one document, or of an entry that is one, and where they stand. */
export interface ApartInput {
  readonly bytes: Uint8Array
  readonly path: string | null
  readonly entry: string | null
  readonly encoding?: string
  readonly maxBytes: number
  readonly fields?: FieldOptions
  /** Archives around it. */
  readonly depth: number
  readonly entries?: EntryRange
  readonly scans: SentScans
}

export interface ReadOptions {
  /** Name of the input; null or absent for standard input. */
  readonly path?: string | null
  /** Encoding of the bytes, where it is known. */
  readonly encoding?: string
  /** Most bytes of an input, unpacked; 64 MiB by default. */
  readonly maxBytes?: number
  /** Of an archive, only the entries at these positions. */
  readonly entries?: EntryRange
  /** Reads what is taken apart by large parsers somewhere else: these can fail in ways that end a process. */
  readonly apart?: (input: ApartInput) => AsyncIterable<SourceDocument>
  /** Which fields of a data set hold text and id, and which are kept. */
  readonly fields?: FieldOptions
  /** How pages without text are recognised: by the package `huanyuan-ocr`, where it is installed. */
  readonly scans?: ScanOptions
}

/** Readers in the order in which they are asked: pictures, what is refused, then marks of their own before plain text. */
const order = [
  'picture',
  'refused',
  'parquet',
  'pdf',
  'docx',
  'xlsx',
  'pptx',
  'ofd',
  'odt',
  'ods',
  'epub',
  'zip',
  'tar',
  'xls',
  'doc',
  'rtf',
  'word-xml',
  'excel-xml',
  'mail',
  'markdown',
  'html',
  'jsonl',
  'json',
  'csv',
  'txt',
]
const asked: readonly Reader[] = [...readers].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))

/** The reader of some bytes. There is always one: plain text takes what no other one takes. */
export function readerOf(bytes: Uint8Array, path: string | null): Reader {
  return asked.find((reader) => reader.recognises(bytes, path))!
}

/** Whether bytes are of a format that holds several documents. */
export function holdsSeveral(bytes: Uint8Array, path: string | null): boolean {
  return readerOf(bytes, path).holdsSeveral === true
}

function sentScans({ mode, models, keepIn }: ScanOptions): SentScans {
  return { ...(mode && { mode }), ...(models && { models }), ...(keepIn && { keepIn }) }
}

async function* readAt(
  bytes: Uint8Array,
  entry: string | null,
  depth: number,
  options: ReadOptions,
): AsyncGenerator<SourceDocument> {
  const {
    path = null,
    encoding,
    maxBytes = defaultMaxBytes,
    entries,
    apart,
    scans = {},
    fields = {},
  } = options
  const name = entry ?? path
  if (bytes.length > maxBytes) {
    throw new ProcessingError('too-large', { path: name ?? '-', bytes: bytes.length, limit: maxBytes })
  }
  if (depth > maxDepth) throw new ProcessingError('nested-archive', { path: name ?? '-', limit: maxDepth })
  const place = {
    path,
    entry,
    ...(encoding !== undefined && { encoding }),
    maxBytes,
    // Archives in the archive are read whole.
    ...(entries !== undefined && depth === 0 && { entries }),
  }
  const context: ReadContext = {
    ...place,
    fields,
    scans,
    readEntry: (inner, innerName) =>
      readAt(inner, entry === null ? innerName : `${entry}/${innerName}`, depth + 1, options),
  }
  const reader = readerOf(bytes, name)
  // A recogniser that is given cannot go to another process.
  const isApart = apart !== undefined && reader.isPlain !== true && scans.recogniser === undefined
  if (isApart) yield* apart({ bytes, ...place, fields, depth, scans: sentScans(scans) })
  else yield* reader.read(bytes, context)
}

/** Reads here what is read apart. Throws ProcessingError. */
export function readApart(
  { bytes, entry, depth, scans, ...options }: ApartInput,
  onRecognition: NonNullable<ScanOptions['onRecognition']>,
): AsyncGenerator<SourceDocument> {
  return readAt(bytes, entry, depth, { ...options, scans: { ...scans, onRecognition } })
}

/**
 * Yields the documents that the bytes of an input hold: one, or those of an archive or of a table of texts.
 * Throws ProcessingError where the input cannot be read.
 */
export function readDocuments(bytes: Uint8Array, options: ReadOptions = {}): AsyncGenerator<SourceDocument> {
  return readAt(bytes, null, 0, options)
}
