/**
 * Folding of traditional characters to simplified ones, for matching only; users never see the result. Uses OpenCC,
 * loaded when the first traditional text comes.
 * Invariant: folding keeps the length, so offsets stay valid.
 */
import { createRequire } from 'node:module'
import { foldWidth } from '../model/fold.js'

type Convert = (text: string) => string

const require = createRequire(import.meta.url)

/** In simplified text rarer characters stand in names; in traditional text every third is a traditional form. */
const leastForeignShare = 0.05
const leastForeign = 3

let simplifiedForms: Uint8Array | undefined
let convert: Convert | undefined

/** By code unit: whether GB 2312 holds it, made from the standard's code range when it is first asked for. */
function simplifiedTable(): Uint8Array {
  if (simplifiedForms !== undefined) return simplifiedForms
  const bytes: number[] = []
  for (let lead = 0xb0; lead <= 0xf7; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) bytes.push(lead, trail)
  }
  const table = new Uint8Array(0x10000)
  for (const character of new TextDecoder('gb18030').decode(Uint8Array.from(bytes))) {
    table[character.charCodeAt(0)] = 1
  }
  simplifiedForms = table
  return table
}

/** Whether a text is written in traditional characters: many that the simplified standard does not hold. */
export function isTraditional(text: string): boolean {
  const table = simplifiedTable()
  let han = 0
  let foreign = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x4e00 || code > 0x9fff) continue
    han++
    if (table[code] === 0) foreign++
  }
  return foreign >= leastForeign && foreign > han * leastForeignShare
}

const converterPath = require.resolve('opencc-js/t2cn')
/** Every file that the folding of script reads. */
export const scriptFiles: readonly string[] = [converterPath]

function loadConverter(): Convert {
  const { Converter }: typeof import('opencc-js/t2cn') = require(converterPath)
  // Taiwan's forms without its vocabulary: that one changes lengths.
  return Converter({ from: 'tw', to: 'cn' })
}

/** Full-width forms folded, and traditional characters simplified where the text is written in them. Same length. */
export function foldText(text: string): string {
  const folded = foldWidth(text)
  if (!isTraditional(folded)) return folded
  convert ??= loadConverter()
  const simplified = convert(folded)
  return simplified.length === folded.length ? simplified : folded
}
