/**
 * What stands on the pages of a PDF and is not their text: headers, footers, page numbers, watermarks.
 * Invariant: each line of a page is in its body, or is furniture.
 */
import { foldRadicals } from '../../model/radicals.js'
import { isRow } from './aligned.js'
import type { Glyph } from './ink.js'
import { glyphsOfLine, textOfLine } from './lines.js'
import type { PrintedPage } from './page.js'
import type { PageLine } from './ruled.js'
import { wordsOfLine } from './words.js'

export interface Furniture {
  readonly text: string
  /** The first page that has it, from 0. */
  readonly page: number
  readonly glyphs: readonly Glyph[]
}

export interface BodyPages {
  readonly bodies: readonly (readonly PageLine[])[]
  /** Each text once. */
  readonly furniture: readonly Furniture[]
}

/** Lines at the top and the bottom of a page where headers and footers stand. */
const edge = 2
/** Furniture stands on at least this share of the pages, and on two. */
const leastShare = 0.4
const leastPages = 2

/** Longer lines are not looked at for a number that counts the pages. */
const longestLine = 100

const number = '(?:[0-9０-９]{1,4}|[一二三四五六七八九十百]{1,5})'
/** 12, - 12 -, 12/60, 第 2 页 共 6 页, 第二页, Page 2 of 6, iv. */
const pageNumber = new RegExp(
  `^[-—–－·.\\s]{0,20}(?:(?:page\\s{0,20})?[0-9０-９]{1,4}|[ivxlc]{1,6}|第\\s{0,20}${number}\\s{0,20}页)` +
    `(?:\\s{0,20}(?:[/／,，、]|of)?\\s{0,20}[共总]?\\s{0,20}[0-9０-９]{1,4}\\s{0,20}页?|\\s{0,20}[共总]\\s{0,20}${number}\\s{0,20}页)?[-—–－·.\\s]{0,20}$`,
  'i',
)
/** The unit of a table stands on every page that the table goes on over. */
const unitLine = /单位[:：]/

const plainText = (line: PageLine) => wordsOfLine(line).replace(/\s+/g, '')

/** How a line looks on every page: as it stands, or with one number in it counting the pages. */
function shapesOf(line: PageLine, page: number): string[] {
  const text = plainText(line)
  if (text.length > longestLine) return [text]
  const counting = [...text.matchAll(/[0-9]{1,4}/g)].map(
    ({ index, 0: number }) =>
      `${text.slice(0, index)}#${Number(number) - page}#${text.slice(index + number.length)}`,
  )
  return [text, ...counting]
}

const figure = /^[-−+]?[\d,，.]+%?$/

/** Rows of figures may be alike, on whichever page they stand. */
function isFigures({ segments }: PageLine): boolean {
  return segments.filter(({ text }) => figure.test(text)).length > 1
}

/** The head of a table is printed again on every page as well, but rows follow it. */
function isTableHead(lines: readonly PageLine[], at: number): boolean {
  const next = lines[at + 1]
  return isRow(lines[at]!) && next !== undefined && isRow(next)
}

/** What stands right above a table, or above its unit, is its title. */
function isTitle(lines: readonly PageLine[], at: number): boolean {
  const next = lines[at + 1]
  if (next === undefined) return false
  return next.table !== undefined || unitLine.test(wordsOfLine(next)) || isTableHead(lines, at + 1)
}

interface End {
  /** The lines of a page from this end inwards. */
  of(lines: readonly PageLine[]): number[]
  /** Whether a line stands in the half of the page that this end is of. */
  isOwn(line: PageLine): boolean
}

/**
 * The two ends of pages. An item of a list that ends a page looks like one that opens the next page, but stands in the
 * other half.
 */
function endsOf(pages: readonly (readonly PageLine[])[]): End[] {
  const ys = pages.flat().map(({ y }) => y)
  const least = ys.reduce((one, two) => Math.min(one, two), Number.POSITIVE_INFINITY)
  const middle = (least + ys.reduce((one, two) => Math.max(one, two), Number.NEGATIVE_INFINITY)) / 2
  const places = (lines: readonly PageLine[]) => lines.map((_, at) => at)
  return [
    { of: (lines) => places(lines).slice(0, edge + 1), isOwn: ({ y }) => y < middle },
    {
      of: (lines) =>
        places(lines)
          .slice(-edge - 1)
          .reverse(),
      isOwn: ({ y }) => y >= middle,
    },
  ]
}

