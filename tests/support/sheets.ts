/** Workbooks read back by a ZIP reader and an XML parser that know nothing of how we write them. */
import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { SaxesTagPlain } from 'saxes'
import { SaxesParser } from 'saxes'

/** A cell as the file states it: its type, its style, its text with control characters as spreadsheets see them. */
export interface ReadCell {
  readonly type: string
  readonly style: number
  readonly text: string
}

export interface ReadSheet {
  readonly title: string
  readonly xml: string
  /** By reference, such as B2. */
  readonly cells: ReadonlyMap<string, ReadCell>
}

/** The parts of a ZIP as text. */
export function partsOf(path: string): Map<string, string> {
  const entries = Object.entries(unzipSync(readFileSync(path)))
  return new Map(
    entries.map(([name, bytes]) => [name, new TextDecoder('utf-8', { fatal: true }).decode(bytes)]),
  )
}

/** Walks through XML; throws where it is not well-formed. */
function parse(
  xml: string,
  on: { open?(tag: SaxesTagPlain): void; text?(text: string): void; close?(name: string): void },
) {
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => on.open?.(tag))
  parser.on('text', (text) => on.text?.(text))
  parser.on('closetag', ({ name }) => on.close?.(name))
  parser.write(xml).close()
}

function cellsOf(xml: string): Map<string, ReadCell> {
  const cells = new Map<string, ReadCell>()
  let attributes: Readonly<Record<string, string>> = {}
  let text = ''
  parse(xml, {
    open({ name, attributes: found }) {
      if (name !== 'c') return
      attributes = found
      text = ''
    },
    text: (piece) => {
      text += piece
    },
    close(name) {
      if (name !== 'c') return
      const seen = text.replace(/_x([0-9A-F]{4})_/gi, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      const { r: place = '', t: type = 'n', s: style = '0' } = attributes
      cells.set(place, { type, style: Number(style), text: seen })
    },
  })
  return cells
}

/** The sheets in the order of the workbook. */
export function sheetsOf(path: string): ReadSheet[] {
  const parts = partsOf(path)
  const targets = new Map<string, string>()
  parse(parts.get('xl/_rels/workbook.xml.rels')!, {
    open: ({ attributes: { Id = '', Target = '' } }) => void targets.set(Id, Target),
  })
  const sheets: ReadSheet[] = []
  parse(parts.get('xl/workbook.xml')!, {
    open({ name, attributes }) {
      if (name !== 'sheet') return
      const { name: title = '', 'r:id': id = '' } = attributes
      const xml = parts.get(`xl/${targets.get(id)}`)!
      sheets.push({ title, xml, cells: cellsOf(xml) })
    },
  })
  for (const xml of parts.values()) parse(xml, {})
  return sheets
}

/** The rows of a sheet below its header, each as many cells as the header has; undefined where there is none. */
export function rowsOfSheet({ cells }: ReadSheet): (ReadCell | undefined)[][] {
  const letters = [...cells.keys()]
    .filter((place) => /^[A-Z]+1$/.test(place))
    .map((place) => place.slice(0, -1))
  const last = Math.max(...[...cells.keys()].map((place) => Number(place.replace(/\D/g, ''))))
  return Array.from({ length: last - 1 }, (_, row) =>
    letters.map((letter) => cells.get(`${letter}${row + 2}`)),
  )
}
