/**
 * What the HTTP API costs beside the work: short texts posted one after the other to `huanyuan serve --api` with one
 * thread, against the same texts in one process of their own. Both are warm, and take turns by the hundred, so that a busy
 * machine slows both alike. `npm run bench:api`, after `npm run build`.
 */

import { Agent, request } from 'node:http'
import { apiApp } from '../../src/api/app.js'
import { openGate } from '../../src/api/gate.js'
import { startThreads } from '../../src/dataset/threads.js'
import { defaultMaxBytes } from '../../src/model/limits.js'
import { processText } from '../../src/pipeline/library.js'
import { listen } from '../../src/review/listen.js'

const count = 1000
const warmUp = 200
const block = 100

/** Short texts that differ from one another. */
const textAt = (index: number) =>
  `20${String(index % 30).padStart(2, '0')}年，全县共有黉舍${2000 + index}所，此中：小学${1500 + index}所，中学500所。咱们要踊跃推动教导奇迹进展。`

const threads = await startThreads({ threads: 1, resources: {}, document: { maxBytes: defaultMaxBytes } })
let port = 0
const app = apiApp({
  threads,
  lanes: 1,
  gate: openGate(1, 1),
  maxBytes: defaultMaxBytes,
  language: 'en',
  hosts: () => [`127.0.0.1:${port}`],
})
const server = await listen(app, 0)
port = server.port

const agent = new Agent({ keepAlive: true })

function post(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, port, host: '127.0.0.1', path: '/text', method: 'POST' }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve(Buffer.concat(pieces).toString()))
    })
    sent.on('error', reject)
    sent.end(text)
  })
}

const times = { alone: 0, posted: 0 }
const worked = { alone: 0, posted: 0 }
/** Processor time of all threads, that of the client among them. */
const processor = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** A block of texts one way; the other one is still meanwhile, for two at a time take each other's caches. */
async function measure(way: keyof typeof times, work: (text: string) => Promise<string> | string) {
  const [start, before] = [performance.now(), processor()]
  const made: string[] = []
  for (let index = 0; index < block; index++) made.push(await work(textAt(at + index)))
  if (at >= warmUp) {
    times[way] += performance.now() - start
    worked[way] += processor() - before
  }
  return made
}

let at = 0
for (; at < warmUp + count; at += block) {
  const alone = await measure('alone', (text) => JSON.stringify(processText(text)))
  const posted = await measure('posted', post)
  if (posted.some((record, index) => record !== alone[index])) throw new Error('other records')
}
agent.destroy()
await server.close()
await threads.destroy()
const told = ({ alone, posted }: typeof times) =>
  `${(alone / count).toFixed(2)} ms alone, ${(posted / count).toFixed(2)} ms by HTTP, ratio ${(posted / alone).toFixed(2)}`
console.log(`${count} short texts, time: ${told(times)}`)
console.log(`${count} short texts, processor time: ${told(worked)}`)
