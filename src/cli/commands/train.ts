/** `huanyuan train TEXT… -o MODEL`: a character language model from clean text, one paragraph a line. */
import { resolve } from 'node:path'
import type { Command } from '../contract.js'
import { UsageError } from '../failure.js'
import { tell } from '../language.js'
import { writeAside } from '../outputs.js'
import { writeTo } from '../terminal.js'

export const command: Command = {
  name: 'train',
  argument: '<text...>',
  summary: { en: 'make a language model from clean texts', zh: '用未受损的文本训练语言模型' },
  options: ['model', 'force'],
  async run({ terminal, language, settings }, texts) {
    if (settings.model === undefined) throw new UsageError('error.missing-option', { name: '-o, --model' })
    const { trainLanguageModel } = await import('../../learn/train.js')
    let step = ''
    const paths = texts.map((text) => resolve(terminal.cwd, text))
    const { bytes, ngrams } = await trainLanguageModel(paths, {}, (next) => {
      if (next === step) return
      step = next
      terminal.stderr.write(`${tell(language, `train.${next}`)}\n`)
    })
    writeAside(resolve(terminal.cwd, settings.model), bytes, settings.force ?? false)
    const done = { path: settings.model, bytes: bytes.length, ngrams: ngrams.join(' ') }
    await writeTo(terminal.stdout, `${tell(language, 'train.done', done)}\n`)
    return 0
  },
}
