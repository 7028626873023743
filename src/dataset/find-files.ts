/**
 * From what the user names (files, folders, patterns) to files, in an order that depends on names alone: inputs as they
 * were given, files of a folder by the code units of their paths.
 * Invariant: nothing of the output is ever an input.
 */
import type { Stats } from 'node:fs'
import { statSync } from 'node:fs'
import { basename, join, normalize, relative, resolve, sep } from 'node:path'
import { reviewerOf } from '../decisions/log.js'
import { ProcessingError } from '../model/message.js'
import { journalHeadName } from './destination.js'
import { identityOf, readSealed } from './disk.js'
import { safePlace, withoutEnding } from './unit.js'
import { type Met, walk } from './walk.js'

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
  /** Safe path for output files, without ending. */
  readonly place: string
  readonly size: number
  readonly modified: number
  /** Which file system object it is: a file with two names is one document. */
  readonly identity: string
  /** Its number in its file system. */
  readonly inode: number
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
  const ending = path.slice(path.lastIndexOf('.') + 1)
  return ending.length === path.length || /[/\\]/.test(ending) ? '' : ending.toLowerCase()
}

function foundAt(path: string, absolute: string, place: string, status: Stats): FoundInput {
  const { size, mtimeMs: modified } = status
  const stem = safePlace(withoutEnding(place.split(sep).join('/')))
  return { path, absolute, place: stem, size, modified, inode: status.ino, identity: identityOf(status) }
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

/** Folders whose files are no documents, or may be none. */
interface Told {
  /** With a journal that a build keeps of its dataset. */
  readonly journals: Set<string>
  /** With web pages or Markdown, whose pictures lie beside them or in a folder beside them. */
  readonly pages: Set<string>
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** Whether a picture may be a document: no web page lies beside it or its folder. */
function mayBeScan(path: string, { pages }: Told): boolean {
  const folder = folderOf(path)
  return pictureEndings.has(endingOf(path)) && !pages.has(folder) && !pages.has(folderOf(folder.slice(0, -1)))
}

/** Notes what the names in a folder say of it. */
function note({ journals, pages }: Told, base: string, below: string, names: readonly string[]): void {
  if (names.includes(journalHeadName) && readSealed(join(base, below, journalHeadName)) !== undefined)
    journals.add(below)
  if (names.some((name) => illustrated.has(endingOf(name)))) pages.add(below)
}

/** The files below a folder that a pattern names. */
async function matching(folder: string, pattern: string, told: Told): Promise<Iterable<Met>> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, { cwd: folder, expandDirectories: false, onlyFiles: true })
  for (const path of paths) note(told, folder, folderOf(path), [basename(path)])
  return paths.sort(byCodeUnits).map((path) => ({ path, status: statusOf(join(folder, path), path) }))
}

/** Where to look: below a folder, as it was named, for all files or for those of a pattern. */
interface Search {
  readonly base: string
  readonly pattern?: string
}

/** Files below a folder, one after another. Throws ProcessingError `no-input-files` and what a look at files throws. */
async function filesOf(
  input: string,
  { base, pattern }: Search,
  options: FindOptions,
  { skipped, scans }: Passed,
): Promise<Iterable<FoundInput>> {
  const folder = resolve(options.cwd, base)
  const told: Told = { journals: new Set(), pages: new Set() }
  const met =
    pattern === undefined
      ? walk(folder, (below, names) => note(told, folder, below, names))
      : await matching(folder, pattern, told)
  const nameOf = joinBelow(normalize(base))
  // One string where both are the same.
  const insideOf = folder === normalize(base) ? nameOf : joinBelow(folder)
  const placeOf = options.inputs.length > 1 ? joinBelow(basename(folder) || '.') : (path: string) => path
  const isAsked = pattern !== undefined && saysEnding(pattern)
  function* found(): Generator<FoundInput> {
    let count = 0
    for (const { path, status } of met) {
      if (told.journals.has(folderOf(path))) continue
      const named = nameOf(path)
      const file = foundAt(named, insideOf === nameOf ? named : insideOf(path), placeOf(path), status)
      if (options.excluded.has(file.identity)) continue
      const isDecisions = reviewerOf(basename(path)) !== undefined
      const isOther = !isAsked && otherEndings.has(endingOf(path))
      const isScan = isOther && mayBeScan(path, told)
      if (isDecisions || (isOther && !(isScan && options.readsPictures === true))) {
        skipped.push(named)
        if (isScan && !isDecisions) scans.push(named)
        continue
      }
      count++
      yield file
    }
    if (count === 0) throw new ProcessingError('no-input-files', { path: input })
  }
  return found()
}

/** Files that inputs lead to and that are no documents by their ending. */
export interface Passed {
  readonly skipped: string[]
  /** Those of them that would be read if pictures were. */
  readonly scans: string[]
}

/**
 * What one input leads to, as it is met: by way of links a file can be met twice (see `withShortestNames`). The folders of
 * several inputs are kept apart by the first part of a place. Throws ProcessingError `not-found`, `unreadable`,
 * `no-input-files` or `output-is-input`, some of them when the files are asked for.
 */
export async function meetFiles(
  input: string,
  options: FindOptions,
  passed: Passed,
): Promise<Iterable<FoundInput>> {
  const absolute = resolve(options.cwd, input)
  try {
    const status = statusOf(absolute, input)
    if (status.isDirectory()) return await filesOf(input, { base: input }, options, passed)
    const file = foundAt(normalize(input), absolute, basename(absolute), status)
    if (options.excluded.has(file.identity)) throw new ProcessingError('output-is-input', { path: input })
    return [file]
  } catch (cause) {
    const { isDynamicPattern } = await import('tinyglobby')
    // A file may be called [2019].txt, so a name is a pattern only where no such file is.
    if (!isDynamicPattern(input) || (cause as ProcessingError).code !== 'not-found') throw cause
    const base = patternBase(input, (part) => isDynamicPattern(part))
    return filesOf(input, { base, pattern: relative(base, input).split(sep).join('/') }, options, passed)
  }
}

/** What one input leads to, each file once. Throws what `meetFiles` throws. */
export async function findFiles(input: string, options: FindOptions, passed: Passed): Promise<FoundInput[]> {
  return withShortestNames([...(await meetFiles(input, options, passed))])
}

/** A link can lead to a file a second time, by way of its own folder even: it goes by the shorter of its names. */
function withShortestNames(found: FoundInput[]): FoundInput[] {
  const byIdentity = new Map<string, FoundInput>()
  for (const each of found) {
    const known = byIdentity.get(each.identity)
    if (known === undefined || each.path.length < known.path.length) byIdentity.set(each.identity, each)
  }
  return found.filter((each) => byIdentity.get(each.identity) === each)
}
