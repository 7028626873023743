/** `huanyuan explain`: why the words at a place of the source, or all places of a word, were changed or kept. */
import type { AuditedDocument } from '../../model/document.js'
import { offsetOf } from '../../writers/places.js'
import type { Command } from '../contract.js'
import type { Outcome } from '../exit-codes.js'
import { exitCodeOf } from '../exit-codes.js'
import { explanationLines } from '../explanation.js'
import { UsageError } from '../failure.js'
import { forEachInput, remark, tellEntryFailures } from '../failures.js'
import { readInput } from '../inputs.js'
import { tell } from '../language.js'
import { loadSettingsResources, pipelineSettings } from '../settings.js'
import { printLine } from '../terminal.js'

/** Of more places of a word than this only the number is told. */
const mostPlaces = 20

/** The input that is asked about, and what finds the offsets in its text. */
interface Question {
  readonly input: string
  /** Throws UsageError where the text has no such place. */
  offsetsIn(text: string): number[]
}

function offsetsOfWord(text: string, word: string): number[] {
  const offsets: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) offsets.push(at)
  if (offsets.length === 0) throw new UsageError('error.no-such-word', { word })
  return offsets
}

function parsePlace(place: string): Question {
  const match = /^(.+?):(\d+)(?::(\d+))?$/.exec(place)
  if (!match) throw new UsageError('error.bad-place', { place })
  const [input, first, second] = [match[1]!, Number(match[2]), match[3]]
  if (second === undefined) {
    return {
      input,
      offsetsIn({ length }) {
        if (first >= length) throw new UsageError('error.offset-outside', { offset: first, length })
        return [first]
      },
    }
  }
  return {
    input,
    offsetsIn(text) {
      const offset = offsetOf(text, { line: first, column: Number(second) })
      if (offset === undefined) throw new UsageError('error.no-such-place', { line: first, column: second })
      return [offset]
    },
  }
}

function parseQuestion([place = '', word, ...others]: readonly string[]): Question {
  if (others.length > 0) throw new UsageError('error.excess-argument', { name: 'explain' })
  if (word === undefined) return parsePlace(place)
  if (word === '') throw new UsageError('error.bad-place', { place })
  return { input: place, offsetsIn: (text) => offsetsOfWord(text, word) }
}

export const command: Command = {
  name: 'explain',
  argument: '<place...>',
  summary: {
    en: 'why the words at a place were changed or kept',
    zh: '说明某个位置的词为何被改动或保留',
  },
  examples: [
    {
      call: 'huanyuan explain samples/education-bureau-halfyear.txt 书院',
      en: 'why a word was changed or kept',
      zh: '某个词为何被改动或保留',
    },
    {
      call: 'huanyuan explain samples/education-bureau-halfyear.txt:10:8',
      en: 'the same by line and column',
      zh: '同上，按行与列',
    },
  ],
  options: [
    'assume',
    'applyFrom',
    'lexicon',
    'protect',
    'encoding',
    'maxBytes',
    'maxCharacters',
    'maxMemory',
    'maxSeconds',
  ],
  async run(context, words) {
    const { terminal, language, settings } = context
    const { input, offsetsIn } = parseQuestion(words)
    const limited = pipelineSettings(settings)
    const outcome: Outcome = { documents: 0, failed: 0 }
    await forEachInput(context, [input], outcome, async () => {
      const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
      const { analyseDocument } = await import('../../pipeline/process.js')
      const { explainOffset } = await import('../../pipeline/explain.js')
      const resources = await loadSettingsResources(context)
      const options = { ...limited, resources, path, tokens: true }
      const explain = async (document: AuditedDocument, offset: number) => {
        const telling = { language, tools: resources.lexicon.tools }
        for (const line of explanationLines(document, explainOffset(document, offset, options), telling)) {
          await printLine(terminal, line)
        }
      }
      for await (const document of analyseDocument(bytes, options)) {
        outcome.documents++
        if (tellEntryFailures(context, input, document.origin.entry, document.messages)) {
          outcome.failed++
          break
        }
        const offsets = offsetsIn(document.text)
        for (const [index, offset] of offsets.slice(0, mostPlaces).entries()) {
          if (index > 0) await printLine(terminal, '')
          await explain(document, offset)
        }
        const more = offsets.length - mostPlaces
        if (more > 0) remark(context, tell(language, 'explain.more-places', { count: more }))
        break
      }
    })
    return exitCodeOf(outcome, {})
  },
}
