/**
 * What a page says of itself: its title, when and by whom it was published, and the frames that it consists of. Statements
 * in its head go before lines of its text.
 */
import type { PublicationStatement } from '../model/document.js'
import type { MarkupNode } from './markup-nodes.js'
import { attribute, elementNode, isHidden, visit } from './markup-nodes.js'
import { innerText, plainText } from './markup-text.js'

export interface PageHead {
  /** Titles that the head states, without what names the site, the surest first. */
  readonly titles: readonly string[]
  /** The first line in large type; null where there is none. */
  readonly largeLine: string | null
  /** Sources of its frames. */
  readonly frames: readonly string[]
  readonly metadata: ReadonlyMap<string, string>
}

/** A font at least so large is that of a title: in points, and as the attribute of a font says. */
const largePoints = 16
const largeFont = 5
/** In so many of them a title may stand: the text of each is read anew. */
const mostLarge = 8
const pointsPer: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: 12, rem: 12 }

function isLarge(node: MarkupNode): boolean {
  if (node.nodeName.toUpperCase() === 'FONT' && Number(attribute(node, 'size')) >= largeFont) return true
  const size = /font-size\s*:\s*([\d.]+)(pt|px|em|rem)/i.exec(attribute(node, 'style'))
  return size !== null && Number(size[1]) * pointsPer[size[2]!.toLowerCase()]! >= largePoints
}

const shortestTitle = 6
const longestTitle = 60

/** Whether a line can be a title: a short one that is no sentence. */
function isTitleLike(line: string): boolean {
  const { length } = line.trim()
  return length >= shortestTitle && length <= longestTitle && !/[。；;\n]/.test(line)
}

/** A title and what it is without the names of site and column that are hung on it. */
function withoutSite(title: string): string[] {
  const whole = title.replace(/\s+/g, ' ').trim()
  return [whole, ...whole.split(/[-_|｜–—]+/).map((piece) => piece.trim())].filter(isTitleLike)
}

/** Reads the head of a page and what its elements say of it. */
export function readHead(body: MarkupNode): PageHead {
  const metadata = new Map<string, string>()
  const frames: string[] = []
  let title = ''
  let largeLine: string | null = null
  /** Large elements that are open, the outermost first. */
  const large: MarkupNode[] = []
  const look = (node: MarkupNode) => {
    if (node.nodeType !== elementNode) return true
    const name = node.nodeName.toUpperCase()
    if (name === 'TITLE' && title === '') title = plainText(node)
    if (name === 'FRAME') frames.push(attribute(node, 'src'))
    if (name === 'META') {
      const key = (attribute(node, 'name') || attribute(node, 'property')).toLowerCase()
      if (!metadata.has(key)) metadata.set(key, attribute(node, 'content').trim())
    }
    if (largeLine === null && large.length < mostLarge && isLarge(node) && !isHidden(node)) {
      large.push(node)
      const line = innerText(node)
      if (isTitleLike(line)) largeLine = line
    }
    return true
  }
  visit(body, look, (node) => {
    if (large.at(-1) === node) large.pop()
  })
  const stated = [metadata.get('articletitle'), metadata.get('og:title'), title]
  return { titles: stated.flatMap((one) => withoutSite(one ?? '')), largeLine, frames, metadata }
}

const date = /(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/

/** A printed date as the calendar's standard has it; undefined where it is none. */
function isoDate(printed: string | undefined): string | undefined {
  const [, year, month = '', day = ''] = date.exec(printed ?? '') ?? []
  return year === undefined ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

/** Longer lines are text of the article. */
const longestDateline = 120
const publishedIn =
  /(?:发布|发文|发表|公布|成文)(?:时间|日期)?\s*[:：]\s*(\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2})/
const sourceIn = /来源\s*[:：]\s*([^\s　:：|｜【]{2,30})/

/** When and by whom a page was published, from its head or from a line of its text. */
export function publicationOf({ metadata }: PageHead, lines: readonly string[]): PublicationStatement {
  const datelines = lines.filter((line) => line.length <= longestDateline && !line.includes('。'))
  const printed = (pattern: RegExp) => {
    for (const line of datelines) {
      const found = pattern.exec(line)?.[1]
      if (found !== undefined) return found
    }
    return undefined
  }
  const published = isoDate(
    metadata.get('pubdate') ?? metadata.get('article:published_time') ?? printed(publishedIn),
  )
  const source = metadata.get('contentsource') || printed(sourceIn)
  return { ...(published !== undefined && { published }), ...(source !== undefined && { source }) }
}
