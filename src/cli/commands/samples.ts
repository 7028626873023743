/** `huanyuan samples [-o FOLDER]`: writes garbled sample reports, to try the program on. */
import { join, resolve } from 'node:path'
import { readSamples } from '../../resources/samples.js'
import type { Command } from '../contract.js'
import { exitCode } from '../exit-codes.js'
import { openOutputFolder } from '../output-folder.js'
import { printLine } from '../terminal.js'

const defaultFolder = 'samples'

export const command: Command = {
  name: 'samples',
  summary: { en: 'write sample reports to try this on', zh: '写出几份供试用的样例报告' },
  examples: [
    { call: 'huanyuan samples -o garbled', en: 'into a folder of this name', zh: '写入此名称的文件夹' },
  ],
  options: ['out', 'force'],
  async run(context) {
    const { terminal, settings } = context
    const named = settings.out ?? defaultFolder
    const folder = openOutputFolder(context, resolve(terminal.cwd, named), named, new Set())
    for (const { name, bytes } of readSamples()) {
      folder.write(name, bytes)
      await printLine(terminal, join(named, name))
    }
    return exitCode.done
  },
}
