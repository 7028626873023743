/** The package of an OFD file (GB/T 33190, 7): its documents, their pages, templates, resources and what is attached. */
import type { XmlElement } from '../xml-tree.js'
import { childOf, childrenOf, childText, parseTree } from '../xml-tree.js'

/** Parts of the package by their path. */
export interface Parts {
  /** The part that another one names, and where it stands; undefined where there is none. */
  find(from: string, target: string): { readonly path: string; readonly bytes: Uint8Array } | undefined
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)

/** A path without steps back and empty ones. */
function normalised(path: string): string {
  const steps: string[] = []
  for (const step of path.replaceAll('\\', '/').split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Paths are absolute, or relative to the part that has them; some producers write them from the root without saying so. */
export function partsOf(files: ReadonlyMap<string, Uint8Array>): Parts {
  const byPath = new Map([...files].map(([name, bytes]) => [normalised(name).toLowerCase(), bytes]))
  return {
    find(from, target) {
      if (target.trim() === '') return undefined
      const written = target.trim()
      const tried = written.startsWith('/') ? [written] : [folderOf(from) + written, written]
      for (const path of tried.map(normalised)) {
        const bytes = byPath.get(path.toLowerCase())
        if (bytes !== undefined) return { path, bytes }
      }
      return undefined
    },
  }
}

export interface OfdPage {
  readonly id: string
  readonly path: string
  readonly bytes: Uint8Array
}

export interface OfdTemplate extends OfdPage {
  readonly isForeground: boolean
}

export interface OfdDocument {
  readonly path: string
  /** Position and size of pages that say nothing of it, as text. */
  readonly area: XmlElement | undefined
  readonly pages: readonly OfdPage[]
  readonly templates: ReadonlyMap<string, OfdTemplate>
  /** What all pages share. */
  readonly resources: readonly XmlElement[]
  /** Names of files that are attached. */
  readonly attachments: readonly string[]
  /** Of each page by its number, what was put on it later. */
  readonly annotations: ReadonlyMap<string, XmlElement>
}

/** A location is an attribute, or, as some producers have it, an element. */
const locationOf = (element: XmlElement) => element.attributes.BaseLoc ?? childText(element, 'BaseLoc')

function pageOf(parts: Parts, from: string, element: XmlElement): OfdPage[] {
  const found = parts.find(from, locationOf(element))
  return found === undefined ? [] : [{ id: element.attributes.ID ?? '', ...found }]
}

function attachmentsOf(parts: Parts, from: string, document: XmlElement): string[] {
  const list = parts.find(from, childText(document, 'Attachments'))
  return childrenOf(parseTree(list?.bytes), 'Attachment').map(({ attributes: { Name, Format = '' } }, at) => {
    const name = Name ?? String(at + 1)
    return Format === '' || name.toLowerCase().endsWith(`.${Format.toLowerCase()}`)
      ? name
      : `${name}.${Format}`
  })
}

function annotationsOf(parts: Parts, from: string, document: XmlElement): Map<string, XmlElement> {
  const list = parts.find(from, childText(document, 'Annotations'))
  const found = new Map<string, XmlElement>()
  for (const page of childrenOf(parseTree(list?.bytes), 'Page')) {
    const root = parseTree(parts.find(list!.path, childText(page, 'FileLoc'))?.bytes)
    if (root !== undefined) found.set(page.attributes.PageID ?? '', root)
  }
  return found
}

function readDocument(parts: Parts, target: string): OfdDocument | undefined {
  const found = parts.find('', target)
  const document = parseTree(found?.bytes)
  if (found === undefined || document === undefined) return undefined
  const { path } = found
  const common = childOf(document, 'CommonData')
  const templates = childrenOf(common, 'TemplatePage').flatMap((element) =>
    pageOf(parts, path, element).map((page) => ({
      ...page,
      isForeground: element.attributes.ZOrder === 'Foreground',
    })),
  )
  const resources = ['PublicRes', 'DocumentRes'].flatMap((name) => childrenOf(common, name))
  return {
    path,
    area: childOf(common, 'PageArea'),
    pages: childrenOf(childOf(document, 'Pages'), 'Page').flatMap((page) => pageOf(parts, path, page)),
    templates: new Map(templates.map((template) => [template.id, template])),
    resources: resources.flatMap(({ text }) => parseTree(parts.find(path, text)?.bytes) ?? []),
    attachments: attachmentsOf(parts, path, document),
    annotations: annotationsOf(parts, path, document),
  }
}

/** The documents of a package, in its order. Throws where a part that it needs is no well-formed XML. */
export function documentsOf(parts: Parts): OfdDocument[] {
  const root = parseTree(parts.find('', 'OFD.xml')?.bytes)
  return childrenOf(root, 'DocBody').flatMap((body) => readDocument(parts, childText(body, 'DocRoot')) ?? [])
}
