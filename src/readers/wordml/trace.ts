/**
 * Where the text of a Word package stands in its parts: what writes into a document that was read needs the run and the
 * character of each piece. The reader of a part tells its elements as it meets them; nothing is parsed twice.
 * Invariant: offsets index the text of a part, in UTF-16 code units; each character has one number in the package.
 */
import { nowhere } from '../traced-text.js'

/** An element of a run behind its properties. */
export interface TracedItem {
  readonly run: TracedRun
  /** Number of its first character. */
  readonly first: number
  /** Of a `t` what it says; any other element counts as one character. */
  text: string
  readonly isText: boolean
  readonly start: number
  end: number
  /** Whether its characters can be taken out: not where a field would put them back. */
  readonly isFree: boolean
}

/** The text of a box, as `[start, end)` of its part. */
export interface TracedBox {
  readonly start: number
  end: number
  /** Where the same markup stands once more, for programs that do not know such boxes. */
  twin?: number
  /** Whether it stands once more with other markup, or holds a box, so that a change could not be made in all. */
  isUneven: boolean
}

export interface TracedRun {
  /** Name of the part. */
  readonly part: string
  /** Number of the paragraph that it stands in. */
  readonly paragraph: number
  readonly start: number
  end: number
  /** Where its start tag and its properties end. */
  readonly inner: number
  contents: number
  readonly items: TracedItem[]
  /** Whether other runs can stand beside it. */
  readonly isFree: boolean
  /** Start tag of the insertion by somebody that it is in. */
  readonly insertion?: string
  /** The outermost text box that it is in. */
  readonly box?: TracedBox
}

/** Whether the characters of an item can be changed. */
export const canChange = ({ isFree, run }: TracedItem): boolean => isFree && run.box?.isUneven !== true

export interface PackageTrace {
  /** The texts of the parts that were read, by name. */
  readonly parts: Map<string, string>
  /** By the number of their first character. */
  readonly items: TracedItem[]
  characters: number
  paragraphs: number
}

export const newTrace = (): PackageTrace => ({ parts: new Map(), items: [], characters: 0, paragraphs: 0 })

/** What the reader of a part tells. Positions are those behind the tag. */
export interface PartTracer {
  /** `isDrawn` says whether a run may show something, `isInField` whether a field that makes it anew does. */
  open(name: string, position: number, isDrawn: boolean, isInField: boolean): void
  /** A piece of text of the open item; gives the number of its first character. */
  text(piece: string): number
  /** The number of the open item where it is no text. */
  item(): number
  close(position: number): void
}

interface OpenElement {
  readonly name: string
  readonly start: number
  readonly position: number
  readonly paragraph: number
  /** Of a content control, what it says of itself: `text`, `docPartObj` and so on. */
  readonly kinds: Set<string>
  /** Of something that stands there in two ways, the boxes in the way that is read, and those in the other. */
  readonly boxes: TracedBox[]
  readonly twins: TracedBox[]
}

/** Elements that hold runs as a paragraph does. */
const holders = new Set('hyperlink smartTag customXml sdt sdtContent dir bdo ins'.split(' '))

/**
 * Whether what stands around a paragraph keeps its runs from being parted. LibreOffice takes changes in a control around
 * paragraphs for text, but for parts of a gallery, such as a table of contents; a box that somebody inserted is new as a
 * whole.
 */
function isClosed({ name, kinds }: OpenElement): boolean {
  return name === 'ins' || (name === 'sdt' && !kinds.has('docPartObj'))
}

/** Finds to each box of a choice the one that stands for it in the fallback. */
function pairBoxes({ boxes, twins }: OpenElement, xml: string): void {
  const said = ({ start, end }: TracedBox) => xml.slice(start, end)
  const isAlone = boxes.length === 0 || twins.length === 0
  const isPaired = twins.length === boxes.length && boxes.every((box, at) => said(box) === said(twins[at]!))
  for (const [at, box] of boxes.entries()) {
    box.isUneven ||= !isAlone && !isPaired
    if (isPaired) box.twin = twins[at]!.start
  }
}

