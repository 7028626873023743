/**
 * From what the user names (files, folders, patterns) to files, in an order that depends on names alone: inputs as they
 * were given, files of a folder by the code units of their paths.
 * Invariant: nothing of the output is ever an input.
 */
import type { Stats } from 'node:fs'
import { statSync } from 'node:fs'
import { basename, dirname, join, normalize, relative, resolve, sep } from 'node:path'
import { reviewerOf } from '../decisions/log.js'
import { ProcessingError } from '../model/message.js'
import { journalHeadName } from './destination.js'
import { identityOf, readSealed } from './disk.js'

/** Found beside documents in saved web pages and archives of sites, and never documents themselves. */
const otherEndings = new Set(
  (
    'png jpg jpeg gif bmp webp svg ico tif tiff heic css js mjs map woff woff2 ttf otf eot ' +
    'mp3 mp4 m4a avi mov mkv wav flac exe dll so dylib class jar iso dmg db lock'
  ).split(' '),
)

/** Pictures, which may be scans of documents. */
const pictureEndings = new Set('png jpg jpeg webp bmp tif tiff'.split(' '))
/** What has pictures of its own: beside it, or in a folder beside it. */
const illustrated = new Set('html htm xhtml md markdown'.split(' '))

/** A file that an input leads to. */
export interface FoundInput {
  readonly path: string
  readonly absolute: string
  readonly place: string
  readonly size: number
  readonly modified: number
  /** Which file system object it is: a file with two names is one document. */
  readonly identity: string
}

export interface FindOptions {
  readonly inputs: readonly string[]
  readonly cwd: string
  /** Identities of the files that an output consists of now: whatever leads to them, they are no inputs. */
  readonly excluded: ReadonlySet<string>
  /** Whether pictures that lie in a folder are documents, but for those of web pages and Markdown. */
  readonly readsPictures?: boolean
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

/** The ending of a name in small letters, without its dot. */
export function endingOf(path: string): string {
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

/** A pattern that says an ending (`scans/*.png`) means it; a folder, or `**`, leads to whatever lies there. */
const saysEnding = (pattern: string) => /\.[^/.*?]+$/.test(pattern)

/** Joins a folder's path and paths below it, of which there may be a million: nothing in them needs to be resolved. */
function joinBelow(folder: string): (path: string) => string {
  const start = folder === '.' ? '' : folder.endsWith(sep) ? folder : `${folder}${sep}`
  return (path) => start + (sep === '/' ? path : path.split('/').join(sep))
}

/** The files below a folder, but for those of a journal that a build keeps of its dataset. */
async function walk(base: string, pattern: string, { cwd }: FindOptions): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const folder = resolve(cwd, base)
  const paths = await glob(pattern, { cwd: folder, expandDirectories: false, onlyFiles: true })
  const journals = paths
    .filter((path) => basename(path) === journalHeadName && readSealed(join(folder, path)) !== undefined)
    .map((path) => dirname(path))
  const isInJournal = (path: string) => journals.includes(dirname(path))
  return (journals.length === 0 ? paths : paths.filter((path) => !isInJournal(path))).sort(byCodeUnits)
}

/** Whether a picture may be a document, among the files of a folder: no web page lies beside it or its folder. */
function scanTest(paths: readonly string[]): (path: string) => boolean {
  const pages = new Set(paths.filter((path) => illustrated.has(endingOf(path))).map((path) => dirname(path)))
  return (path) => {
    const folder = dirname(path)
    return pictureEndings.has(endingOf(path)) && !pages.has(folder) && !pages.has(dirname(folder))
  }
}

/**
 * What one input leads to; `skipped` takes the files that are no documents by their ending, `scans` those of them that
 * would be read if pictures were. The folders of several
 * inputs are kept apart by the first part of a place. Throws ProcessingError `not-found`, `unreadable`,
 * `no-input-files` or `output-is-input`.
 */
export async function findFiles(
  input: string,
  options: FindOptions,
  skipped: string[],
  scans: string[] = [],
): Promise<FoundInput[]> {
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
    const { isDynamicPattern } = await import('tinyglobby')
    // A file may be called [2019].txt, so a name is a pattern only where no such file is.
    if (!isDynamicPattern(input) || (cause as ProcessingError).code !== 'not-found') throw cause
    base = patternBase(input, (part) => isDynamicPattern(part))
    pattern = relative(base, input).split(sep).join('/')
  }
  const found: FoundInput[] = []
  const paths = await walk(base, pattern, options)
  const mayBeScan = scanTest(paths)
  const folder = resolve(options.cwd, base)
  const nameOf = joinBelow(normalize(base))
  // One string where both are the same.
  const insideOf = folder === normalize(base) ? nameOf : joinBelow(folder)
  const placeOf = prefix ? joinBelow(basename(folder) || '.') : (path: string) => path
  for (const path of paths) {
    const named = nameOf(path)
    const inside = insideOf === nameOf ? named : insideOf(path)
    const place = placeOf(path)
    const file = foundAt(named, inside, place, statusOf(inside, named))
    if (options.excluded.has(file.identity)) continue
    // What people decided about documents lies beside them, and is none.
    if (reviewerOf(basename(path)) !== undefined) skipped.push(named)
    else if (!otherEndings.has(endingOf(path)) || saysEnding(pattern)) found.push(file)
    else if (!mayBeScan(path)) skipped.push(named)
    else if (options.readsPictures === true) found.push(file)
    else {
      skipped.push(named)
      scans.push(named)
    }
  }
  if (found.length === 0) throw new ProcessingError('no-input-files', { path: input })
  return withShortestNames(found)
}

/** A link can lead to a file a second time, by way of its own folder even: it goes by the shorter of its names. */
function withShortestNames(found: FoundInput[]): FoundInput[] {
  if (new Set(found.map(({ identity }) => identity)).size === found.length) return found
  const byIdentity = new Map<string, FoundInput>()
  for (const each of found) {
    const known = byIdentity.get(each.identity)
    if (known === undefined || each.path.length < known.path.length) byIdentity.set(each.identity, each)
  }
  return found.filter((each) => byIdentity.get(each.identity) === each)
}
