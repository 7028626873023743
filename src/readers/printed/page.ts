/**
 * A page of a PDF as it is read: lines from top to bottom, of which some are whole tables, and what stands aside.
 */
import { withBands } from './bands.js'
import { withLinesAbove } from './beside.js'
import { cutAtRules } from './cuts.js'
import type { AsideText } from './glyphs.js'
import { uprightPage } from './glyphs.js'
import type { PageInk } from './ink.js'
import { findPdfLines } from './lines.js'
import type { PageLine, RuledTable } from './ruled.js'
import { findRuledTables } from './ruled.js'

export interface PrintedPage {
  readonly lines: readonly PageLine[]
  /** Large pale lines, which are a watermark where other pages have them too. */
  readonly pale: readonly PageLine[]
  /** Texts written in another direction than the page. */
  readonly aside: readonly AsideText[]
  /** There where a font does not say which characters its glyphs are; they are left out. */
  readonly isUnreadable: boolean
  readonly hasPictures: boolean
}

function lineOfTable(table: RuledTable): PageLine {
  const { left, right, top } = table
  return { segments: [{ glyphs: [], text: '', left, right }], y: top, size: 0, table }
}

export function printedPageOf(ink: PageInk): PrintedPage {
  const { glyphs, rules, pale, aside, isUnreadable } = uprightPage(ink)
  const { tables, others } = findRuledTables(glyphs, rules)
  const text = withBands(cutAtRules(findPdfLines(others), rules), rules)
  const lines = [...text, ...tables.map(lineOfTable)].sort((one, two) => one.y - two.y)
  return {
    lines: withLinesAbove(lines),
    pale: findPdfLines(pale),
    aside,
    isUnreadable,
    hasPictures: ink.pictures.length > 0,
  }
}
