/** A fact with what can be said of it, and on a scan how its figure is printed. */
import { anchorAt } from '../../decisions/anchor.js'
import type { FactDecision, NewDecision } from '../../decisions/decision.js'
import type { ReviewState, ReviewWords, ScanSpot } from '../../review/client-data.js'
import type { DocumentRecord, FactRecord } from '../../writers/schema.js'
import { pieceOf } from './scan.js'
import { Component, type ComponentChild, h } from './ui.js'

interface FactProps {
  readonly record: DocumentRecord
  readonly fact: FactRecord
  readonly said: ReviewState['facts'][number] | undefined
  /** How a person read its figure on the scan. */
  readonly reading: string | undefined
  /** Where it stands on a scan whose pictures are at hand. */
  readonly spots: readonly ScanSpot[] | undefined
  readonly words: ReviewWords
  decide(decision: NewDecision): void
  look(spots: readonly ScanSpot[]): void
}

type Edited = 'name' | 'reading' | undefined

const fields = ['indicator', 'unit', 'period'] as const

function factDecision(
  { record, fact }: FactProps,
  verdict: FactDecision['verdict'],
  corrected: Partial<Record<(typeof fields)[number], string>> = {},
): NewDecision {
  const anchor = anchorAt(record.source.text, fact.start, fact.end)
  return { document: record.id, kind: 'fact', anchor, verdict, ...corrected }
}

export class FactView extends Component<FactProps, { readonly edited: Edited }> {
  override state: { readonly edited: Edited } = { edited: undefined }

  override shouldComponentUpdate(next: FactProps, state: { readonly edited: Edited }): boolean {
    const { said, reading, spots } = this.props
    const isSame = next.said?.verdict === said?.verdict && next.said?.indicator === said?.indicator
    return !isSame || next.reading !== reading || next.spots !== spots || state.edited !== this.state.edited
  }

  private readonly close = () => this.setState({ edited: undefined })

  /** What is printed there, typed from its picture. */
  private readingForm(spots: readonly ScanSpot[]): ComponentChild {
    const { record, fact, reading, words, decide } = this.props
    const now = reading ?? fact.text
    const submit = (event: Event) => {
      event.preventDefault()
      const replacement = String(new FormData(event.target as HTMLFormElement).get('reading') ?? '').trim()
      const anchor = anchorAt(record.source.text, fact.start, fact.end)
      if (replacement !== '' && replacement !== now)
        decide({ document: record.id, kind: 'own', anchor, replacement, scope: 'place' })
      this.close()
    }
    return h(
      'form',
      { onSubmit: submit },
      spots.map(pieceOf),
      h('label', {}, words.asPrinted, ' ', h('input', { name: 'reading', lang: 'zh', value: now })),
      h('button', { type: 'submit' }, words.save),
      h('button', { type: 'button', onClick: this.close }, words.cancel),
    )
  }

  private form(): ComponentChild {
    const { fact, words, decide } = this.props
    const now = { indicator: fact.indicator, unit: fact.unit, period: fact.period?.text ?? '' }
    const submit = (event: Event) => {
      event.preventDefault()
      const given = new FormData(event.target as HTMLFormElement)
      const changed = fields.filter((name) => {
        const value = String(given.get(name) ?? '')
        return value !== '' && value !== now[name]
      })
      if (changed.length > 0) {
        const corrected = Object.fromEntries(changed.map((name) => [name, String(given.get(name))]))
        decide(factDecision(this.props, 'corrected', corrected))
      }
      this.close()
    }
    return h(
      'form',
      { onSubmit: submit },
      fields.map((name) =>
        h('label', { key: name }, words[name], ' ', h('input', { name, lang: 'zh', value: now[name] })),
      ),
      h('button', { type: 'submit' }, words.save),
      h('button', { type: 'button', onClick: this.close }, words.cancel),
    )
  }

  private choices(name: string): ComponentChild {
    const { fact, words, spots, decide, look } = this.props
    const say = (one: 'confirmed' | 'none') => () => decide(factDecision(this.props, one))
    const choice = (action: string, onClick: () => void) =>
      h('button', { type: 'button', 'aria-label': `${action}: ${name} ${fact.text}`, onClick }, action)
    const show = (where: readonly ScanSpot[]) => () => {
      look(where)
      document.querySelector('.sheet')?.scrollIntoView({ block: 'nearest' })
    }
    const read = () => {
      look(spots ?? [])
      this.setState({ edited: 'reading' })
    }
    return h(
      'span',
      { class: 'choices' },
      choice(words.confirm, say('confirmed')),
      choice(words.rename, () => this.setState({ edited: 'name' })),
      choice(words.none, say('none')),
      spots !== undefined && choice(words.onPage, show(spots)),
      spots !== undefined && choice(words.misread, read),
    )
  }

  render(): ComponentChild {
    const { fact, said, reading, spots, words } = this.props
    const { edited } = this.state
    const name = said?.indicator ?? fact.indicator
    const verdict = said === undefined ? '' : words[`fact.${said.verdict}` as keyof ReviewWords]
    const read = reading === undefined ? '' : `${words.readAs} ${reading}`
    return h(
      'li',
      {},
      h('span', { lang: 'zh' }, h('b', {}, name), ` ${fact.text} ${fact.period?.text ?? ''}`),
      h('i', {}, [verdict, read].filter((part) => part !== '').join(' · ')),
      edited === 'name' && this.form(),
      edited === 'reading' && spots !== undefined && this.readingForm(spots),
      edited === undefined && this.choices(name),
    )
  }
}
