/** `huanyuan serve --api`: threads that are warm when the address is printed, and the routes in front of them. */
import type { CommandContext } from './contract.js'
import { exitCode } from './exit-codes.js'
import { UsageError } from './failure.js'
import { tell } from './language.js'
import { pipelineSettings, resourceSettings } from './settings.js'
import { untilStopped } from './stop.js'
import { printLine, tellLine } from './terminal.js'

const mostWaiting = 64

/** A word that makes a thread load its tables. */
const warming = '全县共有学校12所。'

export async function serveApi(context: CommandContext, inputs: readonly string[]): Promise<number> {
  if (inputs.length > 0) throw new UsageError('serve.api-inputs')
  const { terminal, language, settings } = context
  const { startThreads } = await import('../dataset/threads.js')
  const { threadCount } = await import('../dataset/thread-count.js')
  const { apiApp } = await import('../api/app.js')
  const { openGate } = await import('../api/gate.js')
  const { openNearby } = await import('../api/nearby.js')
  const { shortWay } = await import('../api/short-way.js')
  const { openResources } = await import('../pipeline/resources.js')
  const { readLanguageModels } = await import('../resources/language-model.js')
  const { listen } = await import('../review/listen.js')
  const { queue = mostWaiting, timeout, threads: lanes = threadCount(false) } = settings
  const document = pipelineSettings(settings)
  const resources = resourceSettings(terminal, settings)
  const languageModels = await readLanguageModels()
  const threads = await startThreads({
    threads: lanes,
    ...(timeout !== undefined && { timeout: timeout * 1000 }),
    resources,
    languageModels,
    document,
  })
  try {
    const nearby = openNearby(openResources({ ...resources, languageModels }), document)
    nearby.text(warming)
    await Promise.all(Array.from({ length: lanes }, () => threads.processText(warming)))
    let port = 0
    const hosts = () => [`127.0.0.1:${port}`, `localhost:${port}`]
    const gate = openGate(lanes, queue)
    const options = { threads, lanes, nearby, gate, maxBytes: document.maxBytes, language, hosts }
    const server = await listen(apiApp(options), settings.port ?? 0, shortWay(options))
    port = server.port
    const stopped = untilStopped()
    try {
      await printLine(terminal, `http://127.0.0.1:${port}/`)
      tellLine(terminal, tell(language, 'serve.api', { threads: lanes, queue }))
      await stopped
    } finally {
      await server.close()
    }
    return exitCode.done
  } finally {
    await threads.destroy()
  }
}
