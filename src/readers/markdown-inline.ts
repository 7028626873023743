/**
 * What a line of Markdown says without its marks: emphasis, links, code, escapes, formulas. A mark without a partner is
 * text, and so is one that stands in a figure or a word (3*4, 20__年).
 * Invariant: time is in proportion to the length of the line.
 */
import { latexText } from './formula.js'

const image = /(?<!\\)!\[[^\]\n]{0,200}\]\([^()\s]{0,2000}(?:\s{1,9}"[^"\n]{0,200}")?\)/g
const link =
  /(?<!\\)\[((?:[^\][\n\\]|\\.){1,500})\]\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s+"[^"\n]{0,200}")?\)/g
const note = /\[\^(?:(\d{1,3})|[^\]\s]{1,40})\](?!:)/g
const token =
  /\\([!-/:-@[-`{-~])|(`{1,20})([^`\n]{1,1000})\2|(\$\$?)([^$\n]{1,500})\4(?!\d)|(\*{1,3}|_{1,3}|~~)/g

/** Programs that know no formulas escape the mark of its commands (\\frac). */
const escapedCommand = /\\(?=\\[a-z])/gi

interface Piece {
  text: string
  /** A mark of emphasis that may find its partner. */
  readonly mark?: string
  readonly opens?: boolean
  readonly closes?: boolean
}

/** Whether a mark can open or close a stretch, by the characters on either side. */
function sidesOf(mark: string, before: string, after: string): Pick<Piece, 'opens' | 'closes'> {
  if (/\d/.test(before) && /\d/.test(after)) return { opens: false, closes: false }
  const isWord = (character: string) => /[\p{L}\p{N}]/u.test(character)
  const isUnder = mark.startsWith('_')
  return {
    opens: /\S/.test(after) && !(isUnder && isWord(before)),
    closes: /\S/.test(before) && !(isUnder && isWord(after)),
  }
}

function piecesOf(text: string, literal: (character: string) => string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: printed, 1: escaped, 3: code, 5: formula, 6: mark, index } of text.matchAll(token)) {
    const end = index + printed.length
    pieces.push({ text: text.slice(from, index) })
    from = end
    if (escaped !== undefined) pieces.push({ text: literal(escaped) })
    else if (code !== undefined) pieces.push({ text: [...code].map(literal).join('') })
    else if (formula !== undefined)
      pieces.push({ text: latexText(formula.replace(escapedCommand, '')) ?? printed })
    else
      pieces.push({ text: printed, mark: mark!, ...sidesOf(mark!, text[index - 1] ?? '', text[end] ?? '') })
  }
  return [...pieces, { text: text.slice(from) }]
}

/** Takes out marks that come in pairs. */
function withoutPairs(pieces: readonly Piece[]): string {
  const open = new Map<string, Piece>()
  for (const piece of pieces) {
    if (piece.mark === undefined) continue
    const partner = open.get(piece.mark)
    if (piece.closes === true && partner !== undefined) {
      partner.text = ''
      piece.text = ''
      open.delete(piece.mark)
    } else if (piece.opens === true) open.set(piece.mark, piece)
  }
  return pieces.map(({ text }) => text).join('')
}

/** A note is printed raised, as in other formats. */
const raisedDigits = (number: string) => [...number].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')

/** What every mark holds one of. */
const anyMark = /[\\`$*_~[]/

/** The text of a line; `literal` writes a character that is escaped or stands in code. */
export function inlineText(line: string, literal = (character: string) => character): string {
  if (!anyMark.test(line)) return line
  const shown = line
    .replace(image, '')
    .replace(link, '$1')
    .replace(note, (_, number = '') => raisedDigits(number))
  return withoutPairs(piecesOf(shown, literal))
}

/** Tags and entities, in a line of Markdown as in a page. */
const tag = /((?<!\\)<\/?[a-z][^<>]*>)/i

export function holdsTags(line: string): boolean {
  return (line.includes('<') && tag.test(line)) || (line.includes('&') && /(?<!\\)&#?\w{2,8};/.test(line))
}

/** Markup in Markdown as markup alone: the marks between its tags are taken out. */
export function markupOf(fragment: string): string {
  const asEntity = (character: string) => `&#${character.codePointAt(0)};`
  return fragment
    .split(new RegExp(tag, 'gi'))
    .map((piece, index) => (index % 2 === 1 ? piece : inlineText(piece, asEntity).replaceAll('<', '&lt;')))
    .join('')
}
