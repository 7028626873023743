/** `huanyuan serve INPUT…`: the review of documents in a browser, on this machine alone, until it is stopped. */
import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { basename, resolve } from 'node:path'
import type { DecisionLog } from '../../decisions/decision.js'
import { defaultMaxBytes } from '../../model/limits.js'
import { ProcessingError } from '../../model/message.js'
import type { Download } from '../../review/app.js'
import type { RecordIndex } from '../../review/record-index.js'
import type { ReviewSession } from '../../review/session.js'
import { timeNow } from '../clock.js'
import type { Command, CommandContext } from '../contract.js'
import { tellLog } from '../decided-output.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tellInputFailure } from '../failures.js'
import { outputStem, standardInput } from '../inputs.js'
import { tell } from '../language.js'
import { documentOptions } from '../options.js'
import { readOriginal } from '../originals.js'
import type { ReviewInput } from '../review-input.js'
import { openReviewInput } from '../review-input.js'
import { loadSettingsResources } from '../settings.js'
import { printLine, tellLine } from '../terminal.js'
import { openWeigher } from '../weigher.js'

/** The reviewer's name: as given, else that of the user of this machine. */
async function reviewerOf({ settings }: CommandContext): Promise<string> {
  const { isReviewerName } = await import('../../review/open-log.js')
  const name = settings.reviewer ?? userInfo().username
  if (!isReviewerName(name)) throw new UsageError('serve.bad-name', { name })
  return name
}

/** Resolves when the user stops the program. */
function untilStopped(): Promise<void> {
  return new Promise((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped())
  })
}

async function openIndex(context: CommandContext, input: ReviewInput, named: string): Promise<RecordIndex> {
  const { indexRecords } = await import('../../review/record-index.js')
  const index = await indexRecords(input.path, named)
  for (const failure of index.failures.slice(0, 20)) tellInputFailure(context, named, failure)
  return index
}

/** Makes Word files of documents as their reviewer decided them. */
function wordFiles(context: CommandContext, session: ReviewSession, log: DecisionLog, near: string) {
  const { terminal, language, settings } = context
  const { maxBytes = defaultMaxBytes } = settings
  let resources: ReturnType<typeof loadSettingsResources> | undefined
  return async (number: number): Promise<Download | undefined> => {
    const reviewed = await session.document(number)
    if (reviewed === undefined) return undefined
    resources ??= loadSettingsResources(context)
    const { safeName } = await import('../../dataset/tree.js')
    const { decideRecord } = await import('../../pipeline/decided.js')
    const { contentType } = await import('../../tracked/package.js')
    const { wordFileOf } = await import('../../tracked/word-file.js')
    const { record } = decideRecord(reviewed.record, [log], await resources)
    const original = await readOriginal(terminal, record, near, maxBytes)
    const { bytes, ending } = await wordFileOf(record, original, { language, isAccepted: false, maxBytes })
    const stem = outputStem(basename(record.origin.entry ?? record.origin.path ?? 'huanyuan'))
    return { name: safeName(`${stem}.tracked${ending}`), mediaType: `${contentType}.document`, bytes }
  }
}

async function serve(context: CommandContext, given: RecordIndex, near: string): Promise<void> {
  const { terminal, language, settings } = context
  const { weighedIndex } = await import('../../review/weighed-index.js')
  const { logPath, openLog } = await import('../../review/open-log.js')
  const { openSession } = await import('../../review/session.js')
  const { reviewApp } = await import('../../review/app.js')
  const { listen } = await import('../../review/listen.js')
  const { reviewAssets } = await import('../../review/shell.js')
  const path = logPath(resolve(terminal.cwd, settings.decisions ?? '.'), await reviewerOf(context))
  const log = openLog(path, await reviewerOf(context))
  tellLog(context, path, log)
  const token = randomBytes(24).toString('hex')
  let port = 0
  const hosts = () => [`127.0.0.1:${port}`, `localhost:${port}`]
  const weigher = openWeigher(context)
  const onFailure = (cause: unknown) => tellInputFailure(context, path, cause)
  const index = weighedIndex({ index: given, log, weigh: weigher.weigh, onFailure })
  const session = openSession(index, log, timeNow)
  const wordFile = wordFiles(context, session, log, near)
  const app = reviewApp({ session, wordFile, assets: reviewAssets(language), token, hosts })
  const server = await listen(app.fetch, settings.port ?? 0)
  port = server.port
  // From here on: who reads the address may end the review at once.
  const stopped = untilStopped()
  try {
    tellLine(terminal, tell(language, 'serve.log', { path, count: index.documents.length }))
    await printLine(terminal, `http://127.0.0.1:${port}/?token=${token}`)
    tellLine(terminal, tell(language, 'serve.stop'))
    await stopped
  } finally {
    await server.close()
    index.close()
    await weigher.close()
    log.close()
  }
}

export const command: Command = {
  name: 'serve',
  argument: '<documents...>',
  summary: { en: 'review documents or records in a browser', zh: '在浏览器中审阅文档或记录' },
  examples: [
    { call: 'huanyuan serve samples', en: 'a folder of documents', zh: '一个文件夹中的文档' },
    {
      call: 'huanyuan serve out/records.jsonl --reviewer wang',
      en: 'a finished dataset, decisions under a name',
      zh: '已生成的数据集，以姓名记录决定',
    },
  ],
  options: ['reviewer', 'decisions', 'port', 'threads', ...documentOptions],
  async run(context, inputs) {
    if (inputs.includes(standardInput)) throw new UsageError('serve.stdin')
    const [first = ''] = inputs
    let input: ReviewInput | undefined
    try {
      input = await openReviewInput(context, inputs)
      const index = await openIndex(context, input, first)
      try {
        await serve(context, index, first)
      } finally {
        index.close()
      }
      return exitCode.done
    } catch (cause) {
      const isOfInput = cause instanceof ProcessingError && /^no-/.test(cause.code)
      if (!isOfInput) throw cause
      tellInputFailure(context, first, cause)
      return exitCode.failedInputs
    } finally {
      input?.remove()
    }
  },
}
