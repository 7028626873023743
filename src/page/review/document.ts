/** A document under review: its rows, the place at hand, keys, and what a stroke does. */
import type { NewDecision } from '../../decisions/decision.js'
import type { ReviewedDocument, ReviewWords, ScanSpot } from '../../review/client-data.js'
import { decisionsOf } from './decisions-of.js'
import { Figures } from './figures.js'
import { type Choice, Panel } from './panel.js'
import {
  type Row,
  reviewedPlaces,
  rowsOf,
  type ShownCorrection,
  shownCorrections,
  titleOf,
} from './places.js'
import { RowView, stampOf } from './rows.js'
import { pieceOf, ScanView } from './scan.js'
import { fetchDocument, postStroke } from './server.js'
import { Component, type ComponentChild, h } from './ui.js'

/** Choices that are about more than the place at hand, which stays. */
const manyPlaces: ReadonlySet<Choice['kind']> = new Set(['alike', 'keep-word', 'sure-ones', 'same-kind'])

const noSpots: readonly ScanSpot[] = []

interface DocumentProps {
  readonly number: number
  /** Number of the correction to begin at; -1 for the first that is open. */
  readonly at: number
  readonly words: ReviewWords
}

interface DocumentState {
  readonly loaded: ReviewedDocument | undefined
  readonly current: number
  readonly isTyping: boolean
  readonly told: string
  /** What is looked at on the scan, where it is not the place at hand. */
  readonly looked: readonly ScanSpot[] | undefined
  /** Whether the document of the scan is not at hand. */
  readonly hasNoPictures: boolean
}

export class DocumentView extends Component<DocumentProps, DocumentState> {
  override state: DocumentState = {
    ...{ loaded: undefined, current: -1, isTyping: false, told: '' },
    ...{ looked: undefined, hasNoPictures: false },
  }
  private rows: Row[] = []
  private places: number[] = []
  /** Numbers of the lines that each stroke wrote: those that can be undone, and those that were. */
  private done: (readonly number[])[] = []
  private undone: (readonly number[])[] = []
  private turn: Promise<void> = Promise.resolve()

  override componentDidMount(): void {
    document.addEventListener('keydown', this.onKey)
    void this.load()
  }

  override componentWillUnmount(): void {
    document.removeEventListener('keydown', this.onKey)
  }

  override componentDidUpdate(_: DocumentProps, before: DocumentState): void {
    if (before.current === this.state.current) return
    this.setState({ looked: undefined })
    document.getElementById(`c${this.state.current}`)?.scrollIntoView({ block: 'center' })
  }

  private async load(): Promise<void> {
    const { number, at, words } = this.props
    try {
      const loaded = await fetchDocument(number)
      this.rows = rowsOf(loaded.record)
      this.places = reviewedPlaces(loaded.record)
      const shown = shownCorrections(loaded.record, loaded.state)
      const first = this.places.find((place) => shown[place]!.decided === 'open') ?? this.places[0] ?? -1
      this.setState({ loaded, current: this.places.includes(at) ? at : first })
    } catch {
      this.setState({ told: words.failed })
    }
  }

  private readonly move = (by: 1 | -1): void => {
    const next = this.places[this.places.indexOf(this.state.current) + by]
    if (next !== undefined) this.setState({ current: next, isTyping: false, told: '' })
  }

  private readonly look = (looked: readonly ScanSpot[]): void => this.setState({ looked })

  private readonly missPictures = (): void => this.setState({ hasNoPictures: true })

  private readonly type = (isTyping: boolean): void => this.setState({ isTyping })

  /** Strokes are written one after the other, in the order of the keys. */
  private inTurn(work: () => Promise<void>): void {
    this.turn = this.turn.then(work)
  }

  /** Writes a stroke and shows what it made. Gives the numbers of its lines; undefined where it could not be written. */
  private async write(
    decisions: readonly NewDecision[],
    told: string,
  ): Promise<readonly number[] | undefined> {
    const { loaded } = this.state
    if (loaded === undefined || decisions.length === 0) return undefined
    try {
      const { made, state } = await postStroke({ decisions, shown: this.props.number })
      this.setState({ loaded: { ...loaded, state }, told })
      return made.map(({ number }) => number)
    } catch {
      this.setState({ told: this.props.words.failed })
      return undefined
    }
  }

  private readonly stroke = async (decisions: readonly NewDecision[]): Promise<void> => {
    const numbers = await this.write(decisions, this.props.words.saved)
    if (numbers === undefined) return
    this.done.push(numbers)
    this.undone = []
    this.forceUpdate()
  }

  private async takeBack(
    from: (readonly number[])[],
    to: (readonly number[])[],
    told: string,
  ): Promise<void> {
    const numbers = from.pop()
    const document = this.state.loaded?.record.id
    if (numbers === undefined || document === undefined) return
    const made = await this.write(
      numbers.map((of) => ({ document, kind: 'undo', of })),
      told,
    )
    if (made === undefined) from.push(numbers)
    else to.push(made)
    this.forceUpdate()
  }

  private readonly undo = () =>
    this.inTurn(() => this.takeBack(this.done, this.undone, this.props.words.undone))
  private readonly redo = () =>
    this.inTurn(() => this.takeBack(this.undone, this.done, this.props.words.redone))

