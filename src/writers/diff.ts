/**
 * The repairs as a readable difference: for each sentence with repairs a line before and a line after, the changed
 * words in git's word marks, then its suggestions. Made for reading and grepping, not for `patch`.
 */
import type { TextWriter } from './contract.js'
import { say } from './language.js'
import { placeAt, placeText } from './places.js'
import type { CorrectionRecord, DocumentRecord } from './schema.js'
import { styleOf } from './style.js'

interface Hunk {
  start: number
  end: number
  readonly corrections: CorrectionRecord[]
}

const sentenceEnd = /[。！？!?；;\n]/

/** Widens a span to the sentence around it, at most 60 code units either way. */
function sentenceAround(text: string, start: number, end: number): { start: number; end: number } {
  let from = start
  while (from > 0 && start - from < 60 && !sentenceEnd.test(text[from - 1]!)) from--
  let to = end
  while (to < text.length && to - end < 60 && !sentenceEnd.test(text[to]!)) to++
  if (to < text.length && text[to] !== '\n') to++
  return { start: from, end: to }
}

/** Sentences with corrections; those that touch become one hunk. */
function hunksOf(record: DocumentRecord): Hunk[] {
  const hunks: Hunk[] = []
  for (const correction of record.corrections) {
    const around = sentenceAround(record.source.text, correction.start, correction.end)
    const last = hunks.at(-1)
    if (last && around.start < last.end) {
      last.end = Math.max(last.end, around.end)
      last.corrections.push(correction)
    } else {
      hunks.push({ ...around, corrections: [correction] })
    }
  }
  return hunks
}

function oneLine(text: string): string {
  return text.replaceAll('\r', '').replaceAll('\n', '⏎')
}

/** The text of a hunk with `mark` in the places of the applied corrections. */
function marked(text: string, hunk: Hunk, mark: (correction: CorrectionRecord) => string): string {
  let line = ''
  let position = hunk.start
  for (const correction of hunk.corrections) {
    if (correction.status !== 'applied') continue
    line += text.slice(position, correction.start) + mark(correction)
    position = correction.end
  }
  return oneLine(line + text.slice(position, hunk.end))
}

export const writer: TextWriter = {
  id: 'diff',
  extension: () => '.diff',
  serves: (sections) => sections.includes('repairs'),
  controls: 'shown',
  write(record, { language, colour }) {
    const style = styleOf(colour)
    const name = record.origin.path ?? say(language, 'report.input')
    const lines = [style.heading(`--- ${name}`), style.heading(`+++ ${name}`)]
    for (const hunk of hunksOf(record)) {
      lines.push(style.faint(`@@ ${placeText(placeAt(record, hunk.start))} @@`))
      const applied = hunk.corrections.filter(({ status }) => status === 'applied')
      if (applied.length > 0) {
        const before = marked(record.source.text, hunk, ({ actual }) => style.removed(`[-${actual}-]`))
        const after = marked(record.source.text, hunk, ({ replacement }) => style.added(`{+${replacement}+}`))
        lines.push(`-${before}`, `+${after}`)
      } else {
        lines.push(` ${oneLine(record.source.text.slice(hunk.start, hunk.end))}`)
      }
      for (const { start, actual, replacement, confidence, status } of hunk.corrections) {
        if (status === 'applied') continue
        const change = `${oneLine(actual)} → ${oneLine(replacement)}`
        lines.push(
          style.doubtful(`? ${placeText(placeAt(record, start))} ${change} ${confidence.toFixed(2)}`),
        )
      }
    }
    return `${lines.join('\n')}\n`
  },
}
