/** `huanyuan serve INPUT…`: the review of documents in a browser, on this machine alone, until it is stopped. */
import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import type { RecordIndex } from '../../review/record-index.js'
import { entranceFile, hasBrowser, openInBrowser } from '../browser.js'
import { timeNow } from '../clock.js'
import type { Command, CommandContext } from '../contract.js'
import { tellLog } from '../decided-output.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { tellInputFailure } from '../failures.js'
import { standardInput } from '../inputs.js'
import { tell } from '../language.js'
import { documentOptions } from '../options.js'
import { openDownloads } from '../review-downloads.js'
import type { ReviewInput } from '../review-input.js'
import { openReviewInput } from '../review-input.js'
import { pageDrawer } from '../review-pictures.js'
import { pipelineSettings } from '../settings.js'
import { untilStopped } from '../stop.js'
import { printLine, tellLine } from '../terminal.js'
import { openWeigher } from '../weigher.js'

/** The reviewer's name: as given, else that of the user of this machine. */
async function reviewerOf({ settings }: CommandContext): Promise<string> {
  const { isReviewerName } = await import('../../review/open-log.js')
  const name = settings.reviewer ?? userInfo().username
  if (!isReviewerName(name)) throw new UsageError('serve.bad-name', { name })
  return name
}

async function openIndex(
  context: CommandContext,
  input: ReviewInput | undefined,
  named: string,
): Promise<RecordIndex> {
  const { emptyIndex, indexRecords } = await import('../../review/record-index.js')
  if (input === undefined) return emptyIndex
  const index = await indexRecords(input.path, named)
  for (const failure of index.failures.slice(0, 20)) tellInputFailure(context, named, failure)
  return index
}

async function serve(context: CommandContext, given: RecordIndex, near: string): Promise<void> {
  const { terminal, language, settings } = context
  const { weighedIndex } = await import('../../review/weighed-index.js')
  const { logPath, openLog } = await import('../../review/open-log.js')
  const { openSession } = await import('../../review/session.js')
  const { openEntrance, reviewApp } = await import('../../review/app.js')
  const { openFiles } = await import('../../review/files.js')
  const { listen } = await import('../../review/listen.js')
  const { openPictures } = await import('../../review/page-pictures.js')
  const { reviewAssets } = await import('../../review/shell.js')
  const path = logPath(resolve(terminal.cwd, settings.decisions ?? '.'), await reviewerOf(context))
  const log = openLog(path, await reviewerOf(context))
  tellLog(context, path, log)
  const [token, entrance] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')]
  let port = 0
  const hosts = () => [`127.0.0.1:${port}`, `localhost:${port}`]
  const weigher = openWeigher(context)
  const onFailure = (cause: unknown) => tellInputFailure(context, path, cause)
  const index = weighedIndex({ index: given, log, weigh: weigher.weigh, onFailure })
  const session = openSession(index, log, timeNow)
  const files = openFiles({ session, language, read: weigher.read })
  const originals = { near, files }
  const downloads = await openDownloads(context, session, log, originals)
  const pictures = openPictures(session, pageDrawer(context, originals))
  const app = reviewApp({
    ...{ session, downloads, pictures, files, token, hosts },
    assets: reviewAssets(language),
    entrance: openEntrance(entrance),
    maxBytes: pipelineSettings(settings).maxBytes,
  })
  const server = await listen(app.fetch, settings.port ?? 0)
  port = server.port
  // From here on: who reads the address may end the review at once.
  const stopped = untilStopped()
  const opening =
    settings.open !== 'never' && hasBrowser(terminal)
      ? entranceFile(`http://127.0.0.1:${port}/?enter=${entrance}`)
      : undefined
  try {
    tellLine(terminal, tell(language, 'serve.log', { path, count: index.documents.length }))
    await printLine(terminal, `http://127.0.0.1:${port}/?token=${token}`)
    tellLine(terminal, tell(language, opening === undefined ? 'serve.stop' : 'serve.opened'))
    if (opening !== undefined) openInBrowser(opening.path)
    await stopped
  } finally {
    opening?.remove()
    await server.close()
    index.close()
    files.close()
    await weigher.close()
    log.close()
  }
}

export const command: Command = {
  name: 'serve',
  argument: '[documents...]',
  summary: {
    en: 'review documents or records in a browser; an HTTP API',
    zh: '在浏览器中审阅文档或记录，或以 HTTP 应答其他程序',
  },
  examples: [
    {
      call: 'huanyuan serve',
      en: 'an empty review, into which files and folders are dragged',
      zh: '空的审阅页面，可拖入文件或文件夹',
    },
    { call: 'huanyuan serve samples', en: 'a folder of documents', zh: '一个文件夹中的文档' },
    {
      call: 'huanyuan serve out/records.jsonl --reviewer wang',
      en: 'a finished dataset, decisions under a name',
      zh: '已生成的数据集，以姓名记录决定',
    },
    {
      call: 'huanyuan serve --api --port 8080',
      en: 'an HTTP API for other programs, described at its address',
      zh: '供其他程序使用的 HTTP 接口，其地址上有说明',
    },
  ],
  options: ['reviewer', 'decisions', 'port', 'open', 'api', 'queue', 'threads', ...documentOptions],
  async run(context, inputs) {
    if (context.settings.api === true) {
      const { serveApi } = await import('../api.js')
      return serveApi(context, inputs)
    }
    if (inputs.includes(standardInput)) throw new UsageError('serve.stdin')
    const [first = ''] = inputs
    let input: ReviewInput | undefined
    try {
      if (inputs.length > 0) input = await openReviewInput(context, inputs)
      const index = await openIndex(context, input, first)
      try {
        await serve(context, index, first)
      } finally {
        index.close()
      }
      return exitCode.done
    } catch (cause) {
      const isOfInput =
        /^(no-|not-a-|dataset-without-records$|newer-dataset$|damaged-database$|database-locked$)/
      if (!(cause instanceof ProcessingError && isOfInput.test(cause.code))) throw cause
      tellInputFailure(context, first, cause)
      return exitCode.failedInputs
    } finally {
      input?.remove()
    }
  },
}
