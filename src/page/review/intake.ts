/** Where files are put in: dropped anywhere on the page, or chosen. One is read at a time; what fails is told and stops no other. */
import type { ReviewWords } from '../../review/client-data.js'
import { chosenFiles, droppedFiles, type NamedFile } from './dropped.js'
import { postFile } from './server.js'
import { Component, type ComponentChild, h } from './ui.js'

interface IntakeProps {
  readonly words: ReviewWords
  /** Told after each file. */
  onTaken(): void
}

interface IntakeState {
  readonly told: string
  readonly failures: readonly string[]
  readonly isOver: boolean
}

/** Failures that are shown; of more only the number is told. */
const mostShown = 100

const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
  text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))

export class Intake extends Component<IntakeProps, IntakeState> {
  override state: IntakeState = { told: '', failures: [], isOver: false }
  private waiting: NamedFile[] = []
  private counts = { at: 0, count: 0, added: 0, known: 0, failed: 0 }
  private isRunning = false

  override componentDidMount(): void {
    addEventListener('dragover', this.onOver)
    addEventListener('dragleave', this.onLeave)
    addEventListener('drop', this.onDrop)
  }

  override componentWillUnmount(): void {
    removeEventListener('dragover', this.onOver)
    removeEventListener('dragleave', this.onLeave)
    removeEventListener('drop', this.onDrop)
  }

  private readonly onOver = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (!this.state.isOver) this.setState({ isOver: true })
  }

  private readonly onLeave = (event: DragEvent): void => {
    // It leaves the window, and no element of it, where there is nothing that it goes to.
    if (event.relatedTarget === null) this.setState({ isOver: false })
  }

  private readonly onDrop = (event: DragEvent): void => {
    const { dataTransfer } = event
    if (!dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    this.setState({ isOver: false })
    droppedFiles(dataTransfer).then(this.take, () => this.setState({ told: this.props.words.notTaken }))
  }

  private readonly onChosen = (event: Event): void => {
    const field = event.target as HTMLInputElement
    this.take(chosenFiles(field.files))
    // The same files can be chosen again.
    field.value = ''
  }

  private readonly take = (files: readonly NamedFile[]): void => {
    if (!this.isRunning) {
      this.counts = { at: 0, count: 0, added: 0, known: 0, failed: 0 }
      this.setState({ failures: [] })
    }
    this.waiting = this.waiting.concat(files)
    this.counts.count += files.length
    if (!this.isRunning) void this.work()
  }

  private fail(failure: string): void {
    this.counts.failed++
    if (this.state.failures.length < mostShown) this.setState({ failures: [...this.state.failures, failure] })
  }

  private async takeOne({ name, file }: NamedFile): Promise<void> {
    try {
      const { added, known, failures } = await postFile(name, file)
      this.counts.added += added
      this.counts.known += known
      for (const failure of failures) this.fail(failure)
    } catch {
      this.fail(`${name}: ${this.props.words.notTaken}`)
    }
  }

  private async work(): Promise<void> {
    const { words, onTaken } = this.props
    this.isRunning = true
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      this.counts.at++
      this.setState({ told: fill(words.taking, { ...this.counts, name: next.name }) })
      await this.takeOne(next)
      onTaken()
    }
    this.isRunning = false
    this.setState({ told: fill(words.taken, this.counts) })
  }

  render(): ComponentChild {
    const { words } = this.props
    const { told, failures, isOver } = this.state
    const field = (text: string, more: Readonly<Record<string, unknown>>) =>
      h(
        'label',
        { class: 'choose' },
        h('input', { type: 'file', multiple: true, onChange: this.onChosen, ...more }),
        h('span', {}, text),
      )
    return h(
      'section',
      { class: isOver ? 'intake over' : 'intake', 'aria-label': words.addFiles },
      h('p', {}, words.dropHint),
      h(
        'p',
        { class: 'choices' },
        field(words.addFiles, {}),
        field(words.addFolder, { webkitdirectory: true }),
      ),
      h('p', { role: 'status' }, told),
      failures.length > 0 &&
        h(
          'ul',
          { lang: 'zh' },
          failures.map((failure) => h('li', {}, failure)),
        ),
    )
  }
}
