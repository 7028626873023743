/**
 * Traditional and simplified characters. Traditional text is folded to simplified characters, for matching only; what is
 * written into such a text is written in its own script and by its own standard. Uses OpenCC, loaded when the first
 * traditional text comes.
 * Invariant: both ways keep the length, so offsets stay valid.
 */
import type { Edit, Revision } from '../model/edit.js'
import { revise } from '../model/edit.js'
import { foldWidth } from '../model/fold.js'
import { requireHere } from './place.js'

/** Same length. */
type Convert = (text: string) => string

/** In simplified text rarer characters stand in names; in traditional text every third is a traditional form. */
const leastForeignShare = 0.05
const leastForeign = 3

let simplifiedForms: Uint8Array | undefined

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

const foldingPath = () => requireHere().resolve('opencc-js/t2cn')
const writingPath = () => requireHere().resolve('opencc-js/cn2t')
/** Every file that folding and writing of script read. */
export const scriptFiles = (): string[] => [foldingPath(), writingPath()]

/** Forms of Hong Kong that Taiwan's standard does not know (of OpenCC's HKVariants). */
const hongKongForms: Readonly<Record<string, string>> = { 衞: '卫', 敍: '叙', 枱: '台', 粧: '妆', 糭: '粽' }

/** Converts so that the length stays: the few rare characters that would change it stay as they are. */
function keepingLength(convert: Convert): Convert {
  const staysAlone = new Map<string, boolean>()
  const isKept = (character: string) => {
    let known = staysAlone.get(character)
    if (known === undefined) {
      known = convert(character).length !== character.length
      staysAlone.set(character, known)
    }
    return known
  }
  return (text) => {
    const whole = convert(text)
    if (whole.length === text.length) return whole
    let written = ''
    let run = ''
    for (const character of text) {
      if (!isKept(character)) {
        run += character
        continue
      }
      written += convert(run) + character
      run = ''
    }
    return written + convert(run)
  }
}

let loadedFolding: Convert | undefined

function folding(): Convert {
  if (loadedFolding === undefined) {
    const { Converter }: typeof import('opencc-js/t2cn') = requireHere()(foldingPath())
    // Taiwan's forms without its vocabulary: that one changes lengths.
    const convert = keepingLength(Converter({ from: 'tw', to: 'cn' }))
    const forms = new RegExp(`[${Object.keys(hongKongForms).join('')}]`, 'g')
    loadedFolding = (text) => convert(text.replace(forms, (form) => hongKongForms[form]!))
  }
  return loadedFolding
}

/** Full-width forms folded, and traditional characters simplified where the text is written in them. Same length. */
export function foldText(text: string): string {
  const folded = foldWidth(text)
  return isTraditional(folded) ? folding()(folded) : folded
}

/** A text with its layout repairs, as matching reads it. */
export function normalise(text: string, joins: readonly Edit[]): Revision<'source', 'normalised'> {
  const joined = revise<'source', 'normalised'>(text, joins)
  return { ...joined, text: foldText(joined.text) }
}

/** A piece of a text in simplified characters, whatever its script: a word is too short to tell. Same length. */
export function simplify(piece: string): string {
  const table = simplifiedTable()
  for (let index = 0; index < piece.length; index++) {
    const code = piece.charCodeAt(index)
    if (code >= 0x4e00 && code <= 0x9fff && table[code] === 0) return folding()(piece)
  }
  return piece
}

let loadedWriting: readonly Convert[] | undefined

/** The standards that a text may be written by: Taiwan's, Hong Kong's, and that of OpenCC's own dictionaries. */
function writings(): readonly Convert[] {
  if (loadedWriting === undefined) {
    const { Converter }: typeof import('opencc-js/cn2t') = requireHere()(writingPath())
    loadedWriting = (['tw', 'hk', 't'] as const).map((to) => keepingLength(Converter({ from: 'cn', to })))
  }
  return loadedWriting
}

/** How a standard is told: by so many characters of the text. */
const toldBy = 20_000

/**
 * Converts simplified text to the script of `text`, by the standard whose characters the text has most of; undefined
 * where the text is not traditional. Words decide, not characters (OpenCC's phrases): 以后 is 以後, 皇后 stays.
 */
export function traditionalWriting(text: string): Convert | undefined {
  const folded = foldWidth(text)
  if (!isTraditional(folded)) return undefined
  const start = folded.slice(0, toldBy)
  const simplified = folding()(start)
  let best: Convert | undefined
  let most = -1
  for (const convert of writings()) {
    const written = convert(simplified)
    let same = 0
    for (let index = 0; index < start.length; index++) if (written[index] === start[index]) same++
    if (same <= most) continue
    most = same
    best = convert
  }
  return best
}