/** Whether a run may be parted in the elements around it, and the insertion that it stands in. */
function freedomOf(path: readonly OpenElement[]): {
  readonly isFree: boolean
  readonly insertion?: OpenElement
} {
  let at = path.length - 1
  while (at >= 0 && holders.has(path[at]!.name)) at--
  if (path[at]?.name !== 'p' || path.slice(0, at).some(isClosed)) return { isFree: false }
  // A control of plain text holds one run.
  if (path.slice(at).some(({ kinds }) => kinds.has('text'))) return { isFree: false }
  const insertions = path.slice(at).filter(({ name }) => name === 'ins')
  const [insertion] = insertions
  if (insertion === undefined) return { isFree: true }
  return { isFree: insertions.length === 1 && path.at(-1) === insertion, insertion }
}

/** Traces a part; undefined where it has been traced before. */
export function tracePart(trace: PackageTrace, part: string, bytes: Uint8Array): PartTracer | undefined {
  if (trace.parts.has(part)) return undefined
  const xml = new TextDecoder().decode(bytes)
  trace.parts.set(part, xml)
  const path: OpenElement[] = []
  const runs: { readonly run: TracedRun; readonly depth: number; item?: TracedItem }[] = []
  const startTag = ({ start, position }: OpenElement) => xml.slice(start, position)
  /** The outermost open box. */
  let box: TracedBox | undefined
  let boxDepth = 0

  function openBox(position: number): void {
    if (box !== undefined) {
      // What stands twice in what stands twice is not followed.
      box.isUneven = true
      return
    }
    box = { start: position, end: position, isUneven: false }
    boxDepth = path.length
    const around = path.findLastIndex(({ name }) => name === 'AlternateContent')
    const isTwin = path[around + 1]?.name === 'Fallback'
    path[around]?.[isTwin ? 'twins' : 'boxes'].push(box)
  }

  function closeBox(position: number): void {
    if (box === undefined || path.length !== boxDepth) return
    box.end = xml.lastIndexOf('<', position - 1)
    box = undefined
  }

  function openRun(start: number, position: number): void {
    const { isFree, insertion } = freedomOf(path)
    const run = {
      part,
      paragraph: path.at(-1)?.paragraph ?? 0,
      start,
      end: position,
      inner: position,
      contents: position,
      items: [],
      isFree,
      ...(insertion && { insertion: startTag(insertion) }),
      ...(box && { box }),
    }
    runs.push({ run, depth: path.length })
  }

  function openItem(name: string, start: number, isInField: boolean): void {
    const open = runs.at(-1)
    if (open === undefined || path.length !== open.depth + 1 || name === 'rPr') return
    const { run } = open
    const isText = name === 't'
    const isFree = run.isFree && !isInField
    const item = { run, first: trace.characters, text: '', isText, start, end: start, isFree }
    if (!isText) trace.characters++
    run.items.push(item)
    trace.items.push(item)
    open.item = item
  }

  return {
    open(name, position, isDrawn, isInField) {
      const start = xml.lastIndexOf('<', position - 1)
      if (name === 'p') trace.paragraphs++
      openItem(name, start, isInField)
      if (name === 'r' && isDrawn) openRun(start, position)
      if (name === 'txbxContent') openBox(position)
      const paragraph = name === 'p' ? trace.paragraphs : (path.at(-1)?.paragraph ?? 0)
      if (path.at(-1)?.name === 'sdtPr') path.at(-2)?.kinds.add(name)
      path.push({ name, start, position, paragraph, kinds: new Set(), boxes: [], twins: [] })
    },
    text(piece) {
      const item = runs.at(-1)?.item
      if (item?.isText !== true) return nowhere
      const number = item.first + item.text.length
      item.text += piece
      trace.characters += piece.length
      return number
    },
    item: () => runs.at(-1)?.item?.first ?? nowhere,
    close(position) {
      const element = path.pop()!
      const { name } = element
      if (name === 'txbxContent') closeBox(position)
      if (name === 'AlternateContent') pairBoxes(element, xml)
      const open = runs.at(-1)
      if (open === undefined) return
      if (path.length === open.depth) {
        open.run.end = position
        runs.pop()
      } else if (path.length === open.depth + 1) {
        if (name === 'rPr') open.run.contents = position
        else if (open.item !== undefined) open.item.end = position
        delete open.item
      }
    },
  }
}
