/** An explanation as sentences in the user's language: what stands there, what settled it, and what was weighed. */
import type { AuditedDocument } from '../model/document.js'
import { append } from '../model/lists.js'
import type { Pair } from '../model/pair.js'
import { pairEvidences } from '../model/pair.js'
import type { Token } from '../model/token.js'
import type { ExplainedEdit, Explanation } from '../pipeline/explain.js'
import type { KnownTool } from '../resources/tools.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import { placeAt, placeText } from '../writers/places.js'
import { hasSentence, tell } from './language.js'

const mostWeighed = 8
const mostHopeless = 12

/** What sentences about an explanation need to know: the reader's language, and the tools by their names. */
interface Telling {
  readonly language: Language
  readonly tools: readonly KnownTool[]
}

function toolName({ language, tools }: Telling, id: string): string | undefined {
  return tools.find((tool) => tool.id === id)?.name[language]
}

function sayEvidence(telling: Telling, evidence: string): string {
  const own = pairEvidences.find((one) => one === evidence)
  return own === undefined
    ? (toolName(telling, evidence) ?? evidence)
    : tell(telling.language, `explain.source-${own}`)
}

function sayPair(telling: Telling, pair: Pair): string {
  const { language } = telling
  switch (pair.origin) {
    case 'proposed':
      return tell(language, `explain.proposed-${pair.source}`)
    case 'listed':
      return tell(language, 'explain.listed', {
        kind: tell(language, `explain.kind-${pair.kind}`),
        table: pair.table,
        sources: pair.evidence
          .map((evidence) => sayEvidence(telling, evidence))
          .join(tell(language, 'list.comma')),
      })
  }
}

function sayFamily(telling: Telling, family: string): string {
  const { language } = telling
  const other = (['attested', 'open', 'learned'] as const).find((one) => one === family)
  const name =
    other === undefined ? (toolName(telling, family) ?? family) : tell(language, `explain.family-${other}`)
  return tell(language, 'explain.family', { name })
}

function weighedLine(telling: Telling, edit: ExplainedEdit): string {
  const { language } = telling
  return tell(language, 'explain.candidate', {
    mark: edit.isChosen ? '*' : ' ',
    actual: edit.actual,
    replacement: edit.replacement,
    confidence: edit.confidence.toFixed(3),
    pair: sayPair(telling, edit.pair),
    family: sayFamily(telling, edit.family),
    pass: edit.pass === 0 ? '' : tell(language, 'explain.second-pass'),
  })
}

/** The sentence that says why the words stand as they are. */
function reasonLine({ reason, correction, applyFrom }: Explanation, language: Language): string {
  switch (reason.kind) {
    case 'protected':
      return tell(language, `explain.${reason.protection}`)
    case 'rule':
      return tell(language, `explain.${reason.rule}`, {
        actual: correction!.actual,
        replacement: correction!.replacement,
        confidence: correction!.confidence.toFixed(3),
        applyFrom,
      })
    default:
      return tell(language, `explain.${reason.kind}`)
  }
}

/** Evidence in nats, with its sign: how much it speaks for the change. */
function evidenceLines({ correction, withoutFigures }: Explanation, language: Language): string[] {
  const lines = (correction?.evidence ?? []).map(({ kind, code, value }) => {
    const what = sayCode(language, 'evidence', kind)
    return `  ${tell(language, 'explain.evidence', { what, code, value: `${value > 0 ? '+' : ''}${value}` })}`
  })
  if (withoutFigures === null) return lines
  const shares = { before: withoutFigures.toFixed(3), after: correction!.confidence.toFixed(3) }
  return [...lines, `  ${tell(language, 'explain.figures-spoke', shares)}`]
}

/** A word with its part of speech: a tag that has no name of its own is a kind of what its first letter says. */
function sayToken({ text, pos }: Token, language: Language): string {
  const key = [pos, pos.slice(0, 1)].map((tag) => `part.${tag}`).find(hasSentence)
  return tell(language, 'explain.word', { text, part: key === undefined ? pos : tell(language, key) })
}

/** Lines without colour, the same in a pipe and on a terminal. */
export function explanationLines(
  { text, blocks }: Pick<AuditedDocument, 'text' | 'blocks'>,
  explanation: Explanation,
  telling: Telling,
): string[] {
  const { offset, block, tokens, weighed, hopeless, spun } = explanation
  const { language } = telling
  const before = text.slice(Math.max(0, offset - 20), offset).replaceAll(/\s/g, ' ')
  const after = text.slice(offset, offset + 20).replaceAll(/\s/g, ' ')
  const placeOf = (at: number) => placeText(placeAt({ source: { text }, blocks }, at))
  const lines = [`${placeOf(offset)}  ${before}▸${after}`]
  if (block !== undefined) {
    const parameters = { kind: sayCode(language, 'block', block.kind), start: placeOf(block.start) }
    lines.push(tell(language, 'explain.block', parameters))
  }
  if (tokens.length > 0) {
    const words = tokens.map((token) => sayToken(token, language)).join(' ')
    lines.push(tell(language, 'explain.words', { words }))
  }
  if (spun !== null) lines.push(tell(language, 'explain.spun', { percent: Math.round(spun * 100) }))
  lines.push(reasonLine(explanation, language))
  append(lines, evidenceLines(explanation, language))
  if (weighed.length > 0) {
    lines.push(tell(language, 'explain.weighed', { count: weighed.length }))
    append(
      lines,
      weighed.slice(0, mostWeighed).map((edit) => weighedLine(telling, edit)),
    )
  }
  if (hopeless.length > 0) {
    const pairs = hopeless.slice(0, mostHopeless).map(({ standard, spun: form }) => `${form} → ${standard}`)
    const more = hopeless.length > mostHopeless ? ' …' : ''
    const joined = `${pairs.join(tell(language, 'list.comma'))}${more}`
    lines.push(tell(language, 'explain.hopeless', { pairs: joined }))
  }
  return lines
}
