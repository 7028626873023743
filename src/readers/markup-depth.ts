/**
 * Pages whose elements nest deeper than any page does: the tags that nest too deep are left out, their text stays. The
 * parser's time grows with the square of the depth. Linear in the page, whatever tags it leaves open.
 */

/** Far deeper than any page nests. */
const deepest = 2000

const namesOf = (names: string) => new Set(names.split(' '))

/** Elements that hold nothing. */
const empty = namesOf(
  'area base basefont br col command embed frame hr img input link meta param source track wbr',
)
/** Elements whose content is text, whatever looks like a tag in it. */
const raw = namesOf('script style textarea title')
const paragraph = namesOf('p')
const sections = namesOf('thead tbody')
const terms = namesOf('dd dt')
/** What ends where an element begins, as the parser has it. What it leaves open makes depth. */
const closedBy: Readonly<Record<string, ReadonlySet<string>>> = {
  tr: namesOf('tr th td'),
  th: namesOf('th'),
  td: namesOf('thead th td'),
  tbody: sections,
  tfoot: sections,
  li: namesOf('li'),
  dd: terms,
  dt: terms,
  option: namesOf('option'),
  p: paragraph,
  div: paragraph,
  table: paragraph,
  ul: paragraph,
  ol: paragraph,
}

interface Tag {
  readonly name: string
  readonly isEnd: boolean
  readonly isClosed: boolean
  readonly end: number
}

/** Where a tag that begins at an offset ends: at a > outside of the values of its attributes. */
function endOfTag(html: string, start: number): number {
  for (let at = start; at < html.length; at++) {
    const sign = html[at]
    if (sign === '>') return at + 1
    if (sign !== '=') continue
    let value = at + 1
    while (value < html.length && /\s/.test(html[value]!)) value++
    const quote = html[value]
    if (quote !== '"' && quote !== "'") continue
    const close = html.indexOf(quote, value + 1)
    if (close < 0) return html.length
    at = close
  }
  return html.length
}

const opening = /<(\/?)([a-z][^\s/>]*)/giy

/** The tag at an offset; undefined where none begins there. */
function tagAt(html: string, start: number): Tag | undefined {
  opening.lastIndex = start
  const found = opening.exec(html)
  if (found === null) return undefined
  const end = endOfTag(html, opening.lastIndex)
  return { name: found[2]!.toLowerCase(), isEnd: found[1] !== '', isClosed: html[end - 2] === '/', end }
}

/** The elements that are open, with how often each name is among them. */
class OpenElements {
  private readonly names: string[] = []
  private readonly counts = new Map<string, number>()

  private pop(): void {
    const name = this.names.pop()!
    this.counts.set(name, this.counts.get(name)! - 1)
  }

  /** Whether the element is within the depth. */
  open(name: string): boolean {
    const ended = Object.hasOwn(closedBy, name) ? closedBy[name] : undefined
    while (this.names.length > 0 && ended?.has(this.names.at(-1)!)) this.pop()
    this.names.push(name)
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    return this.names.length <= deepest
  }

  /** Whether what ends was within the depth. */
  close(name: string): boolean {
    if ((this.counts.get(name) ?? 0) === 0) return this.names.length < deepest
    while (this.names.at(-1) !== name) this.pop()
    this.pop()
    return this.names.length < deepest
  }
}

/** The page without the tags that nest too deep. */
export function limitNesting(html: string): string {
  const kept: string[] = []
  const elements = new OpenElements()
  let from = 0
  let at = html.indexOf('<')
  while (at >= 0) {
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      at = end < 0 ? -1 : html.indexOf('<', end)
      continue
    }
    const tag = tagAt(html, at)
    if (tag === undefined) {
      at = html.indexOf('<', at + 1)
      continue
    }
    const { name, isEnd, isClosed, end } = tag
    const isElement = !empty.has(name) && !(isClosed && !isEnd)
    if (isElement && !(isEnd ? elements.close(name) : elements.open(name))) {
      kept.push(html.slice(from, at))
      from = end
    }
    const content = isElement && !isEnd && raw.has(name) ? html.indexOf(`</${name}`, end) : end
    at = content < 0 ? -1 : html.indexOf('<', content)
  }
  return from === 0 ? html : kept.join('') + html.slice(from)
}
