/**
 * Remarks as comments of a Word file: their part, and where they stand. Comments stand in the body alone; one about
 * another place stands at the nearest place of the body and says which words it is about.
 */
import { countFirst } from '../model/sorted.js'
import type { Language } from '../writers/language.js'
import { say } from '../writers/language.js'
import type { Changes, Place, TracedSource } from './places.js'
import { placeAt, putMark } from './places.js'
import type { Remark } from './remarks.js'
import type { ChangeStyle } from './runs.js'
import type { Dialect } from './xml.js'
import { dialectOf, escapeXml } from './xml.js'

const isInBody = (source: TracedSource, place: Place | undefined): place is Place =>
  place?.item.isFree === true && place.item.run.part === source.main && place.item.run.box === undefined

/** The free places of the body, as offsets of the text, in order. */
function bodyOffsets(source: TracedSource): number[] {
  const offsets: number[] = []
  for (let at = 0; at < source.text.length; at++) if (isInBody(source, placeAt(source, at))) offsets.push(at)
  return offsets
}

interface Anchor {
  readonly first: Place
  readonly last: Place
  /** Whether it is the place that the remark is about. */
  readonly isOwn: boolean
}

/** Finds where a remark can stand; nowhere in a file whose body says nothing. */
function anchorFinder(source: TracedSource): (remark: Remark) => Anchor | undefined {
  const offsets = bodyOffsets(source)
  return ({ start, end }) => {
    const from = countFirst(offsets.length, (index) => offsets[index]! < start)
    const to = countFirst(offsets.length, (index) => offsets[index]! < Math.max(end, start + 1))
    const isOwn = to > from
    const first = isOwn ? offsets[from] : (offsets[from - 1] ?? offsets[0])
    const last = isOwn ? offsets[to - 1] : first
    if (first === undefined || last === undefined) return undefined
    return { first: placeAt(source, first)!, last: placeAt(source, last)!, isOwn }
  }
}

/** The longest piece of the text that a comment quotes. */
const longestQuote = 40

function quoted({ text }: TracedSource, { start, end, text: said }: Remark, language: Language): string {
  const words = text.slice(start, end).replaceAll(/\s+/g, ' ').trim()
  if (words === '' || said.includes(words)) return said
  const quote = words.length > longestQuote ? `${words.slice(0, longestQuote)}…` : words
  return say(language, 'tracked.elsewhere', { words: quote, text: said })
}

export interface MadeComments {
  /** The comments, as the content of their part. */
  readonly markup: string
  /** Remarks that no place was found for. */
  readonly lost: readonly Remark[]
}

function commentMarkup(id: number, text: string, style: ChangeStyle, { prefix, own, declaration }: Dialect) {
  const paragraphs = text.split('\n').map((line) => {
    const said = `<${prefix}t xml:space="preserve">${escapeXml(line)}</${prefix}t>`
    return `<${prefix}p><${prefix}r>${said}</${prefix}r></${prefix}p>`
  })
  const attributes = `${style.attributes(own, id)} ${own}initials="hy"`
  return `<${prefix}comment${declaration}${attributes}>${paragraphs.join('')}</${prefix}comment>`
}

/** Puts the remarks at their places; gives their comments in the dialect of the part that they go into. */
export function makeComments(
  source: TracedSource,
  remarks: readonly Remark[],
  changes: Changes,
  style: ChangeStyle,
  options: { readonly language: Language; readonly dialect: Dialect; readonly nextId: () => number },
): MadeComments {
  const anchorOf = anchorFinder(source)
  const { parts } = source.trace
  const lost: Remark[] = []
  let markup = ''
  for (const remark of remarks) {
    const anchor = anchorOf(remark)
    if (anchor === undefined) {
      lost.push(remark)
      continue
    }
    const id = options.nextId()
    const text = anchor.isOwn ? remark.text : quoted(source, remark, options.language)
    markup += commentMarkup(id, text, style, options.dialect)
    const element = (name: string) => (run: Place['item']['run']) => {
      const { prefix, own, declaration } = dialectOf(
        parts.get(run.part)!.slice(run.start, run.inner),
        parts.get(run.part)!,
      )
      const made = `<${prefix}${name}${declaration} ${own}id="${id}"/>`
      return name === 'commentReference' ? `<${prefix}r>${made}</${prefix}r>` : made
    }
    putMark(changes, 'before', anchor.first, element('commentRangeStart'))
    putMark(changes, 'behind', anchor.last, element('commentRangeEnd'))
    putMark(changes, 'behind', anchor.last, element('commentReference'))
  }
  return { markup, lost }
}