  /** The place moves on at once: the next key is about the next place, however long the saving takes. */
  private readonly choose = (choice: Choice): void => {
    const { loaded, current } = this.state
    if (loaded === undefined || current < 0) return
    this.setState({ isTyping: false })
    this.inTurn(() => this.stroke(decisionsOf(choice, current, this.state.loaded!, this.places)))
    if (!manyPlaces.has(choice.kind)) this.move(1)
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    const isInField = event.target instanceof HTMLInputElement
    if (isInField || event.ctrlKey || event.metaKey || event.altKey) return
    const key = event.key.toLowerCase()
    const { loaded, current } = this.state
    const alternative = loaded?.record.corrections[current]?.alternatives[Number(key) - 1]
    const strokes: Readonly<Record<string, () => void>> = {
      j: () => this.move(1),
      k: () => this.move(-1),
      a: () => this.choose({ kind: 'accept', scope: 'place' }),
      r: () => this.choose({ kind: 'reject', scope: 'place' }),
      e: () => this.type(true),
      d: () => this.choose({ kind: 'alike', scope: 'document' }),
      s: () => this.choose({ kind: 'alike', scope: 'set' }),
      w: () => this.choose({ kind: 'keep-word' }),
      c: () => this.choose({ kind: 'sure-ones' }),
      t: () => this.choose({ kind: 'same-kind' }),
      u: this.undo,
      y: this.redo,
    }
    const stroke =
      /^[1-4]$/.test(key) && alternative !== undefined
        ? () => this.choose({ kind: 'alternative', text: alternative.text })
        : strokes[key]
    if (stroke === undefined) return
    event.preventDefault()
    stroke()
  }

  private readonly onClick = (event: MouseEvent): void => {
    const mark = (event.target as Element).closest('[data-at]')
    const at = mark === null ? -1 : Number(mark.getAttribute('data-at'))
    if (this.places.includes(at)) this.setState({ current: at, isTyping: false })
  }

  private text(shown: readonly ShownCorrection[]): ComponentChild {
    const { loaded, current } = this.state
    const { words } = this.props
    const { source, damage } = loaded!.record
    const { text } = source
    const rows = this.rows.map((row) => {
      const isHere = row.cells.some(({ places }) => places.includes(current))
      const stamp = stampOf(row, shown)
      return h(RowView, {
        key: row.key,
        row,
        text,
        damage,
        shown,
        stamp,
        current: isHere ? current : -1,
        words,
      })
    })
    return h(
      'div',
      { class: 'rows', onClick: this.onClick },
      h('div', { class: 'row heads' }, h('b', {}, words.original), h('b', {}, words.repaired)),
      rows,
    )
  }

  /** A list that is unfolded; nothing where it is empty. */
  private folded(title: string, items: readonly string[]): ComponentChild {
    if (items.length === 0) return null
    const list = items.map((item) => h('li', { lang: 'zh' }, item))
    return h('details', {}, h('summary', {}, `${title} (${items.length})`), h('ul', {}, list))
  }

  private damage(): ComponentChild {
    const { damage, source } = this.state.loaded!.record
    const { words } = this.props
    const said = damage.map(
      ({ kind, start, end }) => `${source.text.slice(start, end)} — ${words[`damage.${kind}`]}`,
    )
    return this.folded(words.damage, said)
  }

  private unfit(): ComponentChild {
    const { unfit } = this.state.loaded!.state
    return this.folded(
      this.props.words.unfit,
      unfit.map(({ text, reason }) => `${text} (${reason})`),
    )
  }

  /** Of a scan that is at hand. */
  private scan(): ComponentChild {
    const { loaded, current, looked, hasNoPictures } = this.state
    const { scan } = loaded!
    if (scan === undefined || hasNoPictures) return null
    const { number, words } = this.props
    const spots = looked ?? scan.words[current] ?? noSpots
    return h(ScanView, { number, scan, spots, words, onMissing: this.missPictures })
  }

  render(): ComponentChild {
    const { words } = this.props
    const { loaded, current, isTyping, told, hasNoPictures } = this.state
    if (loaded === undefined) return h('main', {}, h('p', { role: 'status' }, told || words.loading))
    const { record, state } = loaded
    const scan = hasNoPictures ? undefined : loaded.scan
    const shown = shownCorrections(record, state)
    const name = [record.origin.path, record.origin.entry].filter((part) => part !== null).join(' › ')
    return h(
      'main',
      { class: 'document' },
      h(
        'p',
        { class: 'ways' },
        h('a', { href: '#' }, `← ${words.back}`),
        h('a', { href: `/api/documents/${this.props.number}/docx`, download: true }, words.wordFile),
        h('a', { href: `/api/documents/${this.props.number}/workbook`, download: true }, words.workbook),
      ),
      h('h1', { lang: 'zh' }, titleOf(record) || name || words.document),
      h('p', { class: 'faint' }, name, h('span', { class: 'keys' }, ` · ${words.keys}`)),
      scan === undefined ? this.text(shown) : h('div', { class: 'beside' }, this.scan(), this.text(shown)),
      this.damage(),
      this.unfit(),
      h(Figures, {
        ...{ record, state, words, scan },
        look: this.look,
        decide: (decision) => this.inTurn(() => this.stroke([decision])),
      }),
      h(Panel, {
        shown: shown[current],
        pieces: scan?.words[current]?.map(pieceOf),
        place: this.places.indexOf(current) + 1,
        count: this.places.length,
        isTyping,
        words,
        canUndo: this.done.length > 0,
        canRedo: this.undone.length > 0,
        choose: this.choose,
        move: this.move,
        type: this.type,
        undo: this.undo,
        redo: this.redo,
      }),
      h('p', { class: 'told', role: 'status' }, told),
    )
  }
}
