/**
 * XML as a stream of elements: saxes behind one function, loaded when the first part comes. Prefixes of names are left
 * away: producers choose their own.
 */
import { requireHere } from '../resources/place.js'
import { startOf } from './start.js'

const load = (): typeof import('saxes') => requireHere()('saxes')

/** Attributes by their name without its prefix: `val`, `id`. */
export type Attributes = Readonly<Record<string, string>>

/** Positions are those behind a tag, in UTF-16 code units of the part without its byte order mark. */
export interface PartHandlers {
  readonly open?: (name: string, attributes: Attributes, position: number) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string, position: number) => void
  /** Positions are counted, which takes time. */
  readonly hasPositions?: boolean
}

/** Bytes that are parsed at a time. */
const pieceSize = 1 << 20

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function withoutPrefixes(attributes: Attributes): Attributes {
  const local: Record<string, string> = {}
  for (const name in attributes) if (!name.startsWith('xmlns')) local[localName(name)] = attributes[name]!
  return local
}

/** Walks through a part; does nothing where there is none. Throws where it is no well-formed XML. */
export function parsePart(part: Uint8Array | undefined, handlers: PartHandlers): void {
  if (part === undefined) return
  const { open, text, close, hasPositions = false } = handlers
  const { SaxesParser } = load()
  const parser = new SaxesParser({ position: hasPositions })
  parser.on('error', (error) => {
    throw error
  })
  // Most elements, as the cells of a sheet, have no prefix: to go through what they have once more takes a tenth of it all.
  let isLocal = true
  parser.on('attribute', ({ name }) => {
    if (isLocal && (name.includes(':') || name === 'xmlns')) isLocal = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    const given = attributes as Attributes
    open?.(localName(name), isLocal ? given : withoutPrefixes(given), parser.position)
    isLocal = true
  })
  parser.on('text', (piece) => text?.(piece))
  parser.on('cdata', (piece) => text?.(piece))
  parser.on('closetag', ({ name }) => close?.(localName(name), parser.position))
  // Piece by piece: a part as one string takes several times its size.
  const decoder = new TextDecoder()
  for (let at = 0; at < part.length; at += pieceSize)
    parser.write(decoder.decode(part.subarray(at, at + pieceSize), { stream: true }))
  parser.write(decoder.decode()).close()
}

/** Where the first element of a file ends at the latest. */
const sniffed = 4096

/** Whether a file of XML declares a namespace in front. */
export function declares(bytes: Uint8Array, namespace: string): boolean {
  const start = startOf(bytes, sniffed)
  return /^(\xef\xbb\xbf)?\s*<[?!\w]/.test(start) && start.includes(`"${namespace}"`)
}
