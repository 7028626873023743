/** `huanyuan watch FOLDER -o OUT`: what is put into a folder comes out repaired, with a page and a workbook, once. */
import { statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Command } from '../contract.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tell } from '../language.js'
import { documentOptions } from '../options.js'
import { openOutputFolder } from '../output-folder.js'
import { openRecordSource } from '../records-of.js'
import { onStop } from '../stop.js'
import { tellLine } from '../terminal.js'

/** Seconds between two looks at the folder. */
const usualPause = 2

/** Whether a folder lies in another one, or is the same. */
function isWithin(inner: string, outer: string): boolean {
  const way = relative(outer, inner)
  return way === '' || !(way.startsWith('..') || resolve(way) === way)
}

export const command: Command = {
  name: 'watch',
  argument: '<watched>',
  summary: {
    en: 'repair what is put into a folder, as it comes',
    zh: '监视文件夹，放入的文档随到随还原',
  },
  examples: [
    {
      call: 'huanyuan watch samples -o results --once',
      en: 'what is there now; without --once, what comes later too',
      zh: '处理现有的文档；不加 --once 则继续等待以后放入的',
    },
  ],
  options: ['out', 'once', 'every', ...documentOptions],
  async run(context, [named = '']) {
    const { terminal, language, settings } = context
    const { out, every = usualPause, once = false } = settings
    if (out === undefined) throw new UsageError('error.missing-option', { name: '-o, --out' })
    const folder = resolve(terminal.cwd, named)
    const results = resolve(terminal.cwd, out)
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      throw new UsageError('watch.no-folder', { path: named })
    }
    if (isWithin(results, folder)) throw new UsageError('watch.inside', { path: out })
    const { listPath, watch } = await import('../watch/watch.js')
    const { openWatchList } = await import('../watch/list.js')
    const { lockResults } = await import('../watch/lock.js')
    // What we wrote and nobody changed is replaced when its file comes again.
    const replacing = { settings: { ...settings, force: true } }
    const outputs = openOutputFolder(replacing, results, out, new Set())
    const lock = await lockResults(results, out)
    const list = openWatchList(listPath(results), out)
    const stop = new AbortController()
    const takeBack = onStop(() => stop.abort())
    const source = await openRecordSource(context, { until: 'audit', tokens: false }, { inputs: 1, bytes: 0 })
    try {
      if (!once) tellLine(terminal, tell(language, 'watch.start', { path: named, out }))
      const lookings = { every: every * 1000, isOnce: once }
      const watched = { folder, named, outputs, list, source, checkLock: lock.check, ...lookings }
      const failed = await watch(context, watched, stop.signal)
      return failed > 0 && once ? exitCode.failedInputs : exitCode.done
    } finally {
      takeBack()
      await source.close()
      list.close()
      lock.release()
    }
  },
}
