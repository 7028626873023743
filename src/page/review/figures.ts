/** Facts and findings with what can be said of them. */
import { anchorAt } from '../../decisions/anchor.js'
import type { FactDecision, FindingDecision, NewDecision } from '../../decisions/decision.js'
import type { ReviewState, ReviewWords } from '../../review/client-data.js'
import type { CheckRecord, DocumentRecord, FactRecord } from '../../writers/schema.js'
import { Component, type ComponentChild, h } from './ui.js'

interface FiguresProps {
  readonly record: DocumentRecord
  readonly state: ReviewState
  readonly words: ReviewWords
  decide(decision: NewDecision): void
}

interface FactProps extends Omit<FiguresProps, 'state'> {
  readonly fact: FactRecord
  readonly said: ReviewState['facts'][number] | undefined
}

const fields = ['indicator', 'unit', 'period'] as const

function factDecision(
  { record, fact }: FactProps,
  verdict: FactDecision['verdict'],
  corrected: Partial<Record<(typeof fields)[number], string>> = {},
): NewDecision {
  const anchor = anchorAt(record.source.text, fact.start, fact.end)
  return { document: record.id, kind: 'fact', anchor, verdict, ...corrected }
}

class FactView extends Component<FactProps, { readonly isEdited: boolean }> {
  override state = { isEdited: false }

  override shouldComponentUpdate(next: FactProps, state: { readonly isEdited: boolean }): boolean {
    const before = this.props.said
    const isSame = next.said?.verdict === before?.verdict && next.said?.indicator === before?.indicator
    return !isSame || state.isEdited !== this.state.isEdited
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
      this.setState({ isEdited: false })
    }
    return h(
      'form',
      { onSubmit: submit },
      fields.map((name) =>
        h('label', { key: name }, words[name], ' ', h('input', { name, lang: 'zh', value: now[name] })),
      ),
      h('button', { type: 'submit' }, words.save),
      h('button', { type: 'button', onClick: () => this.setState({ isEdited: false }) }, words.cancel),
    )
  }

  render(): ComponentChild {
    const { fact, said, words, decide } = this.props
    const name = said?.indicator ?? fact.indicator
    const verdict = said === undefined ? '' : words[`fact.${said.verdict}` as keyof ReviewWords]
    const say = (one: 'confirmed' | 'none') => () => decide(factDecision(this.props, one))
    const label = (action: string) => ({ type: 'button', 'aria-label': `${action}: ${name} ${fact.text}` })
    return h(
      'li',
      {},
      h('span', { lang: 'zh' }, h('b', {}, name), ` ${fact.text} ${fact.period?.text ?? ''}`),
      h('i', {}, verdict),
      this.state.isEdited
        ? this.form()
        : h(
            'span',
            { class: 'choices' },
            h('button', { ...label(words.confirm), onClick: say('confirmed') }, words.confirm),
            h(
              'button',
              { ...label(words.rename), onClick: () => this.setState({ isEdited: true }) },
              words.rename,
            ),
            h('button', { ...label(words.none), onClick: say('none') }, words.none),
          ),
    )
  }
}

/** What can be said of a finding, as the words of the page have it. */
const verdictsIn = (words: ReviewWords) =>
  Object.keys(words).flatMap((key) => /^finding\.(.+)$/.exec(key)?.[1] ?? []) as FindingDecision['verdict'][]

function findingView(props: FiguresProps, check: CheckRecord): ComponentChild {
  const { record, state, words, decide } = props
  const facts = check.facts.flatMap((id) => record.facts.find((fact) => fact.id === id) ?? [])
  const starts = facts.map(({ start }) => start)
  const said = state.findings.find((one) => one.rule === check.rule && one.starts.join() === starts.join())
  const figures = facts.map(({ start, end }) => anchorAt(record.source.text, start, end))
  const say = (verdict: FindingDecision['verdict']) => () =>
    decide({ document: record.id, kind: 'finding', rule: check.rule, figures, verdict })
  return h(
    'li',
    { key: check.id },
    h('span', { lang: 'zh' }, check.expression),
    h('i', {}, said === undefined ? '' : words[`finding.${said.verdict}` as keyof ReviewWords]),
    h(
      'span',
      { class: 'choices' },
      verdictsIn(words).map((verdict) => {
        const text = words[`finding.${verdict}`]
        const label = `${text}: ${check.expression}`
        return h('button', { type: 'button', key: verdict, 'aria-label': label, onClick: say(verdict) }, text)
      }),
    ),
  )
}

const isFinding = ({ state, severity }: CheckRecord) =>
  state === 'mismatch' || state === 'solved' || (state === 'unconfirmed' && severity !== 'info')

/** Findings, and facts, which are drawn when they are first unfolded. */
export class Figures extends Component<FiguresProps, { readonly isOpen: boolean }> {
  override state = { isOpen: false }

  render(): ComponentChild {
    const { record, state, words, decide } = this.props
    const findings = record.checks.filter(isFinding)
    const saidAt = new Map(state.facts.map((fact) => [fact.start, fact]))
    const facts = () =>
      record.facts.map((fact) =>
        h(FactView, { key: fact.id, record, fact, said: saidAt.get(fact.start), words, decide }),
      )
    const onToggle = (event: Event) => {
      if ((event.target as HTMLDetailsElement).open) this.setState({ isOpen: true })
    }
    return h(
      'div',
      { class: 'figures' },
      findings.length > 0 && h('h2', {}, `${words.findings} (${findings.length})`),
      findings.length > 0 &&
        h(
          'ul',
          {},
          findings.map((check) => findingView(this.props, check)),
        ),
      h(
        'details',
        { onToggle },
        h('summary', {}, `${words.facts} (${record.facts.length})`),
        this.state.isOpen && h('ul', {}, facts()),
      ),
      h('p', { class: 'faint' }, words.anew),
    )
  }
}
