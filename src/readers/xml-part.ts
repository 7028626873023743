/** Parts of Office packages as a stream of elements: saxes behind one function. Prefixes of names are left away. */
import { SaxesParser } from 'saxes'

/** Attributes by their name with its prefix: `w:val`, `r:id`. */
export type Attributes = Readonly<Record<string, string>>

export interface PartHandlers {
  readonly open?: (name: string, attributes: Attributes) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/** Walks through a part; does nothing where there is none. Throws where it is no well-formed XML. */
export function parsePart(bytes: Uint8Array | undefined, { open, text, close }: PartHandlers): void {
  if (bytes === undefined) return
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => open?.(localName(name), attributes as Attributes))
  parser.on('text', (piece) => text?.(piece))
  parser.on('cdata', (piece) => text?.(piece))
  parser.on('closetag', ({ name }) => close?.(localName(name)))
  parser.write(new TextDecoder().decode(bytes)).close()
}
