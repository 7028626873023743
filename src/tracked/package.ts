/**
 * The parts of a Word package around its text: which part holds the comments, and what names it. Parts that nothing is
 * changed in keep their bytes.
 */
import { packedBytes } from '../readers/archive.js'
import { readDirectory } from '../readers/archive-directory.js'
import { readRelationships, relationshipsOf } from '../readers/office-package.js'
import type { HeldPart } from '../writers/zip.js'
import { packPart, zipOf } from '../writers/zip.js'
import type { Dialect } from './xml.js'
import { addInside, dialectOf, escapeXml } from './xml.js'

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
export const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const wordNamespace = `xmlns:w="${namespace}"`

/** A package whose parts are texts where they have to do with its text. */
export interface WordPackage {
  /** Name of the main part. */
  readonly main: string
  part(name: string): string | undefined
}

/** The part of comments, and all that names it, with what is to become of each. */
export interface CommentsPart {
  readonly dialect: Dialect
  /** The part as it is now; empty but for its outermost element where it is new. */
  readonly xml: string
  /** The parts that change by comments of this markup, by name. */
  filled(markup: string): ReadonlyMap<string, string>
}

/** The name of the outermost element, with its prefix, such as `<Types`. */
const rootOf = (xml: string) => /<[^?!\s/>][^\s/>]*/.exec(xml)![0]

/** The names that a package of the strict kind has for elements of Word and for what parts are to each other. */
const strict = {
  namespace: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  office: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
}
export const emptyRelationships = `${declaration}<Relationships xmlns="${packages}/relationships"></Relationships>`

/** An element as its siblings are called. */
function sibling(xml: string, name: string): string {
  const root = rootOf(xml)
  return root.slice(0, Math.max(1, root.indexOf(':') + 1)) + name
}

function freeName(folder: string, word: WordPackage): string {
  for (let number = 1; ; number++) {
    const name = `${folder}comments${number === 1 ? '' : number}.xml`
    if (word.part(name) === undefined) return name
  }
}

function freeId(relationships: string): string {
  for (let number = 1; ; number++) if (!relationships.includes(`"rIdHy${number}"`)) return `rIdHy${number}`
}

/** Finds the part of comments, or the place of a new one. */
export function commentsPartOf(word: WordPackage): CommentsPart {
  const { main } = word
  const relations = relationshipsOf(main)
  const relationships = word.part(relations) ?? emptyRelationships
  const known = [...readRelationships(Buffer.from(relationships), main).values()]
  const target = known.find(({ type }) => type === 'comments')?.target
  const there = target === undefined ? undefined : word.part(target)
  if (target !== undefined && there !== undefined) {
    const dialect = dialectOf(rootOf(there), there)
    return { dialect, xml: there, filled: (markup) => new Map([[target, addInside(there, markup)]]) }
  }
  const names = word.part(main)?.includes(strict.namespace) === true ? strict : { namespace, office }
  const empty = `${declaration}<w:comments xmlns:w="${names.namespace}"></w:comments>`
  const name = freeName(main.slice(0, main.lastIndexOf('/') + 1), word)
  const types = word.part('[Content_Types].xml') ?? ''
  const override = `${sibling(types, 'Override')} PartName="/${escapeXml(name)}" ContentType="${contentType}.comments+xml"/>`
  const related = `${sibling(relationships, 'Relationship')} Id="${freeId(relationships)}" Type="${names.office}/comments" Target="/${escapeXml(name)}"/>`
  return {
    dialect: dialectOf('<w:comments', empty),
    xml: empty,
    filled: (markup) =>
      new Map([
        [name, addInside(empty, markup)],
        [relations, addInside(relationships, related)],
        ['[Content_Types].xml', addInside(types, override)],
      ]),
  }
}

/** The file with some of its parts changed, and new ones behind them. */
export function withParts(bytes: Uint8Array, changed: ReadonlyMap<string, string>): Uint8Array {
  const { entries } = readDirectory(bytes)
  const kept = entries.map((entry): HeldPart => {
    const text = changed.get(entry.name)
    if (text !== undefined) return packPart(entry.name, text)
    const { name, checksum, size, packedSize, method } = entry
    return { name, crc: checksum, size, packedSize, method, content: packedBytes(bytes, entry) }
  })
  const names = new Set(entries.map(({ name }) => name))
  const added = [...changed].filter(([name]) => !names.has(name))
  return zipOf([...kept, ...added.map(([name, text]) => packPart(name, text))])
}

/** A package of new parts, the list of contents first, as readers expect it. */
export function newPackage(parts: ReadonlyMap<string, string>): Uint8Array {
  return zipOf([...parts].map(([name, text]) => packPart(name, text)))
}

/** The parts of a new package around its body. */
export function frameOf(): ReadonlyMap<string, string> {
  const part = (name: string, type: string) =>
    `<Override PartName="/word/${name}.xml" ContentType="${contentType}.${type}+xml"/>`
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
  return new Map([
    [
      '[Content_Types].xml',
      `${declaration}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part('document', 'document.main')}${part('styles', 'styles')}</Types>`,
    ],
    ['_rels/.rels', addInside(emptyRelationships, relation('rId1', 'officeDocument', 'word/document.xml'))],
    ['word/_rels/document.xml.rels', addInside(emptyRelationships, relation('rId1', 'styles', 'styles.xml'))],
  ])
}
