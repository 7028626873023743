/** The HTTP API: what it answers, what it refuses with which status, and that its description is true. */
import { setImmediate as turn } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apiApp } from '../../src/api/app.js'
import { openGate } from '../../src/api/gate.js'
import { en } from '../../src/api/messages.en.js'
import { zh } from '../../src/api/messages.zh.js'
import { mostNearby, openNearby } from '../../src/api/nearby.js'
import { partsOf, type RecordParts } from '../../src/dataset/record-parts.js'
import type { BytesTask } from '../../src/dataset/worker.js'
import { ProcessingError } from '../../src/model/message.js'
import { processText, shippedResources } from '../../src/pipeline/library.js'
import { processDocument } from '../../src/pipeline/process.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { recordSchema } from '../../src/writers/schema.js'

const host = '127.0.0.1:4321'
const text = '全县共有黉舍12所。'

/** Threads in name only: the work is done here. */
const threads = {
  processText: async (given: string) => partsOf(processText(given)),
  async processBytes({ bytes, path, ...asked }: BytesTask) {
    const all: RecordParts[] = []
    for await (const record of processDocument(bytes, { ...asked, path, resources: shippedResources() })) {
      all.push(partsOf(record))
    }
    return all
  },
}

const nearby = openNearby(shippedResources(), { maxBytes: 1000 })

function openApi(change: Partial<Parameters<typeof apiApp>[0]> = {}) {
  const gate = openGate(1, 2)
  const app = apiApp({
    threads,
    lanes: 1,
    nearby,
    gate,
    maxBytes: 1000,
    language: 'en',
    hosts: () => [host],
    ...change,
  })
  const ask = (path: string, init: RequestInit & { duplex?: 'half' } = {}) =>
    app(new Request(`http://${host}${path}`, { ...init, headers: { host, ...init.headers } }))
  const post = (path: string, body: RequestInit['body'], headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: body ?? null, headers, duplex: 'half' })
  return { app, gate, ask, post }
}

describe('what is answered', () => {
  test('a text gives its record, the one that the library gives', async () => {
    const answer = await openApi().post('/text', text)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual(processText(text))
  })

  test('a document is read by its name; of several there is a list', async () => {
    const one = (await (
      await openApi().post('/records?name=a.md', `# 标题\n\n${text}`)
    ).json()) as DocumentRecord
    expect(one.origin).toMatchObject({ path: 'a.md', mediaType: 'text/markdown' })
    recordSchema.parse(one)
    const lines = [text, text].map((each) => JSON.stringify({ text: each })).join('\n')
    const several = (await (await openApi().post('/records?name=a.jsonl', lines)).json()) as DocumentRecord[]
    expect(several.map(({ origin }) => origin.entry)).toEqual(['1', '2'])
  })

  test('lines give lines as they come, and one that fails says why', async () => {
    const { post, gate } = openApi()
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const answering = post('/lines?textField=t&idField=id', readable)
    await writer.write(Buffer.from(`${JSON.stringify({ t: text })}\n`))
    const reader = (await answering).body!.pipeThrough(new TextDecoderStream()).getReader()
    const first = JSON.parse((await reader.read()).value!) as DocumentRecord
    expect(first.repaired.text).toBe(processText(text).repaired.text)
    // The first line was answered before the second one was sent.
    await writer.write(Buffer.from(`{"id":7,"t":"学校3所。"}\n{"id":8\n`))
    await writer.close()
    let rest = ''
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) rest += piece.value
    const [second, third] = rest
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DocumentRecord & { error: { code: string } })
    expect(second!.origin.inputId).toBe('7')
    expect(third!.error.code).toBe('bad-json')
    // The last answer is out before its request has left.
    await turn()
    expect([1, 2, 3, 4].map(() => gate.enter())).toEqual([true, true, true, false])
  })

  test('restored text in the place of the text, where it is asked for', async () => {
    const answer = await openApi().post('/lines?emit=text', `学校3所。\n{"a":1,"text":"学校4所。"}`)
    expect((await answer.text()).split('\n')).toEqual(['学校3所。', '{"a":1,"text":"学校4所。"}', ''])
  })
})

describe('where the work is done', () => {
  /** What was asked of the threads. */
  function watched() {
    const asked: string[] = []
    const counted: typeof threads = {
      processText: (given) => {
        asked.push(given)
        return threads.processText(given)
      },
      processBytes: (task) => {
        asked.push(Buffer.from(task.bytes).toString())
        return threads.processBytes(task)
      },
    }
    return { asked, counted }
  }

  test('short texts and lines in the thread of the server, with the records that other threads give', async () => {
    const { asked, counted } = watched()
    const { post } = openApi({ threads: counted })
    const [here, line] = [await (await post('/text', text)).json(), await (await post('/lines', text)).json()]
    expect(asked).toEqual([])
    const { post: postAway } = openApi({ threads: counted, lanes: 2 })
    expect(await (await postAway('/lines', text)).json()).toEqual(line)
    expect(asked).toEqual([JSON.stringify(text)])
    expect(here).toEqual(processText(text))
  })

  test('a long text in a thread of its own, and short ones while somebody else is in', async () => {
    const { asked, counted } = watched()
    const { post, gate } = openApi({ threads: counted, maxBytes: 10_000 })
    const long = text.repeat(Math.ceil(mostNearby / Buffer.byteLength(text)) + 1)
    await post('/text', long)
    gate.enter()
    await post('/text', text)
    expect(asked).toEqual([long, text])
  })
})

