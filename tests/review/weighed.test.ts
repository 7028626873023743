/** Documents weighed again with what was decided: the one that is opened at once, the others in the background. */
import { beforeAll, expect, test, vi } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { NewDecision } from '../../src/decisions/decision.js'
import { processText } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { weighRecord } from '../../src/pipeline/weighed.js'
import type { DocumentPage, QueueItem, ReviewedDocument } from '../../src/review/client-data.js'
import type { Weigh } from '../../src/review/weighed-index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { host, openTestReview, token } from '../support/review.js'

type Review = Awaited<ReturnType<typeof openTestReview>>

let resources: Resources
let records: DocumentRecord[]

const spun = (body: string) =>
  `2023年，全县各级黉舍踊跃推动教导奇迹进展，增强黉舍治理，西席部队扶植有待增强。${body}咱们进一步完美轨制，踊跃展开运动，保证黉舍经费。`

beforeAll(async () => {
  resources = await loadResources()
  const texts = [
    spun('县教导局印发墨牍三份。'),
    spun('收到上级墨牍，踊跃贯彻落实。'),
    '群众反映很好，大家都很满意。',
  ]
  records = texts.map((text) => processText(text, { resources }))
})

const weigh: Weigh = async (record, logs) => weighRecord(record, logs, { resources })

const headers = { host, cookie: `huanyuan-review=${token}` }
async function get<T>({ app }: Review, path: string): Promise<T> {
  return (await (await app.request(`http://${host}${path}`, { headers })).json()) as T
}

function own(record: DocumentRecord): NewDecision {
  const start = record.source.text.indexOf('墨牍')
  const anchor = anchorAt(record.source.text, start, start + 2)
  return { document: record.id, kind: 'own', anchor, replacement: '文件', scope: 'place' }
}

const repaired = async (review: Review, number: number) =>
  (await get<ReviewedDocument>(review, `/api/documents/${number}`)).record.corrections.filter(
    ({ actual }) => actual === '墨牍',
  )

const settled = (review: Review) =>
  vi.waitFor(async () => {
    const { total, weighed } = await get<DocumentPage>(review, '/api/documents?from=0&count=9')
    expect(weighed).toBe(total)
  })

test('a word that was typed in one document is proposed in another that is opened', async () => {
  const review = await openTestReview(records, { weigh })
  expect(await repaired(review, 1)).toEqual([])
  review.session.decide({ decisions: [own(records[0]!)], shown: 0 })
  expect(await repaired(review, 1)).toMatchObject([{ replacement: '文件' }])
})

test('list and queue follow in the background, and go back where a decision is undone', async () => {
  const review = await openTestReview(records, { weigh })
  const queued = async () =>
    (await get<readonly QueueItem[]>(review, '/api/queue?from=0&count=99')).filter(
      ({ actual, document }) => actual === '墨牍' && document === 1,
    )
  const changes = async () => {
    const { documents } = await get<DocumentPage>(review, '/api/documents?from=1&count=1')
    return documents[0]!.changes + documents[0]!.suggestions
  }
  const before = await changes()
  const answer = review.session.decide({ decisions: [own(records[0]!)], shown: 0 })
  await settled(review)
  expect(await queued()).toHaveLength(1)
  expect(await changes()).toBeGreaterThan(before)
  const undo = { document: records[0]!.id, kind: 'undo', of: answer!.made[0]!.number }
  review.session.decide({ decisions: [undo], shown: 0 })
  await settled(review)
  expect(await queued()).toEqual([])
  expect(await changes()).toBe(before)
  expect(await get(review, '/api/documents/1')).toMatchObject({ record: records[1]! })
})

test('what teaches nothing of words weighs nothing', async () => {
  const asked = vi.fn(weigh)
  const review = await openTestReview(records, { weigh: asked })
  const [fact] = records[0]!.facts
  const anchor = anchorAt(records[0]!.source.text, fact!.start, fact!.end)
  const decision: NewDecision = { document: records[0]!.id, kind: 'fact', anchor, verdict: 'confirmed' }
  review.session.decide({ decisions: [decision], shown: 0 })
  await settled(review)
  expect(asked).not.toHaveBeenCalled()
})

test('decisions of an earlier sitting weigh from the start', async () => {
  const first = await openTestReview(records, { weigh })
  first.session.decide({ decisions: [own(records[0]!)], shown: 0 })
  const second = await openTestReview(records, { weigh, folder: first.folder })
  expect(await repaired(second, 1)).toMatchObject([{ replacement: '文件' }])
})

test('documents that cannot be weighed are shown as they are, which is told once', async () => {
  const onFailure = vi.fn()
  const fails: Weigh = () => Promise.reject(new Error('out of memory'))
  const review = await openTestReview(records, { weigh: fails, onFailure })
  review.session.decide({ decisions: [own(records[0]!)], shown: 0 })
  for (const number of [1, 2, 1]) {
    expect(await get(review, `/api/documents/${number}`)).toMatchObject({ record: records[number]! })
  }
  expect(onFailure).toHaveBeenCalledOnce()
})
