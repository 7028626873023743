/** Styles of OpenDocument: what texts, tables and sheets have from them. */
import { charactersOf } from '../indent.js'
import type { ListLevel } from '../word/lists.js'
import type { Attributes } from '../xml-part.js'
import { parsePart } from '../xml-part.js'
import { elementCode, isDataStyle, textCode } from './data-styles.js'
import { levelOf } from './lists.js'

export interface OdfStyle {
  readonly isHidden: boolean
  readonly isRaised: boolean
  readonly font: string
  /** The list that paragraphs of the style belong to, where they are in one. */
  readonly list: string | undefined
  /** The format of figures and dates. */
  readonly dataStyle: string
  /** How far in a paragraph, or the text of a cell, stands, in characters. */
  readonly indent: number
}

export interface OdfStyles {
  style(family: string, name: string | undefined): OdfStyle
  list(name: string): readonly (ListLevel | undefined)[]
  /** The code of a format of figures or dates. */
  format(dataStyle: string): string | undefined
  /** Whether a format of dates is that of the place where the file is opened. */
  isLocalDate(dataStyle: string): boolean
  /** Master pages that some style names. */
  readonly masterPages: ReadonlySet<string>
}

type Definition = { -readonly [Key in keyof OdfStyle]?: OdfStyle[Key] } & { parent?: string }

const plain: OdfStyle = {
  isHidden: false,
  isRaised: false,
  font: '',
  list: undefined,
  dataStyle: '',
  indent: 0,
}

/** The name under which the numbers of headings are kept. */
export const outline = ' outline'

function textProperties(definition: Definition, attributes: Attributes): void {
  const { display, 'text-position': position, 'font-name': font } = attributes
  if (display !== undefined) definition.isHidden = display === 'none'
  if (position !== undefined) definition.isRaised = /^(super|[1-9]\d*(\.\d+)?%)/.test(position)
  if (font !== undefined) definition.font = font
}

/** A list sets its items in by itself, so only what a paragraph or a cell says counts. */
function paragraphProperties(definition: Definition, attributes: Attributes): void {
  const { 'margin-left': margin, 'text-indent': first } = attributes
  if (margin !== undefined || first !== undefined)
    definition.indent = charactersOf(margin) + charactersOf(first)
}

/** Reads the styles of parts; those of a later part stand for those of the same name in an earlier one. */
export function readStyles(parts: readonly (Uint8Array | undefined)[]): OdfStyles {
  const definitions = new Map<string, Definition>()
  const lists = new Map<string, (ListLevel | undefined)[]>()
  const localDates = new Set<string>()
  const formats = new Map<string, string>()
  /** The open format of figures or dates, and its kind. */
  let format = { kind: '', code: '' }
  let dataStyle = ''
  const masterPages = new Set<string>()
  let definition: Definition | undefined
  let levels: (ListLevel | undefined)[] = []
  for (const part of parts) {
    parsePart(part, {
      open(name, attributes) {
        const { name: id = '', family = '' } = attributes
        if (name === 'style' || name === 'default-style') {
          definition = {}
          definitions.set(`${family} ${id}`, definition)
          const { 'parent-style-name': parent, 'list-style-name': list, 'data-style-name': data } = attributes
          if (parent !== undefined) definition.parent = parent
          if (list !== undefined) definition.list = list
          if (data !== undefined) definition.dataStyle = data
          if (attributes['master-page-name']) masterPages.add(attributes['master-page-name'])
        } else if (name === 'list-style' || name === 'outline-style') {
          levels = []
          lists.set(name === 'outline-style' ? outline : id, levels)
          if (name === 'outline-style' && id !== '') lists.set(id, levels)
        } else if (name === 'text-properties' && definition !== undefined)
          textProperties(definition, attributes)
        else if (name === 'paragraph-properties' && definition !== undefined)
          paragraphProperties(definition, attributes)
        else if (/^(table|section)-properties$/.test(name) && definition !== undefined)
          definition.isHidden = attributes.display === 'false' || attributes.display === 'none'
        else if (isDataStyle(name)) {
          format = { kind: name, code: '' }
          if (attributes['automatic-order'] === 'true') localDates.add(id)
          dataStyle = id
        } else if (format.kind !== '') format.code += elementCode(name, attributes)
        else {
          const level = levelOf(name, attributes)
          if (level !== undefined) levels[level[0]] = level[1]
        }
      },
      text(piece) {
        if (format.kind !== '' && piece.trim() !== '') format.code += textCode(format.kind, piece)
      },
      close(name) {
        if (name === 'style' || name === 'default-style') definition = undefined
        if (!isDataStyle(name)) return
        formats.set(dataStyle, format.code)
        format = { kind: '', code: '' }
      },
    })
  }
  const known = new Map<string, OdfStyle>()
  const styleOf = (family: string, name: string, depth: number): OdfStyle => {
    const key = `${family} ${name}`
    const found = known.get(key)
    if (found !== undefined) return found
    const own = definitions.get(key)
    if (own === undefined || depth > definitions.size) return plain
    const { parent, ...stated } = own
    const style = { ...(parent === undefined ? plain : styleOf(family, parent, depth + 1)), ...stated }
    known.set(key, style)
    return style
  }
  return {
    style: (family, name) => (name === undefined ? plain : styleOf(family, name, 0)),
    list: (name) => lists.get(name) ?? [],
    format: (name) => formats.get(name),
    isLocalDate: (name) => localDates.has(name),
    masterPages,
  }
}
