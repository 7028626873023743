/**
 * Figures of one document that have the same words of their own: 专任教师 under 小学 and under 初中. Where there are several,
 * each lacks whose it is; what an earlier one is called shows how much is to be put before them.
 */
import type { Mention } from '../mentions/mention.js'

/** What the figures before one with the same words came to, and how many there are. */
export interface Repeated {
  readonly before: number
  readonly behind: number
  /** The last one before it, which has its name. */
  readonly last: Mention | null
}

interface Entry {
  all: number
  named: number
  last: Mention | null
}

const none: Repeated = { before: 0, behind: 0, last: null }
const keyOf = ({ words, quantity }: Mention) => `${quantity.measure} ${words}`

/** Counts all figures of a document first, and learns their names in order. */
export class Repetitions {
  private readonly entries = new Map<string, Entry>()
  private readonly names = new Map<string, number>()

  /** A figure of the document, before any is named. */
  count(mention: Mention): void {
    if (mention.words === '') return
    const key = keyOf(mention)
    const entry = this.entries.get(key)
    if (entry === undefined) this.entries.set(key, { all: 1, named: 0, last: null })
    else entry.all++
  }

  /** A figure has its name. */
  name(mention: Mention): void {
    const { indicator } = mention.name
    if (mention.role !== 'change') this.names.set(indicator, (this.names.get(indicator) ?? 0) + 1)
    const entry = this.entries.get(keyOf(mention))
    if (entry === undefined) return
    entry.named++
    entry.last = mention
  }

  /** Of a figure whose turn it is. */
  of(mention: Mention): Repeated {
    const entry = this.entries.get(keyOf(mention))
    if (entry === undefined) return none
    return { before: entry.named, behind: entry.all - entry.named - 1, last: entry.last }
  }

  /** How many figures of the document are called so already. */
  called(indicator: string): number {
    return this.names.get(indicator) ?? 0
  }
}
