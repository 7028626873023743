/** `huanyuan explain INPUT:OFFSET`: why the words at an offset of the source were changed or kept. */
import type { Command } from '../contract.js'
import { explanationLines } from '../explanation.js'
import { UsageError } from '../failure.js'
import { readInput } from '../inputs.js'
import { loadSettingsResources, pipelineSettings } from '../settings.js'
import { writeTo } from '../terminal.js'

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
    const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
    const { analyseDocument } = await import('../../pipeline/process.js')
    const { explainOffset } = await import('../../pipeline/explain.js')
    const resources = await loadSettingsResources(context)
    const options = { ...limited, resources, path, tokens: true }
    for await (const document of analyseDocument(bytes, options)) {
      if (offset >= document.text.length) {
        throw new UsageError('error.offset-outside', { offset, length: document.text.length })
      }
      const telling = { language, tools: resources.lexicon.tools }
      const lines = explanationLines(document.text, explainOffset(document, offset, options), telling)
      await writeTo(terminal.stdout, `${lines.join('\n')}\n`)
      break
    }
    return 0
  },
}
