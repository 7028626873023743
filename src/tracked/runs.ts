/**
 * Runs written anew where something is changed in them: parted at the place, with their properties in each part. Runs
 * without changes, and everything between runs, stay byte for byte.
 */
import type { TracedItem, TracedRun } from '../readers/wordml/trace.js'
import type { Changes, ItemChanges, Mark } from './places.js'
import { dialectOf, escapeXml } from './xml.js'

/** How changes are written. */
export interface ChangeStyle {
  /** Id, author and date of a change or comment, with the prefix that the part has for attributes; ids are new ones. */
  readonly attributes: (own: string, id?: number) => string
  /** Whether changes are made without a trace. */
  readonly isAccepted: boolean
}

/** The tags around a text, whose white space counts. */
function textElement(prefix: string, name: 't' | 'delText', text: string): string {
  return `<${prefix}${name} xml:space="preserve">${escapeXml(text)}</${prefix}${name}>`
}

/** Text that is put in, as the content of a run. */
function contentOf(prefix: string, text: string): string {
  const signs: Readonly<Record<string, string>> = { '\n': `<${prefix}br/>`, '\t': `<${prefix}tab/>` }
  return text
    .split(/([\n\t])/)
    .map((piece) => (piece === '' ? '' : (signs[piece] ?? textElement(prefix, 't', piece))))
    .join('')
}

/** How the run looks, without what somebody else changed in its looks. */
function looksOf({ inner, contents }: TracedRun, xml: string, prefix: string): string {
  const properties = xml.slice(inner, contents)
  const endTag = `</${prefix}rPrChange>`
  const [start, end] = [properties.indexOf(`<${prefix}rPrChange`), properties.lastIndexOf(endTag)]
  return end < 0 ? properties : properties.slice(0, start) + properties.slice(end + endTag.length)
}

/** A text that is put beside a run and looks like another one of its paragraph. */
export function insertionBeside(
  run: TracedRun,
  like: TracedRun,
  xml: string,
  text: string,
  style: ChangeStyle,
): string {
  const { prefix, own, declaration } = dialectOf(xml.slice(run.start, run.inner), xml)
  const made = `<${prefix}r>${looksOf(like, xml, prefix)}${contentOf(prefix, text)}</${prefix}r>`
  if (style.isAccepted) return made
  const inserted = `<${prefix}ins${declaration}${style.attributes(own)}>${made}</${prefix}ins>`
  // One insertion does not stand in that of somebody else.
  return run.insertion === undefined ? inserted : `</${prefix}ins>${inserted}${run.insertion}`
}

/** Collects what a run becomes. */
function newRunWriter(run: TracedRun, xml: string, style: ChangeStyle) {
  const startTag = xml.slice(run.start, run.inner)
  const { prefix, own, declaration } = dialectOf(startTag, xml)
  const properties = xml.slice(run.inner, run.contents)
  let written = ''
  let open = ''
  let isOpenGone = false
  function close(): void {
    if (open === '') return
    const made = `${startTag}${properties}${open}</${prefix}r>`
    if (!isOpenGone) written += made
    else if (!style.isAccepted)
      written += `<${prefix}del${declaration}${style.attributes(own)}>${made}</${prefix}del>`
    open = ''
  }
  return {
    add(content: string, isGone: boolean): void {
      if (isGone !== isOpenGone) close()
      isOpenGone = isGone
      open += content
    },
    text(text: string, isGone: boolean): void {
      if (text !== '') this.add(textElement(prefix, isGone ? 'delText' : 't', text), isGone)
    },
    mark(markup: string): void {
      close()
      written += markup
    },
    end(): string {
      close()
      return written
    },
  }
}

type RunWriter = ReturnType<typeof newRunWriter>

/** What stands before a character of an item, or behind the one before it. */
function marksAt({ before, behind }: ItemChanges, at: number): readonly Mark[] {
  return [...(behind.get(at - 1) ?? []), ...(before.get(at) ?? [])]
}

function writeItem(writer: RunWriter, item: TracedItem, content: string, change: ItemChanges): void {
  const { run, text, isText } = item
  const length = isText ? text.length : 1
  let from = 0
  for (let at = 0; at <= length; at++) {
    const marks = marksAt(change, at)
    const isGone = change.gone.has(from)
    if (at < length && marks.length === 0 && change.gone.has(at) === isGone) continue
    if (isText) writer.text(text.slice(from, at), isGone)
    else if (at > from) writer.add(content, isGone)
    for (const mark of marks) writer.mark(mark(run))
    from = at
  }
}

/** What a run becomes by the changes in its items; `slice` gives the markup of the part, changed inside of its boxes. */
export function rewriteRun(
  run: TracedRun,
  xml: string,
  slice: (start: number, end: number) => string,
  changes: Changes,
  style: ChangeStyle,
): string {
  const writer = newRunWriter(run, xml, style)
  for (const item of run.items) {
    const change = changes.get(item)
    const content = slice(item.start, item.end)
    if (change === undefined) writer.add(content, false)
    else writeItem(writer, item, content, change)
  }
  return writer.end()
}
