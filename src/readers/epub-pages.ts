/** Which files of an electronic book are its pages, and in which order they are read (EPUB 3.3, 5). */
import { ProcessingError } from '../model/message.js'
import { resolvePath } from './office-package.js'
import { startOf } from './start.js'
import { parsePart } from './xml-part.js'

type Files = ReadonlyMap<string, Uint8Array>

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))

/** A path as an address writes it. */
function decoded(address: string): string {
  const path = address.replace(/#.*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

function packagePath(files: Files): string {
  let path = ''
  parsePart(files.get('META-INF/container.xml'), {
    open(name, attributes) {
      if (name === 'rootfile' && path === '') path = attributes['full-path'] ?? ''
    },
  })
  return path
}

/** Files that are encrypted; fonts often are, and nobody misses them. */
function encryptedPaths(files: Files): ReadonlySet<string> {
  const paths = new Set<string>()
  parsePart(files.get('META-INF/encryption.xml'), {
    open(name, { URI }) {
      if (name === 'CipherReference' && URI !== undefined) paths.add(decoded(URI))
    },
  })
  return paths
}

/** A page of a book with the style sheets that it names. */
export interface BookPage {
  readonly bytes: Uint8Array
  readonly sheets: readonly Uint8Array[]
}

const sniffedHead = 1 << 16

/** The style sheets that the head of a page names. */
function sheetsOf(files: Files, path: string, page: Uint8Array): Uint8Array[] {
  const [head] = startOf(page, sniffedHead).split(/<\/head/i)
  return [...head!.matchAll(/<link\s[^<>]{0,500}>/gi)].flatMap(([link]) => {
    const address = /\shref\s{0,9}=\s{0,9}["']([^"'<>]+)/i.exec(link)?.[1] ?? ''
    const sheet = files.get(resolvePath(folderOf(path), decoded(address)))
    return sheet === undefined || !/\.css$/i.test(address) ? [] : [sheet]
  })
}

/** The pages of a book. Throws ProcessingError `encrypted`, or `damaged-file` where the book names none. */
export function* pagesOf(files: Files): Generator<BookPage> {
  const path = packagePath(files)
  const items = new Map<string, { readonly path: string; readonly isContents: boolean }>()
  const order: string[] = []
  parsePart(files.get(path), {
    open(name, { id = '', href = '', idref = '', properties = '' }) {
      if (name === 'item') {
        const isContents = properties.split(/\s+/).includes('nav')
        items.set(id, { path: resolvePath(folderOf(path), decoded(href)), isContents })
      }
      if (name === 'itemref') order.push(idref)
    },
  })
  if (order.length === 0) throw new ProcessingError('damaged-file', { format: 'epub' })
  const encrypted = encryptedPaths(files)
  for (const id of new Set(order)) {
    const item = items.get(id)
    if (item === undefined || item.isContents) continue
    if (encrypted.has(item.path)) throw new ProcessingError('encrypted')
    const page = files.get(item.path)
    if (page !== undefined) yield { bytes: page, sheets: sheetsOf(files, item.path, page) }
  }
}
