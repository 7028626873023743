/**
 * Rows of tables that have lines across and none down: what stands between two of these lines is one row, if it holds no
 * more than one row of figures.
 */
import type { Rule } from './geometry.js'
import { joinedRules } from './grid.js'
import type { PdfLine } from './lines.js'
import type { Band, PageLine } from './ruled.js'

/** Fewer lines across only frame the head and the whole: in points, how wide they are, and how even their ends. */
const fewestRules = 4
const narrowest = 100
const even = 6
/** Two rows are further apart. */
const highest = 120
const figure = /^[-−+]?[\d,，.]+[%‰]?$/

/** Lines across of one width below each other. */
function stacksOf(rules: readonly Rule[]): Rule[][] {
  const stacks: Rule[][] = []
  const wide = rules.filter(({ direction, from, to }) => direction === 'across' && to - from >= narrowest)
  for (const rule of joinedRules(wide).sort((one, two) => one.at - two.at)) {
    const stack = stacks.find(([first]) => {
      return Math.abs(first!.from - rule.from) <= even && Math.abs(first!.to - rule.to) <= even
    })
    if (stack !== undefined && rule.at - stack.at(-1)!.at <= highest) stack.push(rule)
    else stacks.unshift([rule])
  }
  return stacks.filter(({ length }) => length >= fewestRules)
}

/** Whether lines of text between two rules hold several rows: figures below each other. */
function holdsRows(lines: readonly PdfLine[]): boolean {
  const figures = lines.flatMap(({ segments }) => segments.filter(({ text }) => figure.test(text)))
  return figures.some((one, at) =>
    figures
      .slice(at + 1)
      .some((two) => one.glyphs[0]!.y !== two.glyphs[0]!.y && one.left < two.right && two.left < one.right),
  )
}

function isWithin({ segments, y }: PdfLine, { top, bottom }: Band, { from, to }: Rule): boolean {
  return y > top && y <= bottom && segments[0]!.left >= from - even && segments.at(-1)!.right <= to + even
}

/** Lines of text with the band that they stand in. */
export function withBands(lines: readonly PdfLine[], rules: readonly Rule[]): PageLine[] {
  const bands = new Map<PdfLine, Band>()
  for (const stack of stacksOf(rules)) {
    const rows = stack.slice(1).map((rule, at) => {
      const band = { top: stack[at]!.at, bottom: rule.at }
      return { band, lines: lines.filter((line) => isWithin(line, band, rule)) }
    })
    const filled = rows.filter((row) => row.lines.length > 0)
    const several = filled.filter((row) => row.lines.some(({ segments }) => segments.length > 1))
    // Text that is underlined has lines across as well.
    if (filled.length < fewestRules - 1 || several.length * 2 < filled.length) continue
    if (rows.some((row) => holdsRows(row.lines))) continue
    for (const row of rows) for (const line of row.lines) bands.set(line, row.band)
  }
  return lines.map((line) => {
    const band = bands.get(line)
    return band === undefined ? line : { ...line, band }
  })
}
