/** Facts and findings with what can be said of them. */
import { anchorAt } from '../../decisions/anchor.js'
import type { FindingDecision, NewDecision } from '../../decisions/decision.js'
import type { ReviewedScan, ReviewState, ReviewWords, ScanSpot } from '../../review/client-data.js'
import type { CheckRecord, DocumentRecord, FactRecord } from '../../writers/schema.js'
import { FactView } from './fact.js'
import { Component, type ComponentChild, h } from './ui.js'

interface FiguresProps {
  readonly record: DocumentRecord
  readonly state: ReviewState
  readonly words: ReviewWords
  /** Of a scan whose pictures are at hand. */
  readonly scan: ReviewedScan | undefined
  decide(decision: NewDecision): void
  /** Shows where something stands on the scan. */
  look(spots: readonly ScanSpot[]): void
}

/** A fact with what was said of it, and on a scan how its figure was read otherwise. */
function factView({ record, state, words, scan, decide, look }: FiguresProps, fact: FactRecord) {
  const { id, start, end } = fact
  const said = state.facts.find((one) => one.start === start)
  const reading = state.words.find((one) => one.start === start && one.end === end)?.replacement ?? undefined
  const spots = scan?.figures[id]
  return h(FactView, { ...{ key: id, record, fact, said, reading, spots, words }, decide, look })
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
    // Whether it is the report that errs is seen on the page.
    props.scan !== undefined &&
      h(
        'ul',
        {},
        facts.map((fact) => factView(props, fact)),
      ),
  )
}

const isFinding = ({ state, severity }: CheckRecord) =>
  state === 'mismatch' || state === 'solved' || (state === 'unconfirmed' && severity !== 'info')

/** Findings, and facts, which are drawn when they are first unfolded. */
export class Figures extends Component<FiguresProps, { readonly isOpen: boolean }> {
  override state = { isOpen: false }

  render(): ComponentChild {
    const { record, words } = this.props
    const findings = record.checks.filter(isFinding)
    const facts = () => record.facts.map((fact) => factView(this.props, fact))
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
