/**
 * Backslashes in front of what Markdown would take for markup, and nowhere else: a report reads the same as a file and
 * rendered, and its figures stay as they are printed. Rules of CommonMark 0.31 and of GitHub's tables and strike-outs.
 */

/** Marks that only work in pairs. A range such as 3~5 needs none as long as it is the only one of its paragraph. */
const paired = ['*', '_', '`', '~'] as const

/** The marks that find a partner in a paragraph; asked once for all of its lines. */
export function pairedIn(paragraph: string): readonly string[] {
  return paired.filter((mark) => paragraph.indexOf(mark) !== paragraph.lastIndexOf(mark))
}

/** Escapes inside of a line or cell; `marks` are those that find a partner in its paragraph. */
function escapeInline(text: string, marks = pairedIn(text)): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, '\\\\')
    .replace(/[*_`~]/g, (mark) => (marks.includes(mark) ? `\\${mark}` : mark))
    .replace(/<(?=[A-Za-z/!?]|[^\s<>]*@)/g, '\\<')
    .replace(/&(?=#?\w+;)/g, '\\&')
    .replace(/\](?=[(:])/g, '\\]')
}

/** What opens a block where it stands first in a line. The mark is in the second group, what may stay in the first. */
const openings: readonly RegExp[] = [
  /^()([-+*])(?=[ \t]|$)/,
  /^()([-=])(?=[ \t]*(?:[-=][ \t]*)*$)/,
  /^()(#)(?=#{0,5}(?:[ \t]|$))/,
  /^()(>)/,
  /^()(~)(?=~~)/,
  /^()(\[)(?=[ xX]\][ \t])/,
]
const ordered = /^(\d{1,9})([.)])(?=[ \t]|$)/

/** The lines of a text that have ink, without white space around them. */
export function linesOf(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim())
  return lines.filter((line) => line !== '')
}

/** A line of a paragraph with these paired marks; of one that is a line, its own. */
export function escapeLine(line: string, marks?: readonly string[]): string {
  const text = escapeInline(line, marks)
  const pattern = openings.find((opening) => opening.test(text)) ?? ordered
  return text.replace(pattern, '$1\\$2')
}

/** The first line of an item that Markdown numbers as it is numbered here. */
export function escapeItem(line: string, marks?: readonly string[]): string {
  const [number = ''] = /^\d+\. +/.exec(line) ?? []
  return number + escapeLine(line.slice(number.length), marks)
}

/** The text of a heading, in which only a row of # at the end has a meaning of its own. */
export function escapeHeading(text: string): string {
  return escapeInline(text).replace(/(^|[ \t])(#+)$/, '$1\\$2')
}

/** The text of a cell. Breaks inside of it become <br>, which is all that a cell can hold. */
export function escapeCell(text: string): string {
  return escapeInline(text)
    .replaceAll('|', '\\|')
    .replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? '<br>' : blanks))
}
