/**
 * What the HTTP API costs beside the work: short texts posted one after the other to `huanyuan serve --api` with one
 * thread, and as lines of a stream, against the same texts and lines in the same process without it. All are warm, and
 * take turns by the twenty, so that a busy machine slows all alike, each block beginning with another one, so that the
 * pauses of the garbage collector fall on all alike. Who asks is a process of its own, whose work is not counted but
 * waited for. `npm run bench:api`, after `npm run build`.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { apiApp } from '../../src/api/app.js'
import { openGate } from '../../src/api/gate.js'
import { openNearby } from '../../src/api/nearby.js'
import { shortWay } from '../../src/api/short-way.js'
import { answerLines } from '../../src/dataset/answer-lines.js'
import { readLinesOf } from '../../src/dataset/stream-lines.js'
import { startThreads } from '../../src/dataset/threads.js'
import { defaultMaxBytes } from '../../src/model/limits.js'
import { processText, shippedResources } from '../../src/pipeline/library.js'
import { listen } from '../../src/review/listen.js'
import { type Asked, type Asking, digestOf, textsAt } from './api-client.js'

const count = 1000
const warmUp = 200
const block = 20

const document = { maxBytes: defaultMaxBytes }
const threads = await startThreads({ threads: 1, resources: {}, document })
const nearby = openNearby(shippedResources(), document)
let port = 0
const options = {
  ...{ threads, nearby, lanes: 1, gate: openGate(1, 1), maxBytes: defaultMaxBytes },
  language: 'en',
  hosts: () => [`127.0.0.1:${port}`],
} as const
const server = await listen(apiApp(options), 0, shortWay(options))
port = server.port
const client = fork(new URL('./api-client.ts', import.meta.url), [String(port)])

const asked =
  (way: Asking) =>
  async (at: number): Promise<string> => {
    client.send({ way, at, count: block } satisfies Asked)
    const [digest] = (await once(client, 'message')) as [string]
    return digest
  }

/** What `huanyuan stream` does, without its process. */
async function lines(texts: readonly string[]): Promise<readonly string[]> {
  const made: string[] = []
  const stream = Readable.from([Buffer.from(`${texts.join('\n')}\n`)])
  await answerLines(readLinesOf(stream, defaultMaxBytes, new AbortController().signal), {
    ...{ maxBytes: defaultMaxBytes, encoding: 'utf-8', lanes: 1 },
    language: 'en',
    recordsOf: async (bytes, path) => nearby.line(bytes, path, {}),
    stops: () => false,
    write: async (line) => void made.push(line),
  })
  return made
}

/** Each way gives the digest of the JSON of the records of a block; `empty` is what asking itself costs. */
const ways = {
  text: async (at: number) => digestOf(textsAt(at, block).map((text) => JSON.stringify(processText(text)))),
  posted: asked('posted'),
  line: async (at: number) => digestOf(await lines(textsAt(at, block))),
  streamed: asked('streamed'),
  empty: asked('empty'),
}
type Way = keyof typeof ways
const names = Object.keys(ways) as Way[]
const sums = Object.fromEntries(names.map((way) => [way, { time: 0, worked: 0 }]))

/** Milliseconds, and processor time of all threads of this process. */
const spent = () => {
  const { user, system } = process.cpuUsage()
  return { time: performance.now(), worked: (user + system) / 1000 }
}

/** A block of texts, one way after the other: two at a time would take each other's caches. */
for (let at = 0; at < warmUp + count; at += block) {
  const made: Partial<Record<Way, string>> = {}
  for (const turn of names.keys()) {
    const way = names[(turn + at / block) % names.length]!
    const before = spent()
    made[way] = await ways[way](at)
    const after = spent()
    if (at < warmUp) continue
    sums[way]!.time += after.time - before.time
    sums[way]!.worked += after.worked - before.worked
  }
  if (made.posted !== made.text || made.streamed !== made.line) throw new Error('other records')
}
client.kill()
await server.close()
await threads.destroy()
const without: Partial<Record<Way, Way>> = { posted: 'text', streamed: 'line' }
for (const way of names) {
  const { time, worked } = sums[way]!
  const alone = without[way] === undefined ? undefined : sums[without[way]]!
  const ratio =
    alone &&
    `; to a ${without[way]} alone ${(time / alone.time).toFixed(2)}, ${(worked / alone.worked).toFixed(2)}`
  console.log(
    `${way}: ${(time / count).toFixed(2)} ms, of the processor ${(worked / count).toFixed(2)}${ratio ?? ''}`,
  )
}
