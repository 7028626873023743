/** Lists of OpenDocument as their styles number them (ODF 1.3, 16.30 to 16.34), in the terms of Word's. */
import type { ListLevel } from '../word/lists.js'
import type { Attributes } from '../xml-part.js'

/** How counts are printed, by the first one as a style writes it. */
const formats = new Map([
  ['1', 'decimal'],
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCounting'],
  ['壹', 'chineseLegalSimplified'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
  ['①', 'decimalEnclosedCircle'],
  ['１', 'decimalFullWidth'],
])

/** Deeper levels are numbered by no style. */
export const deepestLevel = 10

/** The level that an element of a list style or of the outline's defines, and its number from 0. */
export function levelOf(name: string, attributes: Attributes): readonly [number, ListLevel] | undefined {
  const at = Number(attributes.level) - 1
  if (!/^(list|outline)-level-style/.test(name) || !(at >= 0 && at < deepestLevel)) return undefined
  const first = (attributes['num-format'] ?? '').split(/[,，\s]/)[0]!
  const format = formats.get(first) ?? 'none'
  const shown = Math.max(1, Number(attributes['display-levels'] ?? 1) || 1)
  const numbers = Array.from({ length: Math.min(shown, at + 1) }, (_, back) => `%${at + 1 - back}`).reverse()
  const { 'num-prefix': prefix = '', 'num-suffix': suffix = '', 'num-list-format': written } = attributes
  const pattern = written?.replaceAll(/%(\d)%/g, '%$1') ?? `${prefix}${numbers.join('.')}${suffix}`
  return [at, { start: Number(attributes['start-value'] ?? 1) || 1, format, pattern, isLegal: false }]
}
