/** A row of the document, original and repaired side by side. It is drawn anew only where something of it changed. */
import type { ReviewWords } from '../../review/client-data.js'
import type { DamageRecord } from '../../writers/schema.js'
import type { Row, ShownCorrection } from './places.js'
import { Component, type ComponentChild, h } from './ui.js'

interface RowProps {
  readonly row: Row
  readonly text: string
  /** Of the document, in order; that of this row is marked. */
  readonly damage: readonly DamageRecord[]
  readonly shown: readonly ShownCorrection[]
  /** The place that is reviewed, where it is in this row; -1 otherwise. */
  readonly current: number
  /** Changes where anything that was decided in the row does. */
  readonly stamp: string
  readonly words: ReviewWords
}

/** What was decided in a row, in short. */
export function stampOf(row: Row, shown: readonly ShownCorrection[]): string {
  return row.cells
    .flatMap(({ places }) => places.map((at) => `${shown[at]!.decided}${shown[at]!.text}`))
    .join('\n')
}

function markOf(
  shown: ShownCorrection,
  isSource: boolean,
  isCurrent: boolean,
  words: ReviewWords,
): ComponentChild {
  const { at, correction, decided, text } = shown
  const isWord = correction.kind !== 'layout'
  const name = `${decided} ${correction.status}${isWord ? '' : ' layout'}${isCurrent ? ' current' : ''}`
  const title = `${correction.actual} → ${decided === 'open' ? correction.replacement : text} (${words[decided]})`
  if (isSource) return h('del', { class: name, title, 'data-at': at, key: at }, correction.actual)
  const props = { class: name, title, 'data-at': at, key: at, id: `c${at}` }
  const sign = { accepted: '✓', rejected: '✗', open: correction.status === 'suggested' ? '?' : '' }[decided]
  return h('ins', props, text, isWord && sign !== '' ? h('sup', { 'aria-hidden': true }, sign) : null)
}

/** A piece of the text without corrections, with what was found in it and not mended marked. */
function plainText({ text, damage, words }: RowProps, start: number, end: number): ComponentChild[] {
  const children: ComponentChild[] = []
  let position = start
  for (const one of damage) {
    if (one.start >= end) break
    if (one.start < position || one.end > end || one.start === one.end) continue
    const title = `${words.damage}: ${words[`damage.${one.kind}`]}`
    children.push(
      text.slice(position, one.start),
      h('mark', { title, key: `d${one.start}` }, text.slice(one.start, one.end)),
    )
    position = one.end
  }
  children.push(text.slice(position, end))
  return children
}

function cellText(props: RowProps, cell: Row['cells'][number], isSource: boolean): ComponentChild[] {
  const { shown, current, words } = props
  const children: ComponentChild[] = []
  let position = cell.start
  for (const at of cell.places) {
    const { start, end } = shown[at]!.correction
    children.push(plainText(props, position, start), markOf(shown[at]!, isSource, at === current, words))
    position = end
  }
  children.push(plainText(props, position, cell.end))
  return children
}

export class RowView extends Component<RowProps> {
  override shouldComponentUpdate(next: RowProps): boolean {
    return next.stamp !== this.props.stamp || next.current !== this.props.current
  }

  private side(isSource: boolean): ComponentChild {
    const { row } = this.props
    const tag = row.kind === 'title' ? 'h2' : row.kind === 'heading' ? 'h3' : 'p'
    const [cell, ...others] = row.cells
    if (others.length === 0) return h(tag, { lang: 'zh' }, cellText(this.props, cell!, isSource))
    const cells = row.cells.map((one) => h('span', { key: one.start }, cellText(this.props, one, isSource)))
    return h('div', { class: 'cells', lang: 'zh' }, cells)
  }

  render(): ComponentChild {
    return h('div', { class: 'row' }, this.side(true), this.side(false))
  }
}
