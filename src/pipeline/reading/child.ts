/**
 * The process that reads: it is sent bytes and gives back their documents, one for each time that it is asked. Nothing
 * that a document does here harms the process that asked; where that is gone, nothing keeps this one.
 */
import { Worker } from 'node:worker_threads'
import type { SourceDocument } from '../../model/document.js'
import { ProcessingError } from '../../model/message.js'
import { readApart } from '../../readers/read.js'
import type { Answer, Request, Watched } from './contract.js'
import { endBeyond } from './contract.js'

const [maxMemory = 0, maxSeconds = 0] = process.argv.slice(2).map(Number)
/** A process that is left with more than this share of its limit is not used again. */
const wornShare = 0.4

const steps = new Int32Array(new SharedArrayBuffer(4))
const watched: Watched = { steps, parent: process.ppid, maxMemory, maxSeconds }
new Worker(new URL('./watcher.js', import.meta.url), { workerData: watched }).unref()

let documents: AsyncIterator<SourceDocument> | undefined

async function answer(request: Request): Promise<Answer> {
  try {
    if (request !== 'next') documents = readApart(request.input)[Symbol.asyncIterator]()
    const { value, done } = await documents!.next()
    if (done !== true) return { document: value }
    return { isDone: true, isWorn: process.memoryUsage.rss() > wornShare * maxMemory }
  } catch (cause) {
    if (cause instanceof ProcessingError)
      return { failed: { code: cause.code, parameters: cause.parameters } }
    return { broken: String((cause as Error)?.stack ?? cause) }
  }
}

function step(): void {
  Atomics.add(steps, 0, 1)
  Atomics.notify(steps, 0)
}

process.on('message', async (request: Request) => {
  const start = performance.now()
  step()
  const given = await answer(request)
  step()
  // What was quick may have come before the watcher looked.
  if (!endBeyond({ maxMemory, maxSeconds }, start) && process.connected) process.send!(given)
})
