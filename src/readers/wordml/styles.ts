/** The styles of a Word package: what a paragraph or a run has from its style. */
import { parsePart } from '../xml-part.js'

export interface Style {
  /** 1 to 9 for headings, else 0. */
  readonly level: number
  readonly isHidden: boolean
  readonly isRaised: boolean
  /** The list that paragraphs of the style belong to. */
  readonly list: string
  readonly listLevel: number
}

export const plainStyle: Style = { level: 0, isHidden: false, isRaised: false, list: '', listLevel: 0 }

/** Whether a property that has no value, or says so, is on. */
export const isOn = (value = '1') => !/^(0|false|off|none)$/.test(value)

type Definition = { -readonly [Key in keyof Style]?: Style[Key] } & { base?: string }

/** What the names of styles say of headings, in English and Chinese programs. */
function levelOfName(name: string): number | undefined {
  const number = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1]
  if (number !== undefined) return Number(number)
  return /^heading$/i.test(name) ? 1 : undefined
}

function readDefinitions(part: Uint8Array | undefined): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  let style: Definition = {}
  parsePart(part, {
    open(element, { val, styleId = '' }) {
      if (element === 'style') {
        style = {}
        definitions.set(styleId, style)
        const level = levelOfName(styleId)
        if (level !== undefined) style.level = level
      }
      if (element === 'name') style.level = levelOfName(val ?? '') ?? style.level ?? 0
      if (element === 'basedOn') style.base = val ?? ''
      if (element === 'outlineLvl') style.level = Number(val) < 9 ? Number(val) + 1 : 0
      if (element === 'vanish') style.isHidden = isOn(val)
      if (element === 'vertAlign') style.isRaised = val === 'superscript'
      if (element === 'numId' || element === 'ilfo') style.list = val ?? ''
      if (element === 'ilvl') style.listLevel = Number(val)
    },
    close(element) {
      // What stands behind a style is none of it: in Word 2003 XML the body does.
      if (element === 'style') style = {}
    },
  })
  return definitions
}

/** Styles by their identifier. A style has what its base has, unless it says otherwise. */
export function readStyles(part: Uint8Array | undefined): (id: string) => Style {
  const definitions = readDefinitions(part)
  const known = new Map<string, Style>()
  const styleOf = (id: string, depth: number): Style => {
    const found = known.get(id)
    if (found !== undefined) return found
    const definition = definitions.get(id)
    if (definition === undefined || depth > definitions.size) return plainStyle
    const { base = '', ...own } = definition
    const style = { ...styleOf(base, depth + 1), ...own }
    known.set(id, style)
    return style
  }
  return (id) => styleOf(id, 0)
}
