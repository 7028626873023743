/** `huanyuan explain INPUT:OFFSET`: why the words at an offset of the source were changed or kept. */
import type { Command } from '../contract.js'
import type { Outcome } from '../exit-codes.js'
import { exitCodeOf } from '../exit-codes.js'
import { explanationLines } from '../explanation.js'
import { UsageError } from '../failure.js'
import { forEachInput, tellEntryFailures } from '../failures.js'
import { readInput } from '../inputs.js'
import { loadSettingsResources, pipelineSettings } from '../settings.js'
import { printLine } from '../terminal.js'

function parsePlace(place: string): { input: string; offset: number } {
  const match = /^(.+):(\d+)$/.exec(place)
  if (!match) throw new UsageError('error.bad-place', { place })
  return { input: match[1]!, offset: Number(match[2]) }
}

export const command: Command = {
  name: 'explain',
  argument: '<place>',
  summary: {
    en: 'why the words at an offset were changed or kept',
    zh: '说明某个位置的词为何被改动或保留',
  },
  options: ['assume', 'applyFrom', 'lexicon', 'protect', 'encoding', 'maxBytes', 'maxCharacters'],
  async run(context, [place = '']) {
    const { terminal, language, settings } = context
    const { input, offset } = parsePlace(place)
    const limited = pipelineSettings(settings)
    const outcome: Outcome = { documents: 0, failed: 0 }
    await forEachInput(context, [input], outcome, async () => {
      const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
      const { analyseDocument } = await import('../../pipeline/process.js')
      const { explainOffset } = await import('../../pipeline/explain.js')
      const resources = await loadSettingsResources(context)
      const options = { ...limited, resources, path, tokens: true }
      for await (const document of analyseDocument(bytes, options)) {
        outcome.documents++
        if (tellEntryFailures(context, input, document.origin.entry, document.messages)) {
          outcome.failed++
          break
        }
        if (offset >= document.text.length) {
          throw new UsageError('error.offset-outside', { offset, length: document.text.length })
        }
        const telling = { language, tools: resources.lexicon.tools }
        const lines = explanationLines(document.text, explainOffset(document, offset, options), telling)
        for (const line of lines) await printLine(terminal, line)
        break
      }
    })
    return exitCodeOf(outcome, {})
  },
}
