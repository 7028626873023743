/**
 * From what the user names (files, folders, patterns) to the ordered list of units. The order depends on names alone:
 * inputs as they were given, files of a folder by the code units of their paths.
 * Invariant: nothing of the output is ever an input, and a file that two inputs lead to is taken once.
 */
import type { Stats } from 'node:fs'
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { basename, join, normalize, relative, resolve, sep } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { readDirectory } from '../readers/archive-directory.js'
import type { EntryRange } from '../readers/contract.js'
import { readerOf } from '../readers/read.js'
import { identityOf } from './disk.js'
import type { UnitRange, WorkUnit } from './unit.js'
import { safePlace } from './unit.js'

/** Bytes of a JSONL file or of an archive that make one unit. */
const unitBytes = 128 * 1024

/** Found beside documents in saved web pages and archives of sites, and never documents themselves. */
const otherEndings = new Set(
  (
    'png jpg jpeg gif bmp webp svg ico tif tiff heic css js mjs map woff woff2 ttf otf eot ' +
    'mp3 mp4 m4a avi mov mkv wav flac exe dll so dylib class jar iso dmg db lock'
  ).split(' '),
)

interface FoundInput {
  readonly path: string
  readonly absolute: string
  readonly place: string
  readonly size: number
  readonly modified: number
  /** Which file system object it is: a file with two names is one document. */
  readonly identity: string
}

export interface Plan {
  readonly units: readonly WorkUnit[]
  /** Files that folders and patterns led to and that are no documents by their ending. */
  readonly skipped: readonly string[]
}

export interface PlanOptions {
  readonly inputs: readonly string[]
  readonly cwd: string
  /** Identities of the files that an output consists of now: whatever leads to them, they are no inputs. */
  readonly excluded: ReadonlySet<string>
  /** The units of one of several machines: those whose position, divided by `count`, leaves `index` - 1. */
  readonly shard?: { readonly index: number; readonly count: number }
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function statusOf(absolute: string, path: string): Stats {
  try {
    return statSync(absolute)
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    const missing = code === 'ENOENT' || code === 'ENOTDIR'
    throw new ProcessingError(missing ? 'not-found' : 'unreadable', { path, reason: code })
  }
}

function endingOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
}

const withoutEnding = (path: string) => path.replace(/(?<=[^/\\])\.[^./\\]*$/, '')

function foundAt(path: string, absolute: string, place: string, status: Stats): FoundInput {
  const { size, mtimeMs: modified } = status
  const stem = withoutEnding(place.split(sep).join('/'))
  return { path, absolute, place: stem, size, modified, identity: identityOf(status) }
}

/** The part of a pattern before its first wildcard, a folder. */
function patternBase(pattern: string, isDynamicPattern: (part: string) => boolean): string {
  const parts = pattern.split('/')
  const dynamic = parts.findIndex((part) => isDynamicPattern(part))
  return parts.slice(0, dynamic).join('/') || (pattern.startsWith('/') ? '/' : '.')
}

async function walk(base: string, pattern: string, { cwd }: PlanOptions): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const folder = resolve(cwd, base)
  const paths = await glob(pattern, { cwd: folder, expandDirectories: false, onlyFiles: true })
  return paths.sort(byCodeUnits)
}

/** What one input leads to. `prefix` keeps the folders of several inputs apart in the output. */
async function findFiles(input: string, options: PlanOptions, skipped: string[]): Promise<FoundInput[]> {
  const { isDynamicPattern } = await import('tinyglobby')
  const absolute = resolve(options.cwd, input)
  const prefix = options.inputs.length > 1
  let base = input
  let pattern = '**/*'
  try {
    const status = statusOf(absolute, input)
    if (!status.isDirectory()) {
      const file = foundAt(normalize(input), absolute, basename(absolute), status)
      if (options.excluded.has(file.identity)) throw new ProcessingError('output-is-input', { path: input })
      return [file]
    }
  } catch (cause) {
    // A file may be called [2019].txt, so a name is a pattern only where no such file is.
    if (!isDynamicPattern(input) || (cause as ProcessingError).code !== 'not-found') throw cause
    base = patternBase(input, (part) => isDynamicPattern(part))
    pattern = relative(base, input).split(sep).join('/')
  }
  const found: FoundInput[] = []
  for (const path of await walk(base, pattern, options)) {
    const named = join(base, path)
    const inside = resolve(options.cwd, named)
    const place = prefix ? join(basename(resolve(options.cwd, base)), path) : path
    const file = foundAt(named, inside, place, statusOf(inside, named))
    if (options.excluded.has(file.identity)) continue
    if (otherEndings.has(endingOf(path))) skipped.push(named)
    else found.push(file)
  }
  if (found.length === 0) throw new ProcessingError('no-input-files', { path: input })
  return withShortestNames(found)
}

