/** Heads and labels that say the same in another language: 男 Male. The Chinese words count. */
import type { GridCell } from './grid.js'

/** Chinese words, then, behind a blank, others, which hold a word in small letters. */
const translated = /^(.{0,80}[\u4e00-\u9fff)])\s{1,8}([A-Za-z(][A-Za-z\d\s,.;:'&()%/-]{1,120})$/
/** Of the words of a table at least so many are translated, and no fewer. */
const leastShare = 0.6
const fewest = 3

/**
 * Cells without the translations of their words, where a table has them throughout and each of its words has one:
 * Chrome and Firefox behind 浏览器 are none.
 */
export function withoutTranslations(cells: readonly GridCell[]): readonly GridCell[] {
  const words = cells.filter(({ text }) => /[\u4e00-\u9fff]/.test(text))
  const found = new Map<GridCell, RegExpExecArray>()
  for (const cell of words) {
    const match = translated.exec(cell.text)
    if (match !== null && /[a-z]{2}/.test(match[2]!)) found.set(cell, match)
  }
  if (found.size < fewest || found.size < leastShare * words.length) return cells
  const meanings = new Map<string, Set<string>>()
  for (const [, own, other] of found.values())
    meanings.set(own!, (meanings.get(own!) ?? new Set()).add(other!))
  if ([...meanings.values()].some(({ size }) => size > 1)) return cells
  return cells.map((cell) => {
    const match = found.get(cell)
    return match === undefined ? cell : { ...cell, text: match[1]! }
  })
}