/** How many pages have a line of each shape at one end. */
function countShapes(pages: readonly (readonly PageLine[])[], end: End): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  pages.forEach((lines, page) => {
    const shapes = end.of(lines).flatMap((at) => shapesOf(lines[at]!, page))
    for (const shape of new Set(shapes)) counts.set(shape, (counts.get(shape) ?? 0) + 1)
  })
  return counts
}

/** Texts at one end of pages that stand above no table on some of them. */
function untitledTexts(pages: readonly (readonly PageLine[])[], end: End): ReadonlySet<string> {
  const texts = pages.flatMap((lines) =>
    end.of(lines).flatMap((at) => (isTitle(lines, at) ? [] : [plainText(lines[at]!)])),
  )
  return new Set(texts)
}

interface EndCounts {
  readonly end: End
  readonly counts: ReadonlyMap<string, number>
  /** Texts that stand at this end of some page and are no title there. */
  readonly untitled: ReadonlySet<string>
  /** On how many pages furniture stands, at least. */
  readonly least: number
}

/** The shape that a line at an end of its page shares with those of many pages; undefined where it shares none. */
function repeatedShape(
  lines: readonly PageLine[],
  at: number,
  page: number,
  { counts, untitled, least }: EndCounts,
): string | undefined {
  const line = lines[at]!
  if (line.table !== undefined || unitLine.test(wordsOfLine(line)) || isTableHead(lines, at)) return undefined
  if (isFigures(line)) return undefined
  const shapes = shapesOf(line, page).filter((shape) => (counts.get(shape) ?? 0) >= least)
  // What stands above a table wherever it is printed belongs to the tables.
  const isOfTables = shapes.includes(plainText(line)) && !untitled.has(plainText(line))
  return isOfTables ? undefined : shapes[0]
}

/** The lines at one end of a page that are furniture, with what they share. */
function furnitureAt(lines: readonly PageLine[], page: number, ends: EndCounts): Map<number, string> {
  const outer = ends.end.of(lines)
  const shapes = outer.map((at) => repeatedShape(lines, at, page, ends))
  return new Map(
    outer.flatMap((at, place): [number, string][] => {
      if (place >= edge || !ends.end.isOwn(lines[at]!)) return []
      const text = wordsOfLine(lines[at]!)
      if (place === 0 && pageNumber.test(text)) return [[at, text]]
      // Where the lines behind it repeat as well, further in than furniture stands, the text does.
      const isText = outer.length > edge && !shapes.slice(place).includes(undefined)
      const shape = shapes[place]
      return shape === undefined || isText ? [] : [[at, shape]]
    }),
  )
}

/** Pale lines that stand on most pages are watermarks; the others are text. */
function withPaleText(pages: readonly PrintedPage[]): { bodies: PageLine[][]; marks: Furniture[] } {
  const counts = new Map<string, number>()
  for (const { pale } of pages) {
    for (const text of new Set(pale.map(textOfLine))) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  const least = Math.max(leastPages, leastShare * pages.length)
  const isMark = (line: PageLine) => counts.get(textOfLine(line))! >= least
  const marks = pages.flatMap(({ pale, aside }, page) => [
    ...pale.filter(isMark).map((line) => ({ text: textOfLine(line), page, glyphs: glyphsOfLine(line) })),
    ...aside.map((own) => ({ ...own, page })),
  ])
  const bodies = pages.map(({ lines, pale }) => {
    const text = pale.filter((line) => !isMark(line))
    return text.length === 0 ? [...lines] : [...lines, ...text].sort((one, two) => one.y - two.y)
  })
  return { bodies, marks }
}

export function withoutFurniture(pages: readonly PrintedPage[]): BodyPages {
  const { bodies, marks } = withPaleText(pages)
  const least = Math.max(leastPages, leastShare * pages.length)
  const found = marks.map((mark) => ({ ...mark, shape: mark.text }))
  const ends = endsOf(bodies).map((end) => {
    return { end, counts: countShapes(bodies, end), untitled: untitledTexts(bodies, end), least }
  })
  const kept = bodies.map((lines, page) => {
    const own = new Map(ends.flatMap((end) => [...furnitureAt(lines, page, end)]))
    for (const [at, shape] of own) {
      const line = lines[at]!
      found.push({ text: textOfLine(line), page, glyphs: glyphsOfLine(line), shape })
    }
    return lines.filter((_, at) => !own.has(at))
  })
  const printed = new Set<string>()
  const furniture = found.filter(({ text, shape }) => {
    if (printed.has(shape) || pageNumber.test(foldRadicals(text))) return false
    printed.add(shape)
    return true
  })
  return { bodies: kept, furniture }
}
