/** `huanyuan train TEXT… -o MODEL`: a character language model from clean text, one paragraph a line. */
import { resolve } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import type { Command } from '../contract.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tellInputFailure } from '../failures.js'
import { tell } from '../language.js'
import { openOutputFile } from '../replace-file.js'
import { printLine, tellLine } from '../terminal.js'

export const command: Command = {
  name: 'train',
  argument: '<text...>',
  summary: { en: 'make a language model from clean texts', zh: '用未受损的文本训练语言模型' },
  options: ['model', 'force'],
  async run(context, texts) {
    const { terminal, language, settings } = context
    const { model } = settings
    if (model === undefined) throw new UsageError('error.missing-option', { name: '-o, --model' })
    const write = openOutputFile(context, model, texts)
    const { trainLanguageModel } = await import('../../learn/train.js')
    let step = ''
    const paths = texts.map((text) => resolve(terminal.cwd, text))
    try {
      const { bytes, ngrams } = await trainLanguageModel(paths, {}, (next) => {
        if (next === step) return
        step = next
        tellLine(terminal, tell(language, `train.${next}`))
      })
      write(bytes)
      const done = { path: model, bytes: bytes.length, ngrams: ngrams.join(' ') }
      await printLine(terminal, tell(language, 'train.done', done))
      return exitCode.done
    } catch (cause) {
      // A model of some of the texts is not what was asked for.
      if (!(cause instanceof ProcessingError && /-text$/.test(cause.code))) throw cause
      const path = texts[paths.indexOf(String(cause.parameters.path))] ?? texts.join(' ')
      tellInputFailure(context, path, new ProcessingError(cause.code, { ...cause.parameters, path }))
      return exitCode.failedInputs
    }
  },
}
