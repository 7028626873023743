/** The routes of the review: who may ask, what is answered, what is written, and that nothing else is. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { NewDecision } from '../../src/decisions/decision.js'
import { parseLog } from '../../src/decisions/log.js'
import type { QueueItem, ReviewedDocument, StrokeAnswer } from '../../src/review/client-data.js'
import { isReviewerName, openLog } from '../../src/review/open-log.js'
import { inTurn } from '../../src/review/record-index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { temporaryFolder } from '../support/folder.js'
import { recordsOf, reportPage } from '../support/records.js'
import { entrance, host, mostBytes, openTestReview, token, wordDownload } from '../support/review.js'
import { rowsOfSheet, sheetsOf } from '../support/sheets.js'
import { packageOf, paragraph, run } from '../tracked/samples.js'

type Review = Awaited<ReturnType<typeof openTestReview>>

let record: DocumentRecord

beforeAll(async () => {
  record = (await recordsOf(reportPage, 'page.html'))[0]!
})

const cookie = `huanyuan-review=${token}`
const own = { host, cookie }
const get = ({ app }: Review, path: string, headers: Readonly<Record<string, string>> = own) =>
  app.request(`http://${host}${path}`, { headers })
const post = ({ app }: Review, body: unknown, headers: Readonly<Record<string, string>> = {}) =>
  app.request(`http://${host}/api/decisions`, {
    method: 'POST',
    headers: { ...own, origin: `http://${host}`, 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

function reject(of: DocumentRecord = record): NewDecision {
  const { start, end, replacement } = of.corrections.find(({ actual }) => actual === '黉舍')!
  const anchor = anchorAt(of.source.text, start, end)
  return { document: of.id, kind: 'reject', anchor, replacement, scope: 'place' }
}

describe('who may ask', () => {
  test('the token of the first address becomes a cookie that scripts and other sites never see', async () => {
    const review = await openTestReview([record])
    const answer = await get(review, `/?token=${token}`, { host })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/')
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/)
    expect((await get(review, '/')).status).toBe(200)
  })

  test.each([
    ['no cookie', { host }],
    ['another cookie', { host, cookie: 'huanyuan-review=else' }],
    ['another host', { host: 'example.com', cookie }],
    ['a name that leads here', { host: 'attacker.test:4321', cookie }],
    ['another origin', { ...own, origin: 'http://example.com' }],
    ['an origin of the same host at another port', { ...own, origin: 'http://127.0.0.1:80' }],
    ['no origin at all', { ...own, origin: 'null' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another site of this machine', { ...own, 'sec-fetch-site': 'same-site' }],
  ])('%s is refused everywhere', async (_, headers) => {
    const review = await openTestReview([record])
    for (const path of ['/', '/review.js', '/api/documents?from=0&count=1', '/api/documents/0', '/none']) {
      expect((await get(review, path, headers)).status, path).toBe(403)
    }
    expect((await get(review, '/?token=wrong', { ...headers, cookie: '' })).status).toBe(403)
  })

  test('decisions are taken from the page alone', async () => {
    const review = await openTestReview([record])
    const stroke = { decisions: [reject()], shown: 0 }
    expect((await post(review, stroke, { 'content-type': 'text/plain' })).status).toBe(403)
    expect((await post(review, stroke, { origin: 'http://example.com' })).status).toBe(403)
    expect((await post(review, stroke, { cookie: '' })).status).toBe(403)
    expect(review.log.decisions).toEqual([])
  })

  test('each answer forbids what the page does not need', async () => {
    const review = await openTestReview([record])
    for (const path of ['/', '/review.js', '/api/documents/0', '/none']) {
      const { headers } = await get(review, path)
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
  })
})

describe('a page of this machine that opens the review', () => {
  const navigation = {
    host,
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'navigate',
    'sec-fetch-dest': 'document',
  }

  test('is let in once, and led on by a page that asks for itself', async () => {
    const review = await openTestReview([record])
    expect((await get(review, '/?enter=wrong', navigation)).status).toBe(403)
    const answer = await get(review, `/?enter=${entrance}`, navigation)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/)
    expect(await answer.text()).toContain('content="0;url=/"')
    expect((await get(review, `/?enter=${entrance}`, navigation)).status).toBe(403)
  })

  test.each([
    ['a picture or script of another site', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a frame of another site', { 'sec-fetch-dest': 'iframe' }],
    ['another origin', { origin: 'http://example.com' }],
    ['another host', { host: 'example.com' }],
  ])('%s is not, and uses nothing up', async (_, headers: Record<string, string>) => {
    const review = await openTestReview([record])
    const path = `/?enter=${entrance}`
    expect((await get(review, path, { ...navigation, ...headers })).status).toBe(403)
    expect((await get(review, path, navigation)).status).toBe(200)
  })

  test('opens nothing but that: the token of the address, pages and data stay closed to other sites', async () => {
    const review = await openTestReview([record])
    for (const path of [`/?token=${token}`, '/', '/review.js?enter=1', '/api/documents/0?enter=1']) {
      expect((await get(review, path, { ...navigation, cookie })).status, path).toBe(403)
    }
  })
})

describe('files that are put in', () => {
  const put = (
    { app }: Review,
    name: string,
    body: string | Uint8Array,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    app.request(`http://${host}/api/files?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: {
        ...own,
        origin: `http://${host}`,
        'content-type': 'application/octet-stream',
        ...headers,
      },
      body: Buffer.from(body),
    })

  test('join the documents, once, and are decided on like the others', async () => {
    const review = await openTestReview([])
    const answer = await put(review, 'set/page.html', reportPage)
    expect(await answer.json()).toEqual({ name: 'set/page.html', added: 1, known: 0, failures: [] })
    expect(await (await put(review, 'again.html', reportPage)).json()).toMatchObject({ added: 0, known: 1 })
    const list = await (await get(review, '/api/documents?from=0&count=9')).json()
    expect(list).toMatchObject({ total: 1, weighed: 1, documents: [{ number: 0, name: 'set/page.html' }] })
    const { record: read } = (await (await get(review, '/api/documents/0')).json()) as ReviewedDocument
    expect(read.source).toEqual(record.source)
    const queue = (await (await get(review, '/api/queue?from=0&count=9')).json()) as QueueItem[]
    expect(queue).toHaveLength(9)
    expect((await post(review, { decisions: [reject(read)], shown: 0 })).status).toBe(200)
    expect(review.log.decisions).toHaveLength(1)
  })

  test('are told where they cannot be read, and stop nothing', async () => {
    const review = await openTestReview([record])
    const answer = (await (await put(review, 'a.pdf', '%PDF-1.4 none')).json()) as { failures: string[] }
    expect(answer).toMatchObject({ added: 0, failures: [expect.stringMatching(/^a\.pdf: /)] })
    const unnamed = (await (await put(review, 'c.json', '{"a":1}')).json()) as { failures: string[] }
    expect(unnamed.failures).toEqual([expect.stringMatching(/^c\.json: /)])
    expect((await put(review, 'b.txt', '学校3所。')).status).toBe(200)
    expect(review.index.documents).toHaveLength(2)
  })

  test('are kept where a change can be written into them, under no name of theirs', async () => {
    const review = await openTestReview([])
    const bytes = packageOf(paragraph(run('全县共有黉舍12所。')))
    await put(review, '../../tmp/报告.docx', bytes)
    const { record: read } = (await (await get(review, '/api/documents/0')).json()) as ReviewedDocument
    expect(read.origin.path).toBe('tmp/报告.docx')
    expect(Buffer.compare(review.files.original(read)!, bytes)).toBe(0)
    review.files.close()
    expect(() => review.files.original(read)).toThrow()
  })

  test('are taken from the page alone, and up to a limit', async () => {
    const review = await openTestReview([record])
    expect((await put(review, 'a.txt', '学校3所。', { 'content-type': 'text/plain' })).status).toBe(403)
    expect((await put(review, 'a.txt', '学校3所。', { origin: 'http://example.com' })).status).toBe(403)
    expect((await put(review, 'a.txt', '学校3所。', { cookie: '' })).status).toBe(403)
    expect((await put(review, '', '学校3所。')).status).toBe(400)
    expect((await put(review, 'a.txt', 'a'.repeat(mostBytes + 1))).status).toBe(413)
    expect(review.index.documents).toHaveLength(1)
  })
})

describe('what is answered', () => {
  test('documents, one of them, and the queue by urgency', async () => {
    const review = await openTestReview([record, { ...record, id: 'sha256:2' }])
    const list = await (await get(review, '/api/documents?from=1&count=9')).json()
    expect(list).toMatchObject({ total: 2, documents: [{ number: 1, id: 'sha256:2', decided: 0 }] })
    const one = (await (await get(review, '/api/documents/0')).json()) as ReviewedDocument
    expect(one.record).toEqual(record)
    const queue = (await (await get(review, '/api/queue?from=0&count=500')).json()) as QueueItem[]
    expect(queue).toHaveLength(2 * record.corrections.filter(({ kind }) => kind !== 'layout').length)
    const seen = new Set<string>()
    const firsts = queue.flatMap(({ actual, replacement, urgency }) => {
      const isFirst = !seen.has(`${actual} ${replacement}`)
      seen.add(`${actual} ${replacement}`)
      return isFirst ? [urgency] : []
    })
    expect(firsts).toEqual([...firsts].sort((a, b) => b - a))
  })

  test('further places of one pair stand behind the first ones of others that ask hardly less', () => {
    const item = (actual: string, at: number, urgency: number): QueueItem => {
      return { document: 0, at, actual, replacement: '学校', confidence: 0.5, status: 'suggested', urgency }
    }
    const queue = [
      item('黉舍', 0, 1),
      item('黉舍', 1, 1),
      item('黉舍', 2, 1),
      item('书院', 3, 0.9),
      item('讲堂', 4, 0),
    ]
    expect(inTurn(queue).map(({ at }) => at)).toEqual([0, 3, 1, 2, 4])
  })

  test('a document as a Word file, which the browser keeps under its name', async () => {
    const review = await openTestReview([record])
    const answer = await get(review, '/api/documents/0/docx')
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''%E8%A1%A8%201%27s.docx",
    )
    expect(answer.headers.get('content-type')).toBe(wordDownload.mediaType)
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(wordDownload.bytes)
  })

  test('a document as a workbook, with what was decided of it, under its own name', async () => {
    const named = { ...record, origin: { ...record.origin, path: '../年报 "1".html' } }
    const review = await openTestReview([named])
    const download = async () => {
      const answer = await get(review, '/api/documents/0/workbook')
      expect(answer.headers.get('content-disposition')).toBe(
        `attachment; filename*=UTF-8''${encodeURIComponent('年报-1-.xlsx')}`,
      )
      const path = join(temporaryFolder(), 'book.xlsx')
      writeFileSync(path, Buffer.from(await answer.arrayBuffer()))
      const sheet = sheetsOf(path).find(({ title }) => title === 'corrections')!
      return rowsOfSheet(sheet).map((row) => row.map((cell) => cell?.text))
    }
    const rejected = reject()
    const applied = (rows: Awaited<ReturnType<typeof download>>) =>
      rows.filter((row) => row.includes('黉舍') && row.includes('applied')).length
    const before = applied(await download())
    expect(before).toBeGreaterThan(0)
    await post(review, { decisions: [rejected], shown: 0 })
    expect(applied(await download())).toBe(before - 1)
  })

  test.each([
    '/api/documents/2/workbook',
    '/api/documents/2',
    '/api/documents/2/docx',
    '/api/documents/-1/docx',
    '/api/documents/-1',
    '/api/documents/1e3',
    '/api/documents/__proto__',
    '/api/documents/..%2f..%2fetc%2fpasswd',
    '/../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/records.jsonl',
    '/api',
    '/api/decisions',
  ])('%s is no address', async (path) => {
    const review = await openTestReview([record, record])
    const answer = await get(review, path)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  test('a stroke is written, numbered, dated and shown; an undo takes it back', async () => {
    const review = await openTestReview([record])
    const first = (await (await post(review, { decisions: [reject()], shown: 0 })).json()) as StrokeAnswer
    expect(first.state.words).toHaveLength(1)
    expect(first.made).toEqual([{ number: 1, kind: 'reject' }])
    const undo: NewDecision = { document: record.id, kind: 'undo', of: 1 }
    const second = (await (await post(review, { decisions: [undo], shown: 0 })).json()) as StrokeAnswer
    expect(second.state.words).toEqual([])
    const written = parseLog(readFileSync(review.path, 'utf8'), 'else')
    expect(written.decisions.map(({ number, at, by }) => [number, at, by])).toEqual([
      [1, '2024-05-01T08:00:00.000Z', 'li'],
      [2, '2024-05-01T08:01:00.000Z', 'li'],
    ])
  })

  test('what the page says of number, time and reviewer counts for nothing but its own', async () => {
    const review = await openTestReview([record])
    await post(review, { decisions: [{ ...reject(), number: 99, at: 'never', by: 'wang' }], shown: 0 })
    expect(review.log.decisions).toMatchObject([{ number: 1, by: 'li', at: '2024-05-01T08:00:00.000Z' }])
  })

  test.each([
    ['no JSON', '{'],
    ['nothing', {}],
    ['no decision', { decisions: [], shown: 0 }],
    ['a decision of another kind', { decisions: [{ kind: 'delete', document: 'x' }], shown: 0 }],
    ['a document that is not here', { decisions: [{ kind: 'undo', document: 'sha256:0', of: 1 }], shown: 0 }],
    ['no such document shown', { decisions: [{ kind: 'undo', document: 'x', of: 1 }], shown: 7 }],
  ])('%s is refused and nothing is written', async (_, body) => {
    const review = await openTestReview([record])
    expect((await post(review, body)).status).toBe(400)
    expect(review.log.decisions).toEqual([])
  })

  test('a body that is too large is refused', async () => {
    const review = await openTestReview([record])
    expect((await post(review, `"${'a'.repeat(9 * 1024 ** 2)}"`)).status).toBe(413)
  })
})

describe('a log that was cut off', () => {
  test('goes on in a line of its own, and keeps what it had', async () => {
    const review = await openTestReview([record])
    await post(review, { decisions: [reject()], shown: 0 })
    appendFileSync(review.path, '{"version":1,"numb')
    const again = await openTestReview([record], { folder: review.folder })
    expect(again.log.isTorn).toBe(true)
    await post(again, { decisions: [reject()], shown: 0 })
    const { decisions, unknown, isTorn } = parseLog(readFileSync(review.path, 'utf8'), 'li')
    expect(decisions.map(({ number }) => number)).toEqual([1, 2])
    expect([unknown, isTorn]).toEqual([[2], false])
  })

  test('is never begun by a name that is a path', () => {
    for (const name of ['', '../li', 'a/b', 'a\\b', '.', '..', ' li', 'li\n', 'a'.repeat(41)]) {
      expect(isReviewerName(name), name).toBe(false)
    }
    for (const name of ['li', '李明', 'li.ming', 'L-2']) expect(isReviewerName(name), name).toBe(true)
    expect(openLog('/nowhere/decisions.li.jsonl', 'li').decisions).toEqual([])
  })
})

const runs = 10_000

test(`${runs} requests of any kind are answered, and none of them writes but a decision`, async () => {
  const review = await openTestReview([record])
  const segment = fc.oneof(
    fc.constantFrom('api', 'documents', 'decisions', 'queue', 'files', 'pages', 'docx', 'favicon.ico'),
    fc.constantFrom('0', '1', '..', '%2e%2e', 'review.js', '%00', '%ff'),
    fc.string(),
  )
  const path = fc.array(segment, { maxLength: 5 }).map((parts) => `/${parts.join('/')}`)
  const name = fc.constantFrom('from', 'count', 'token', 'x')
  const query = fc.array(fc.tuple(name, fc.oneof(fc.nat().map(String), fc.string())), { maxLength: 3 })
  const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'HEAD')
  const body = fc.oneof(
    fc.json(),
    fc.string(),
    fc.jsonValue().map((value) => JSON.stringify({ decisions: [value], shown: 0 })),
  )
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(path, query, method, body, fc.boolean(), async (where, asked, by, text, isOwn) => {
      const url = new URL(`http://${host}`)
      url.pathname = where
      url.search = new URLSearchParams(asked).toString()
      const origin = isOwn ? `http://${host}` : 'http://example.com'
      const answer = await review.app.request(url.href, {
        method: by,
        headers: { ...own, origin, 'content-type': 'application/json' },
        ...(by !== 'GET' && by !== 'HEAD' && { body: text }),
      })
      statuses.add(answer.status)
      expect([200, 204, 303, 400, 403, 404]).toContain(answer.status)
      if (!isOwn) expect(answer.status).toBe(403)
    }),
    { numRuns: runs, seed: 7 },
  )
  expect(statuses.size).toBeGreaterThan(2)
  expect(review.log.decisions).toEqual([])
})
