/**
 * Packages of Office Open XML: which part is the main one, as the relationships say, and of what kind it is, as the table
 * of contents does. Where both are silent, the usual names count.
 */

import { unpackEntry } from './archive.js'
import type { DirectoryEntry } from './archive-directory.js'
import { isArchive, readDirectory } from './archive-directory.js'
import { parsePart } from './xml-part.js'

export type OfficeKind = 'word' | 'excel' | 'powerpoint'

export interface MainPart {
  readonly name: string
  readonly kind: OfficeKind
  /** Whether it is XML; workbooks can be binary. */
  readonly isXml: boolean
}

/** The parts that a part names, by the number that it calls them by: their path in the package, and what they are to it. */
export interface Relationship {
  readonly type: string
  readonly target: string
}

/** A path as a part of a folder writes it, from the root of the package. */
export function resolvePath(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

const folderOf = (name: string) => name.slice(0, Math.max(0, name.lastIndexOf('/')))

/** Where the relationships of a part stand; of the package itself where it is named ''. */
export function relationshipsOf(name: string): string {
  const folder = folderOf(name)
  return `${folder === '' ? '' : `${folder}/`}_rels/${name.slice(name.lastIndexOf('/') + 1)}.rels`
}

/** Reads relationships, by their number. The type is the last word of its address, which differs between standards. */
export function readRelationships(part: Uint8Array | undefined, name: string): Map<string, Relationship> {
  const found = new Map<string, Relationship>()
  parsePart(part, {
    open(element, { Id = '', Type = '', Target = '', TargetMode }) {
      if (element !== 'Relationship' || TargetMode === 'External') return
      const type = Type.slice(Type.lastIndexOf('/') + 1)
      found.set(Id, { type, target: resolvePath(folderOf(name), Target) })
    },
  })
  return found
}

const usualNames = [
  ['word/document.xml', 'word'],
  ['xl/workbook.xml', 'excel'],
  ['ppt/presentation.xml', 'powerpoint'],
] as const

/** Kinds by the type of contents of the main part. */
const contentTypes: readonly (readonly [RegExp, OfficeKind])[] = [
  [/wordprocessingml|ms-word/, 'word'],
  [/spreadsheetml|ms-excel/, 'excel'],
  [/presentationml|ms-powerpoint/, 'powerpoint'],
]

function kindOf(types: Uint8Array, part: string): OfficeKind | undefined {
  let type = ''
  parsePart(types, {
    open(element, { PartName = '', ContentType = '' }) {
      if (element === 'Override' && PartName.toLowerCase() === `/${part.toLowerCase()}`) type = ContentType
    },
  })
  return contentTypes.find(([pattern]) => pattern.test(type))?.[1]
}

/** What was found last in some bytes, for every reader of Office documents asks; with the checksums of what says it. */
const known = new WeakMap<Uint8Array, { readonly checksums: string; readonly main: MainPart | undefined }>()

function statedMain(bytes: Uint8Array, entries: ReadonlyMap<string, DirectoryEntry>): MainPart | undefined {
  const relationships = entries.get(relationshipsOf(''))
  const types = entries.get('[Content_Types].xml')
  if (relationships === undefined || types === undefined) return undefined
  const checksums = `${relationships.checksum} ${types.checksum} ${entries.size}`
  const before = known.get(bytes)
  if (before?.checksums === checksums) return before.main
  const main = readMain(bytes, entries, relationships, types)
  known.set(bytes, { checksums, main })
  return main
}

function readMain(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, DirectoryEntry>,
  relationships: DirectoryEntry,
  types: DirectoryEntry,
): MainPart | undefined {
  try {
    const all = [...readRelationships(unpackEntry(bytes, relationships), '').values()]
    const name = all.find(({ type }) => type === 'officeDocument')?.target
    if (name === undefined || !entries.has(name)) return undefined
    const kind = kindOf(unpackEntry(bytes, types), name)
    return kind === undefined ? undefined : { name, kind, isXml: /\.xml$/i.test(name) }
  } catch {
    return undefined
  }
}

/** The main part of an Office document; undefined where the bytes are none. */
export function mainPartOf(bytes: Uint8Array): MainPart | undefined {
  if (!isArchive(bytes)) return undefined
  const entries = new Map(readDirectory(bytes).entries.map((entry) => [entry.name, entry]))
  const stated = statedMain(bytes, entries)
  if (stated !== undefined) return stated
  const usual = usualNames.find(([name]) => entries.has(name))
  return usual === undefined ? undefined : { name: usual[0], kind: usual[1], isXml: true }
}
