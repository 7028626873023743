/** An explanation as sentences in the user's language: what stands there, what could have stood there, what decided. */
import type { ExplainedCandidate, Explanation } from '../pipeline/explain.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import { tell } from './language.js'

const mostCandidates = 8

function candidateLine(candidate: ExplainedCandidate, language: Language): string {
  const { actual, replacement, confidence, entry } = candidate
  const sources = entry.evidence.map((evidence) => tell(language, `explain.source-${evidence}`))
  return `  ${tell(language, confidence === 0 ? 'explain.candidate-hopeless' : 'explain.candidate', {
    actual,
    replacement,
    confidence: confidence.toFixed(3),
    kind: tell(language, `explain.kind-${entry.kind}`),
    table: entry.table,
    sources: sources.join(tell(language, 'explain.comma')),
  })}`
}

/** Evidence in nats, with its sign: how much it speaks for the change. */
function evidenceLines({ correction }: Explanation, language: Language): string[] {
  return (correction?.evidence ?? []).map(({ kind, code, value }) => {
    const what = sayCode(language, 'evidence', kind)
    return `  ${tell(language, 'explain.evidence', { what, code, value: `${value > 0 ? '+' : ''}${value}` })}`
  })
}

/** Lines without colour, the same in a pipe and on a terminal. */
export function explanationLines(text: string, explanation: Explanation, language: Language): string[] {
  const { offset, block, tokens, decision, correction, candidates, spun, applyFrom } = explanation
  const before = text.slice(Math.max(0, offset - 20), offset).replaceAll(/\s/g, ' ')
  const after = text.slice(offset, offset + 20).replaceAll(/\s/g, ' ')
  const lines = [`${before}▸${after}`]
  if (block !== undefined) {
    lines.push(
      tell(language, 'explain.block', { kind: sayCode(language, 'block', block.kind), start: block.start }),
    )
  }
  if (tokens.length > 0) {
    const words = tokens.map((token) => `${token.text}/${token.pos}`).join(' ')
    lines.push(tell(language, 'explain.words', { words }))
  }
  if (spun !== null) lines.push(tell(language, 'explain.spun', { percent: Math.round(spun * 100) }))
  lines.push(
    tell(language, `explain.${decision}`, {
      actual: correction?.actual ?? '',
      replacement: correction?.replacement ?? '',
      confidence: correction?.confidence.toFixed(3) ?? '',
      applyFrom,
    }),
  )
  lines.push(...evidenceLines(explanation, language))
  if (candidates.length > 0) {
    lines.push(tell(language, 'explain.candidates', { count: candidates.length }))
    lines.push(...candidates.slice(0, mostCandidates).map((candidate) => candidateLine(candidate, language)))
  }
  return lines
}