describe('what is refused', () => {
  test.each([
    ['an address that is none', '/none', 404],
    ['a name that is no parameter', '/text?name=a', 400],
    ['a value that is none', '/lines?emit=all', 400],
  ])('%s', async (_, path, status) => {
    expect((await openApi().post(path, text)).status).toBe(status)
  })

  test('another method', async () => {
    expect((await openApi().ask('/text')).status).toBe(405)
    expect((await openApi().post('/health', text)).status).toBe(405)
  })

  test.each([
    ['another host', { host: 'example.com' }],
    ['another origin', { origin: 'http://example.com' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
  ])('%s, everywhere', async (_, headers: Record<string, string>) => {
    for (const path of ['/', '/health', '/openapi.json', '/none']) {
      expect((await openApi().ask(path, { headers })).status, path).toBe(403)
    }
    expect((await openApi().post('/text', text, headers)).status).toBe(403)
  })

  test('more bytes than the limit, whether they were announced or not', async () => {
    const { post, gate } = openApi()
    expect((await post('/text', 'a'.repeat(1001))).status).toBe(413)
    const endless = new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.from('aaaaaaaa')) })
    expect((await post('/text', endless)).status).toBe(413)
    expect((await post('/text', 'a'.repeat(1000))).status).toBe(200)
    expect(gate.enter()).toBe(true)
  })

  test('what cannot be read, with the sentence of the command line', async () => {
    const answer = await openApi().post('/records?name=a.pdf', '%PDF-1.4 none')
    expect(answer.status).toBe(422)
    const { error } = (await answer.json()) as { error: { code: string; message: string } }
    expect(error.message).toMatch(/^a\.pdf: /)
    expect(error.message).not.toMatch(/\{[a-zA-Z]+\}/)
  })

  test('a fault of ours, of which nothing is told', async () => {
    const fail = () => {
      throw new Error('secret')
    }
    const answer = await openApi({ nearby: { ...nearby, text: fail } }).post('/text', text)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('secret')
  })

  test('more requests than may work and wait, until one has left', async () => {
    const turns: (() => void)[] = []
    const slow = {
      ...threads,
      processText: async () => {
        await new Promise<void>((turn) => turns.push(turn))
        return partsOf(processText(text))
      },
    }
    const { post } = openApi({ threads: slow })
    const open = [post('/text', text), post('/text', text), post('/text', text)]
    await expect.poll(() => turns.length).toBe(1)
    const refused = await post('/text', text)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1'])
    expect((await post('/lines', text)).status).toBe(429)
    for (const [index, answer] of open.entries()) {
      await expect.poll(() => turns.length).toBe(index + 1)
      turns[index]!()
      expect((await answer).status).toBe(200)
    }
    expect((await post('/text', text)).status).toBe(200)
  })

  test('work of somebody who has gone before his turn', async () => {
    const gate = openGate(1, 1)
    const gone = new AbortController()
    let release = () => {}
    const first = gate.run(() => new Promise<void>((done) => (release = done)), new AbortController().signal)
    let isDone = false
    const second = gate.run(async () => {
      isDone = true
    }, gone.signal)
    gone.abort(new ProcessingError('gone'))
    release()
    await first
    await expect(second).rejects.toThrow('gone')
    expect(isDone).toBe(false)
    expect(await gate.run(async () => 3, new AbortController().signal)).toBe(3)
  })

  test('whatever is asked, some answer comes', { timeout: 60_000 }, async () => {
    const { ask } = openApi({ threads: { ...threads, processText: async () => partsOf(processText('无')) } })
    const paths = fc.oneof(
      fc.webPath(),
      fc.constantFrom('/text', '/records', '/lines', '/../etc/passwd', '//'),
    )
    const methods = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD')
    await fc.assert(
      fc.asyncProperty(
        paths,
        fc.webQueryParameters(),
        methods,
        fc.string(),
        async (path, query, method, body) => {
          const hasBody = !['GET', 'HEAD'].includes(method)
          const answer = await ask(`${path}?${query}`, { method, ...(hasBody && { body }) })
          expect([200, 400, 404, 405, 422]).toContain(answer.status)
          await answer.text()
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the description', () => {
  test('names each route with its statuses and the schema of records', async () => {
    const { ask } = openApi()
    const document = (await (await ask('/openapi.json')).json()) as {
      openapi: string
      paths: Record<string, Record<string, { responses: object; parameters?: { name: string }[] }>>
      components: { schemas: Record<string, { properties: object }> }
    }
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.components.schemas.Record!.properties)).toContain('facts')
    const { responses, parameters } = document.paths['/records']!.post!
    expect(Object.keys(responses)).toEqual(['200', '400', '403', '413', '422', '429', '500'])
    expect(parameters!.map(({ name }) => name)).toEqual(['name'])
  })

  test('is a page without scripts, with a call of each route', async () => {
    const page = await (await openApi().ask('/')).text()
    expect(page).not.toContain('<script')
    expect(page).toContain(`curl http://${host}/health`)
  })

  test('says the same in both languages', () => {
    expect(Object.keys(zh)).toEqual(Object.keys(en))
  })
})
