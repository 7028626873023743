/** The short way: who takes it, that it answers as the long one does, and that it lets the next one in. */
import { once } from 'node:events'
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { apiApp } from '../../src/api/app.js'
import { openGate } from '../../src/api/gate.js'
import { mostNearby, openNearby } from '../../src/api/nearby.js'
import { shortWay } from '../../src/api/short-way.js'
import { partsOf } from '../../src/dataset/record-parts.js'
import { processText, shippedResources } from '../../src/pipeline/library.js'
import { listen } from '../../src/review/listen.js'

const text = '全县共有黉舍12所。'

/** A server with both ways, and the addresses that went the long one. */
async function open() {
  const gate = openGate(1, 0)
  let port = 0
  const options = {
    threads: {
      processText: async (given: string) => partsOf(processText(given)),
      processBytes: () => Promise.reject(new Error('no thread is needed')),
    },
    ...{ lanes: 1, gate, maxBytes: 10_000, language: 'en' as const },
    nearby: openNearby(shippedResources(), { maxBytes: 10_000 }),
    hosts: () => [`127.0.0.1:${port}`],
  }
  const long: string[] = []
  const app = apiApp(options)
  const fetched = (asked: Request) => {
    long.push(new URL(asked.url).pathname)
    return app(asked)
  }
  const server = await listen(fetched, 0, shortWay(options))
  onTestFinished(() => server.close())
  port = server.port
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers })
  const longAnswer = (path: string, body: string) => {
    const headers = { host: `127.0.0.1:${port}` }
    return app(new Request(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers }))
  }
  return { post, longAnswer, long, gate, port }
}

test('a short text and lines take it, with the answers of the long one', async () => {
  const { post, longAnswer, long, gate } = await open()
  const answer = await post('/text', text)
  const longer = await longAnswer('/text', text)
  expect(await answer.json()).toEqual(processText(text))
  expect(await longer.json()).toEqual(processText(text))
  for (const [name, value] of longer.headers) expect(answer.headers.get(name), name).toBe(value)
  const lines = (await (await post('/lines', `${text}\n{"text":\n${text}`)).text()).split('\n')
  expect(lines.map((line) => line && Object.keys(JSON.parse(line))[0])).toEqual([
    'schemaVersion',
    'line',
    'schemaVersion',
    '',
  ])
  expect(long).toEqual([])
  await expect.poll(() => gate.isEmpty).toBe(true)
})

test('other sites, other names, long texts and whoever finds somebody there are left to the long way', async () => {
  const { post, long, gate } = await open()
  expect((await post('/text', text, { origin: 'http://elsewhere.example' })).status).toBe(403)
  expect((await post('/lines', text, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  expect((await post('/text', '一'.repeat(mostNearby))).status).toBe(200)
  expect(gate.enter()).toBe(true)
  expect((await post('/text', text)).status).toBe(429)
  expect((await post('/lines', text)).status).toBe(429)
  gate.leave()
  expect(long).toEqual(['/text', '/lines', '/text', '/text', '/lines'])
})

test('who goes in the middle leaves the place to the next one', async () => {
  const { post, gate, port } = await open()
  const asked = request({ port, host: '127.0.0.1', path: '/lines', method: 'POST' })
  asked.on('error', () => {})
  asked.write(`${text}\n`)
  const [answer] = await once(asked, 'response')
  await once(answer, 'data')
  expect(gate.isEmpty).toBe(false)
  asked.destroy()
  await expect.poll(() => gate.isEmpty).toBe(true)
  const short = request({
    ...{ port, host: '127.0.0.1', path: '/text', method: 'POST' },
    headers: { 'content-length': 10 },
  })
  short.on('error', () => {})
  short.flushHeaders()
  await expect.poll(() => gate.isEmpty).toBe(false)
  short.destroy()
  await expect.poll(() => gate.isEmpty).toBe(true)
  expect((await post('/text', text)).status).toBe(200)
})
