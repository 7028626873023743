/** `huanyuan worker QUEUE --input FOLDER --output FOLDER`: does the work of builds that other machines began. */
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { sayCode } from '../../writers/language.js'
import type { Command, CommandContext } from '../contract.js'
import { heartbeatOf } from '../dataset-run.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { remark } from '../failures.js'
import { tell } from '../language.js'
import { readAddress, tellConnection } from '../queue-address.js'
import { onStop } from '../stop.js'
import { tellLine } from '../terminal.js'

/** The folders that the call names, absolute. Throws UsageError. */
function foldersOf({ terminal, settings }: CommandContext) {
  const { inputFolders, outputFolder } = settings
  if (inputFolders === undefined) throw new UsageError('error.missing-option', { name: '--input' })
  if (outputFolder === undefined) throw new UsageError('error.missing-option', { name: '--output' })
  const folder = (path: string) => {
    const absolute = resolve(terminal.cwd, path)
    if (!statSync(absolute, { throwIfNoEntry: false })?.isDirectory())
      throw new UsageError('worker.no-folder', { path })
    return absolute
  }
  return { inputs: inputFolders.map(folder), output: folder(outputFolder) }
}

/** Milliseconds that connections have to end by themselves. */
const lastMoment = 500

export const command: Command = {
  name: 'worker',
  argument: '<queue>',
  summary: {
    en: 'do the work of builds that put it into a queue (build --queue)',
    zh: '从队列领取并完成 build --queue 分派的工作',
  },
  examples: [
    {
      call: 'huanyuan worker redis://127.0.0.1 --input samples --output .',
      en: 'work for builds whose OUT is in this folder, on documents of samples',
      zh: '为输出位于本文件夹的 build 处理 samples 中的文档',
    },
  ],
  options: ['inputFolders', 'outputFolder', 'threads'],
  async run(context, [queue = '']) {
    const { terminal, language, settings } = context
    const address = readAddress(queue)
    const folders = foldersOf(context)
    const { workQueue } = await import('../../dataset/queue/work.js')
    const { threadCount } = await import('../../dataset/thread-count.js')
    const { threads = threadCount(false) } = settings
    const stop = new AbortController()
    const takeBack = onStop(() => stop.abort())
    try {
      const { tasks, documents } = await workQueue({
        address,
        ...folders,
        threads,
        ...heartbeatOf(terminal.env),
        signal: stop.signal,
        onConnection: tellConnection(context, address),
        onReady: () => tellLine(terminal, tell(language, 'worker.start', { threads })),
        onRefusal: (reason, detail) =>
          remark(context, sayCode(language, 'message', 'refused-task', { reason, detail })),
      })
      tellLine(terminal, tell(language, 'worker.done', { tasks, documents }))
      // What still waits for a Redis that is away keeps nobody.
      setTimeout(() => process.exit(exitCode.done), lastMoment).unref()
      return exitCode.done
    } finally {
      takeBack()
    }
  },
}
