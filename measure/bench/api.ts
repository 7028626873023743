/**
 * What the HTTP API costs beside the work: short texts posted one after the other to `huanyuan serve --api` with one
 * thread, and as lines of a stream, against the same texts in one process of their own. All are warm, and take turns by
 * the twenty, so that a busy machine slows all alike. `npm run bench:api`, after `npm run build`.
 */

import { request } from 'node:http'
import { connect } from 'node:net'
import { apiApp } from '../../src/api/app.js'
import { openGate } from '../../src/api/gate.js'
import { openNearby } from '../../src/api/nearby.js'
import { shortWay } from '../../src/api/short-way.js'
import { startThreads } from '../../src/dataset/threads.js'
import { defaultMaxBytes } from '../../src/model/limits.js'
import { processText, shippedResources } from '../../src/pipeline/library.js'
import { listen } from '../../src/review/listen.js'

const count = 1000
const warmUp = 200
const block = 20

/** Short texts that differ from one another. */
const textAt = (index: number) =>
  `20${String(index % 30).padStart(2, '0')}年，全县共有黉舍${2000 + index}所，此中：小学${1500 + index}所，中学500所。咱们要踊跃推动教导奇迹进展。`

const threads = await startThreads({ threads: 1, resources: {}, document: { maxBytes: defaultMaxBytes } })
let port = 0
const options = {
  threads,
  lanes: 1,
  nearby: openNearby(shippedResources(), { maxBytes: defaultMaxBytes }),
  gate: openGate(1, 1),
  maxBytes: defaultMaxBytes,
  language: 'en',
  hosts: () => [`127.0.0.1:${port}`],
} as const
const server = await listen(apiApp(options), 0, shortWay(options))
port = server.port

/** A client that costs next to nothing, on one connection: what it asks is written as it is, and only the answer's length is read of its header. */
const socket = connect(port, '127.0.0.1').setNoDelay(true)

/** How long an answer is with its header, which has come wholly; undefined where that has not. */
function lengthOf(answer: Buffer): number | undefined {
  const end = answer.indexOf('\r\n\r\n')
  const stated = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, Math.max(end, 0)))
  return stated === null ? undefined : end + 4 + Number(stated[1])
}

function ask(path: string, body?: string): Promise<string> {
  const length = body === undefined ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`
  const method = body === undefined ? 'GET' : 'POST'
  return new Promise((resolve) => {
    let answer = Buffer.alloc(0)
    const take = (piece: Buffer) => {
      answer = Buffer.concat([answer, piece])
      if (answer.length !== lengthOf(answer)) return
      socket.off('data', take)
      resolve(answer.toString('utf8', answer.indexOf('\r\n\r\n') + 4))
    }
    socket.on('data', take)
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${length}\r\n${body ?? ''}`)
  })
}

/** The lines of a stream, through the client of Node.js. */
function askStream(body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/lines', method: 'POST' }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve(Buffer.concat(pieces).toString()))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Milliseconds, and processor time of all threads, that of the client among them. */
const spent = () => {
  const { user, system } = process.cpuUsage()
  return { time: performance.now(), worked: (user + system) / 1000 }
}

async function inTurn(texts: readonly string[], work: (text: string) => Promise<string> | string) {
  const made: string[] = []
  for (const text of texts) made.push(await work(text))
  return made
}

/** Each way gives the JSON of the record of each text; `empty` is what asking itself costs. */
const ways = {
  alone: (texts: readonly string[]) => inTurn(texts, (text) => JSON.stringify(processText(text))),
  posted: (texts: readonly string[]) => inTurn(texts, (text) => ask('/text', text)),
  stream: async (texts: readonly string[]) =>
    (await askStream(`${texts.join('\n')}\n`)).trimEnd().split('\n'),
  empty: (texts: readonly string[]) => inTurn(texts, () => ask('/health')),
}
type Way = keyof typeof ways
const names = Object.keys(ways) as Way[]
const sums: Record<Way, { time: number; worked: number }> = {
  alone: { time: 0, worked: 0 },
  posted: { time: 0, worked: 0 },
  stream: { time: 0, worked: 0 },
  empty: { time: 0, worked: 0 },
}

const textIn = (json: string) => (JSON.parse(json) as { repaired: { text: string } }).repaired.text

/** A block of texts, one way after the other: two at a time would take each other's caches. */
for (let at = 0; at < warmUp + count; at += block) {
  const texts = Array.from({ length: block }, (_, index) => textAt(at + index))
  const made: Partial<Record<Way, readonly string[]>> = {}
  for (const way of names) {
    const before = spent()
    made[way] = await ways[way](texts)
    const after = spent()
    if (at < warmUp) continue
    sums[way].time += after.time - before.time
    sums[way].worked += after.worked - before.worked
  }
  const { alone = [], posted = [], stream = [] } = made
  const isSame = alone.every(
    (record, index) => posted[index] === record && textIn(stream[index]!) === textIn(record),
  )
  if (!isSame) throw new Error('other records')
}
socket.destroy()
await server.close()
await threads.destroy()
for (const way of names) {
  const { time, worked } = sums[way]
  const ratio = (one: number, other: number) => (one / other).toFixed(2)
  console.log(
    `${way}: ${(time / count).toFixed(2)} ms a text, of the processor ${(worked / count).toFixed(2)}; to the work alone ${ratio(time, sums.alone.time)} and ${ratio(worked, sums.alone.worked)}`,
  )
}
