/** Scans in the review: the pictures of their pages, and where words and figures stand on them. */
import { expect, test } from 'vitest'
import { decideRecord } from '../../src/pipeline/decided.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { ReviewedDocument } from '../../src/review/client-data.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { recordsOf } from '../support/records.js'
import { host, openTestReview, token } from '../support/review.js'
import { pageOf, png, recogniserOf, size } from '../support/scans.js'

const resources = await loadResources()

async function scanned(): Promise<DocumentRecord> {
  const page = pageOf([
    { text: '全县共有学生8241人，其中女生3999人。', left: 200, top: 200 },
    { text: '今年开展控辍保学工作，成效明显。', left: 200, top: 260 },
  ])
  const scans = { recogniser: recogniserOf([page]) }
  for await (const record of processDocument(png, { resources, path: 'scan.png', scans })) return record
  throw new Error('no record')
}

const record = await scanned()
const picture = { mediaType: 'image/webp', bytes: Uint8Array.of(1, 2, 3) }
const own = { host, cookie: `huanyuan-review=${token}`, origin: `http://${host}` }

async function open(records: readonly DocumentRecord[], draw = async () => picture) {
  const drawn: string[] = []
  const review = await openTestReview(records, {
    draw: async (of, page) => {
      drawn.push(`${of.id === record.id ? 'scan' : 'other'} ${page.page}`)
      return draw()
    },
  })
  const get = async (path: string) => review.app.request(`http://${host}${path}`, { headers: own })
  return { ...review, drawn, get }
}

test('a page that was recognised is drawn once, and shown to the page of the review alone', async () => {
  const { get, drawn, app } = await open([record])
  const answer = await get('/api/documents/0/pages/1')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(picture.bytes)
  expect((await get('/api/documents/0/pages/1')).status).toBe(200)
  expect(drawn).toEqual(['scan 1'])
  expect((await get('/')).headers.get('content-security-policy')).toContain("img-src 'self'")
  const foreign = await app.request(`http://${host}/api/documents/0/pages/1`, { headers: { host } })
  expect(foreign.status).toBe(403)
})

test('pages, documents and addresses that are none are not looked for', async () => {
  const { get, drawn } = await open([record, (await recordsOf('全县共有学校12所。', 'a.txt'))[0]!])
  const paths = [
    '0/pages/2',
    '0/pages/0',
    '0/pages/-1',
    '0/pages/..%2f..%2f1',
    '0/pages/1/1',
    '1/pages/1',
    '2/pages/1',
  ]
  for (const path of paths) expect((await get(`/api/documents/${path}`)).status, path).toBe(404)
  expect(drawn).toEqual([])
})

test('a document that is not at hand has none, and one that fails stops no other', async () => {
  let calls = 0
  const { get } = await open([record], async () => {
    calls++
    if (calls === 1) throw new Error('broken')
    return calls === 2 ? (undefined as never) : picture
  })
  expect((await get('/api/documents/0/pages/1')).status).toBe(500)
  expect((await get('/api/documents/0/pages/1')).status).toBe(404)
  expect((await get('/api/documents/0/pages/1')).status).toBe(200)
})

test('each figure says where it stands; of other documents nothing does', async () => {
  const { get } = await open([record, (await recordsOf('全县共有学校12所。', 'a.txt'))[0]!])
  const { scan } = (await (await get('/api/documents/0')).json()) as ReviewedDocument
  const fact = record.facts.find(({ text }) => text.startsWith('8241'))!
  expect(scan!.figures[fact.id]![0]).toMatchObject({ page: 1, left: 200 + 6 * size, top: 200 })
  expect(scan!.pages).toEqual([{ page: 1, width: 1654, height: 2339 }])
  const plain = (await (await get('/api/documents/1')).json()) as ReviewedDocument
  expect(plain.scan).toBeUndefined()
})

test('a figure that a person typed from its picture is theirs: the source stays', async () => {
  const { session, log } = await open([record])
  const { start, end, text } = record.facts.find((fact) => fact.text.startsWith('8241'))!
  const [before, after] = [record.source.text.slice(0, start), record.source.text.slice(end)]
  const anchor = { start, text, before: before.slice(-20), after: after.slice(0, 20) }
  const replacement = text.replace('8241', '3241')
  const decisions = [{ document: record.id, kind: 'own', anchor, replacement, scope: 'place' }]
  expect(session.decide({ decisions, shown: 0 })?.state.words).toEqual([{ start, end, replacement }])
  const made = decideRecord(record, [log], resources).record
  expect(made.source.text).toBe(record.source.text)
  expect(made.repaired.text).toContain('学生3241人')
  expect(made.corrections.find((one) => one.start === start)?.decidedBy).toEqual(['li'])
  expect(made.facts.map((fact) => fact.value)).toContain('3241')
})
