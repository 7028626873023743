/** The list of documents: only the rows that are seen are drawn, and only they are asked for. */
import type { DocumentPage, QueueItem, ReviewWords } from '../../review/client-data.js'
import { Intake } from './intake.js'
import { fetchDocuments, fetchQueue } from './server.js'
import { Component, type ComponentChild, h } from './ui.js'

type Summary = DocumentPage['documents'][number]

interface ListProps {
  readonly words: ReviewWords
}

interface ListState {
  readonly total: number
  /** How many of them are weighed with all decisions. */
  readonly weighed: number
  readonly first: number
  readonly known: ReadonlyMap<number, Summary>
  readonly queue: readonly QueueItem[]
  readonly told: string
}

/** Pixels; `.document-row` has the same. */
const rowHeight = 72
/** Rows that are drawn at a time, and asked for. */
const drawn = 40
const queued = 100
/** Milliseconds after which the list is asked for again while documents are weighed. */
const patience = 2000

export class DocumentList extends Component<ListProps, ListState> {
  override state: ListState = {
    total: 0,
    weighed: 0,
    first: 0,
    known: new Map(),
    queue: [],
    told: this.props.words.loading,
  }

  private timer: ReturnType<typeof setTimeout> | undefined

  override componentDidMount(): void {
    void this.load(0)
  }

  override componentWillUnmount(): void {
    clearTimeout(this.timer)
  }

  private loadQueue(): void {
    fetchQueue(queued).then(
      (queue) => this.setState({ queue }),
      () => {},
    )
  }

  private async load(first: number): Promise<void> {
    try {
      const { total, weighed, documents } = await fetchDocuments(first, drawn)
      const known = new Map(documents.map((document) => [document.number, document]))
      this.setState({ total, weighed, first, known, told: '' })
      this.loadQueue()
      clearTimeout(this.timer)
      if (weighed < total) this.timer = setTimeout(() => void this.load(this.state.first), patience)
    } catch {
      this.setState({ told: this.props.words.failed })
    }
  }

  private readonly onScroll = (event: Event): void => {
    const top = (event.currentTarget as Element).scrollTop
    const first = Math.max(0, Math.floor(top / rowHeight) - 10)
    if (Math.abs(first - this.state.first) >= 8 || (first === 0 && this.state.first !== 0))
      void this.load(first)
  }

  private row(document: Summary): ComponentChild {
    const { words } = this.props
    const { number, title, name, verdict, changes, suggestions, facts, findings, decided } = document
    const counts = [
      `${words.changes} ${changes}`,
      `${words.suggestions} ${suggestions}`,
      `${words.facts} ${facts}`,
      `${words.findings} ${findings}`,
      `${words.decided} ${decided}`,
    ]
    const place = { 'aria-posinset': number + 1, 'aria-setsize': this.state.total }
    return h(
      'li',
      { class: 'document-row', key: number, style: { top: `${number * rowHeight}px` }, ...place },
      h('a', { href: `#${number}`, lang: 'zh' }, title || name),
      h('span', { class: 'faint' }, `${name} · ${words[`verdict.${verdict}`]} · ${counts.join(' · ')}`),
    )
  }

  private queue(): ComponentChild {
    const { words } = this.props
    const items = this.state.queue.map(({ document, at, actual, replacement, confidence, status }) =>
      h(
        'li',
        { key: `${document}/${at}` },
        h('a', { href: `#${document}/${at}`, lang: 'zh' }, `${actual} → ${replacement}`),
        ` ${words[status]} · ${Math.round(confidence * 100)}%`,
      ),
    )
    return h(
      'details',
      {},
      h('summary', {}, words.queue),
      h('p', { class: 'faint' }, words.queueHint),
      h('ol', { class: 'queue' }, items),
    )
  }

  render(): ComponentChild {
    const { words } = this.props
    const { total, weighed, known, told } = this.state
    const progress = words.weighed.replace('{done}', String(weighed)).replace('{total}', String(total))
    const rows = [...known.values()].map((document) => this.row(document))
    const height = { '--height': `${total * rowHeight}px` }
    return h(
      'main',
      {},
      h('h1', {}, `${words.documents} (${total})`),
      h('p', { role: 'status' }, told || (weighed < total ? progress : '')),
      h(Intake, { words, onTaken: () => void this.load(this.state.first) }),
      total > 0 && this.queue(),
      total > 0 &&
        h(
          'div',
          // Whoever has no mouse scrolls it by the keyboard.
          {
            class: 'document-list',
            onScroll: this.onScroll,
            tabIndex: 0,
            role: 'region',
            'aria-label': words.documents,
          },
          h('ul', { style: height }, rows),
        ),
    )
  }
}
