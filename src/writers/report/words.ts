/** The words of the repaired text with their parts of speech, a sentence a line. */
import { append } from '../../model/lists.js'
import type { WriteContext } from '../contract.js'
import { say } from '../language.js'
import type { DocumentRecord } from '../schema.js'
import type { Style } from '../style.js'
import { wrapPieces } from '../width.js'

export function wordLines(record: DocumentRecord, context: WriteContext, style: Style): string[] {
  const lines = [style.heading(say(context.language, 'report.words'))]
  let words: { text: string; shown: string }[] = []
  const flush = () => {
    append(
      lines,
      wrapPieces(words, context.width - 2).map((line) => `  ${line.trimEnd()}`),
    )
    words = []
  }
  for (const { text, pos } of record.tokens ?? []) {
    if (text.trim() !== '')
      words.push({ text: `${text}/${pos} `, shown: `${text}${style.faint(`/${pos}`)} ` })
    if (/[。！？\n]/.test(text)) flush()
  }
  flush()
  return lines
}
