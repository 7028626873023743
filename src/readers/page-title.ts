/**
 * The title of a page, stated as its first heading. Where no heading is one, the line is that says what the head says, or
 * the first one in large type; it goes in front of an article that lacks it.
 */
import type { Block } from '../model/document.js'
import { spanOf } from '../model/span.js'
import type { Drawing } from './drawing.js'
import { textOf } from './drawing.js'
import type { PageHead } from './page-head.js'

/** The line of a page that is its title; undefined where none is. */
function titleLine(
  whole: Drawing,
  lines: readonly string[],
  { titles, largeLine }: PageHead,
): string | undefined {
  const first = whole.stated.find(({ kind, level }) => kind === 'heading' && level === 1)
  if (first !== undefined) return textOf(whole).slice(first.start, first.end)
  const printed = new Set(lines)
  const said = titles.find((title) => printed.has(title))
  if (said !== undefined) return said
  if (largeLine !== null && printed.has(largeLine)) return largeLine
  // A title of the head alone is one where it tells of which year the page is.
  return titles.findLast((title) =>
    /(?:19|20)\d\d年|[一二][九〇○零][〇○零一二三四五六七八九]{2}年/.test(title),
  )
}

function headingAt(start: number, end: number, line: number): Block {
  const at = { page: null, line, cell: null }
  return { kind: 'heading', level: 1, label: null, at, ...spanOf<'source'>(start, end) }
}

/** The drawing with a line of it stated as its title, unless the line has another role. */
function stateLine(drawing: Drawing, title: string): Drawing {
  let offset = 0
  for (const [index, printed] of textOf(drawing).split('\n').entries()) {
    const start = offset + printed.indexOf(title)
    offset += printed.length + 1
    if (printed.trim() !== title) continue
    const end = start + title.length
    if (drawing.stated.some((block) => block.start < end && block.end > start)) return drawing
    const stated = [...drawing.stated, headingAt(start, end, index + 1)].sort((a, b) => a.start - b.start)
    return { ...drawing, stated }
  }
  return drawing
}

/** The drawing with a title as a line in front of it. */
function putInFront(drawing: Drawing, title: string): Drawing {
  const shift = title.length + 1
  const moved = drawing.stated.map((block) => ({
    ...block,
    start: block.start + shift,
    end: block.end + shift,
    at: { ...block.at, line: (block.at.line ?? 0) + 1 },
  }))
  return {
    ...drawing,
    pieces: [`${title}\n`, ...drawing.pieces],
    stated: [headingAt(0, title.length, 1), ...moved],
    length: drawing.length + shift,
    line: drawing.line + 1,
  }
}

/** What was drawn of a page, or of the article in it, with the title of the page. */
export function withTitle(drawn: Drawing, whole: Drawing, head: PageHead): Drawing {
  const lines = textOf(whole)
    .split('\n')
    .map((line) => line.trim())
  const title = titleLine(whole, lines, head)
  if (title === undefined) return drawn
  return textOf(drawn).includes(title) ? stateLine(drawn, title) : putInFront(drawn, title)
}