/** A link can lead to a file a second time, by way of its own folder even: it goes by the shorter of its names. */
function withShortestNames(found: readonly FoundInput[]): FoundInput[] {
  const byIdentity = new Map<string, FoundInput>()
  for (const each of found) {
    const known = byIdentity.get(each.identity)
    if (known === undefined || each.path.length < known.path.length) byIdentity.set(each.identity, each)
  }
  return found.filter((each) => byIdentity.get(each.identity) === each)
}

/** UTF-16 has line feeds that are no bytes of their own, so such a file stays one unit. */
function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
}

/** Cuts a JSONL file behind line ends, into ranges of about `unitBytes`. Reads it once and keeps none of it. */
function findRanges({ absolute, size }: FoundInput): UnitRange[] {
  const file = openSync(absolute, 'r')
  try {
    const bytes = Buffer.allocUnsafeSlow(1024 ** 2)
    const ranges: UnitRange[] = []
    let start = 0
    let firstLine = 1
    let line = 1
    for (let at = 0; at < size; ) {
      const count = readSync(file, bytes, 0, bytes.length, at)
      if (count === 0) break
      if (at === 0 && isWide(bytes)) return []
      const chunk = bytes.subarray(0, count)
      for (let feed = chunk.indexOf(0x0a); feed >= 0; feed = chunk.indexOf(0x0a, feed + 1)) {
        line++
        const end = at + feed + 1
        if (end - start < unitBytes) continue
        ranges.push({ start, end, firstLine })
        start = end
        firstLine = line
      }
      at += count
    }
    if (start < size) ranges.push({ start, end: size, firstLine })
    return ranges
  } finally {
    closeSync(file)
  }
}

/** Larger archives are one unit: they are read to be counted, and most of them are above the limit of an input. */
const largestCounted = 1024 ** 3

/** Cuts an archive by its entries, so that a unit unpacks about `unitBytes` of it. */
function findEntries({ path, absolute, size }: FoundInput): EntryRange[] {
  if (size > largestCounted) return []
  const bytes = readFileSync(absolute)
  // A Word file can be called .zip, and is one document then.
  if (readerOf(bytes, path).id !== 'zip') return []
  const count = readDirectory(bytes).entries.filter(({ name }) => !name.endsWith('/')).length
  const step = Math.max(1, Math.floor((count * unitBytes) / size))
  const ranges: EntryRange[] = []
  for (let start = 0; start < count; start += step) ranges.push({ start, end: Math.min(start + step, count) })
  return ranges
}

function unitsOf(found: FoundInput): Omit<WorkUnit, 'number'>[] {
  const { path, absolute, place, size, modified } = found
  const whole = { path, absolute, place, bytes: size, size, modified }
  const ending = endingOf(path)
  const ranges = /^(jsonl|ndjson)$/.test(ending) && size > 0 ? findRanges(found) : []
  if (ranges.length > 0) return ranges.map((range) => ({ ...whole, bytes: range.end - range.start, range }))
  const parts = ending === 'zip' ? findEntries(found) : []
  if (parts.length === 0) return [whole]
  return parts.map((entries) => ({ ...whole, bytes: Math.round(size / parts.length), entries }))
}

/**
 * The units of the inputs, in order. Throws ProcessingError `not-found`, `unreadable`, `no-input-files` or `output-is-input`,
 * before anything is done.
 */
export async function planUnits(options: PlanOptions): Promise<Plan> {
  const skipped: string[] = []
  const units: Omit<WorkUnit, 'number'>[] = []
  const seen = new Set<string>()
  for (const input of options.inputs) {
    for (const found of await findFiles(input, options, skipped)) {
      if (seen.has(found.identity)) continue
      seen.add(found.identity)
      for (const unit of unitsOf(found)) {
        units.push({ ...unit, place: safePlace(unit.place) })
      }
    }
  }
  const { index, count } = options.shard ?? { index: 1, count: 1 }
  const own = units.filter((_, position) => position % count === index - 1)
  return { units: own.map((unit, number) => ({ ...unit, number })), skipped }
}
