/** Which row each row of a table is a part of, or stands under: told by numbering, indents, 其中 and headings. */
import { leastStep } from './indents.js'
import type { PanelRow } from './panel-row.js'

interface Open {
  readonly row: PanelRow
  readonly depth: number
}

/** A row that rows further in may be parts of. */
interface Step {
  readonly row: PanelRow
  readonly indent: number
  hasInner: boolean
}

/** What places a row; its indent is that of its name, in half characters. */
export interface RowPlace extends Pick<PanelRow, 'role' | 'level' | 'isAmong'> {
  readonly indent: number
  /** It goes on with a list that 其中 opened. */
  readonly isListed: boolean
}

/** How many characters the ends of two names share. */
export function commonEnd(one: string, two: string): number {
  let length = 0
  while (length < one.length && length < two.length && one.at(-1 - length) === two.at(-1 - length)) length++
  return length
}

/** A name behind the first one of 其中 that ends like it: 其中：综合医院, 中医医院. */
const sharedEnd = 2

/** Follows the rows down. */
export class Outline {
  /** Headings and numbered rows, the outermost first. */
  private open: Open[] = []
  /** Rows that each stand further in than the one before. */
  private steps: Step[] = []
  /** The last row that is no change, and of these the last one that is no part behind 其中. */
  private last: PanelRow | null = null
  private owner: PanelRow | null = null
  private lastIndent = 0
  /** Headings so far, and those of them that a total ended. */
  private headings = 0
  private readonly ended = new Set<PanelRow>()

  parentOf({ role, level, isAmong, indent, isListed }: RowPlace): PanelRow | null {
    if (role === 'change') return this.last
    if (role === 'total' && level === 0) return this.scopeOf(indent)
    const outer = role === 'section' ? null : this.outerOf(indent)
    if (isListed) return this.last?.parent ?? null
    if (level > 0) this.open = this.open.filter(({ depth }) => depth < level)
    else if (role === 'section') this.open = []
    else if (outer !== null) return outer
    else if (!isAmong) this.open = this.open.filter(({ row, depth }) => row.role === 'section' || depth < 1)
    if (isAmong && level === 0) return this.owner
    return this.open.at(-1)?.row ?? (isAmong ? this.owner : null)
  }

  add(row: PanelRow, indent: number): void {
    const { role, level, isAmong } = row
    if (role === 'change' || role === 'lead') return
    this.last = row
    this.lastIndent = indent
    if (!isAmong && role !== 'section') this.owner = row
    if (role === 'total' && level === 0) {
      if (row.parent?.role === 'section') this.ended.add(row.parent)
      return
    }
    if (role === 'section') {
      this.steps = []
      this.headings++
    }
    this.steps.push({ row, indent, hasInner: false })
    if (isAmong) return
    if (level > 0) this.open.push({ row, depth: level })
    else if (role === 'section') this.open = [{ row, depth: 0.5 }]
  }

  /** Whether a name goes on with the list that 其中 opened: it stands under the one before, or ends like it. */
  goesOn(name: string, level: number, indent: number): boolean {
    if (this.last?.isAmong !== true || level > 0) return false
    const isUnder = indent > 0 && Math.abs(indent - this.lastIndent) < leastStep
    return isUnder || commonEnd(this.last.name, name) >= sharedEnd
  }

  /** The row that a total belongs to: that of the rows which stand as far in, else the heading above. */
  private scopeOf(indent: number): PanelRow | null {
    const isBeside = indent > 0 && Math.abs(indent - this.lastIndent) < leastStep
    if (isBeside && this.last !== null) return this.last.parent
    const heading = this.open.find(({ row }) => row.role === 'section')?.row
    if (heading === undefined || this.ended.has(heading)) return null
    // The first total behind several headings is that of all of them.
    return this.headings > 1 && this.ended.size === 0 ? null : heading
  }

  /** The row that one so far in stands under. A heading whose rows stand further in ends where others do not. */
  private outerOf(indent: number): PanelRow | null {
    while (this.steps.length > 0 && this.steps.at(-1)!.indent > indent - leastStep) {
      const { row, hasInner } = this.steps.pop()!
      if (row.role === 'section' && hasInner) this.open = this.open.filter((other) => other.row !== row)
    }
    const outer = this.steps.at(-1)
    if (outer === undefined) return null
    outer.hasInner = true
    return outer.row
  }
}
