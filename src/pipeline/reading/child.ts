/**
 * The process that reads: it is sent bytes and gives back their documents, one for each time that it is asked. Nothing
 * that a document does here harms the process that asked; where that is gone, nothing keeps this one.
 */
import { Worker } from 'node:worker_threads'
import type { SourceDocument } from '../../model/document.js'
import { ProcessingError } from '../../model/message.js'
import { readApart } from '../../readers/read.js'
import type { Answer, Request, Watched } from './contract.js'
import { endBeyond, limitsNow } from './contract.js'

const [maxMemory = 0, maxSeconds = 0] = process.argv.slice(2).map(Number)
/** A process that is left with more than this share of its limit is not used again. */
const wornShare = 0.4

const steps = new Int32Array(new SharedArrayBuffer(8))
const watched: Watched = { steps, parent: process.ppid, maxMemory, maxSeconds }
new Worker(new URL('./watcher.js', import.meta.url), { workerData: watched }).unref()

let documents: AsyncIterator<SourceDocument> | undefined

/** When the work began that the limit of time is for. */
let start = 0

const limits = () => limitsNow({ maxMemory, maxSeconds }, Atomics.load(steps, 1) === 1)

/** `count` of 2 begins anew: what was at work still is. */
function step(count: 1 | 2): void {
  start = performance.now()
  Atomics.add(steps, 0, count)
  Atomics.notify(steps, 0)
}

/** Each page has its own time, and so has the loading of the models, which take memory of their own. */
function onRecognition(): void {
  Atomics.store(steps, 1, 1)
  step(2)
}

/** Whether what is left in memory is so much that the next input had better be read by another process. */
function isWorn(): boolean {
  const kept = limits().maxMemory - maxMemory
  return process.memoryUsage.rss() > wornShare * maxMemory + kept
}

async function answer(request: Request): Promise<Answer> {
  try {
    if (request !== 'next') documents = readApart(request.input, onRecognition)[Symbol.asyncIterator]()
    const { value, done } = await documents!.next()
    if (done !== true) return { document: value }
    return { isDone: true, isWorn: isWorn() }
  } catch (cause) {
    if (cause instanceof ProcessingError)
      return { failed: { code: cause.code, parameters: cause.parameters } }
    return { broken: String((cause as Error)?.stack ?? cause) }
  }
}

process.on('message', async (request: Request) => {
  step(1)
  const given = await answer(request)
  const begun = start
  step(1)
  // What was quick may have come before the watcher looked.
  if (!endBeyond(limits(), begun) && process.connected) process.send!(given)
})
