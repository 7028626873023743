/**
 * Notices of hosting sites, by the table of patterns: whole lines, and notices behind the text of its last line.
 */
import type { BoilerplatePattern, BoilerplateTable } from '../resources/boilerplate.js'

/** Longer lines and sentences are the report's own. */
const longestNotice = 160

const bullet = /^(?:[•·●■◆※*▪]|\d{1,2}[.、)](?!\d))\s*/
const sentence = /[^。！？!]+[。！？!]*[”"’」]?/g

const firstSentence = new RegExp(sentence, '')

/** Kinds that name the site or its customers, and so are told from text also behind a sentence of the report. */
const tellingKinds = new Set(['rights', 'download', 'contact'])

/** The pattern that a piece of text, trimmed, fits, without the bullet or number before it. */
function findPattern(piece: string, table: BoilerplateTable): BoilerplatePattern | undefined {
  let text = piece.replace(/^[—\-–\s]+|(?<![—\-–\s])[—\-–\s]+$/g, '')
  for (let match = bullet.exec(text); match !== null; match = bullet.exec(text))
    text = text.slice(match[0].length)
  return table.find(({ pattern }) => pattern.test(text))
}

/** Rulers of dashes, dots or asterisks, and page numbers between dashes. Punctuation may be the end of a sentence. */
function isFurniture(line: string): boolean {
  const isRuler = !/[\p{L}\p{N}]/u.test(line) && !/^[。，、；：！？!?,;.%％‰”’」』）)】》〉…]+$/.test(line)
  return isRuler || /^[—\-–\s]+\d{1,3}[—\-–\s]*$/.test(line)
}

/**
 * Where in a line, trimmed, the notice begins: 0 where the line is one, its length where it holds none. A line is a
 * notice as a whole if its first sentence is; else what its last sentences say may be.
 */
export function noticeStart(line: string, table: BoilerplateTable): number {
  if (line.length <= longestNotice) {
    const first = firstSentence.exec(line)?.[0] ?? line
    if (isFurniture(line) || findPattern(first.trim(), table) !== undefined) return 0
  }
  // Most lines end like any sentence, so their ends alone are looked at.
  const tail = Math.max(0, line.length - 3 * longestNotice)
  const pieces = [...line.slice(tail).matchAll(sentence)]
  let start = line.length
  for (const { 0: piece, index } of pieces.slice(1).reverse()) {
    const kind = piece.length > longestNotice ? undefined : findPattern(piece.trim(), table)?.kind
    if (kind === undefined || !tellingKinds.has(kind)) break
    start = tail + index + piece.length - piece.trimStart().length
  }
  return start
}
