/** What people decided in a collection makes pairs likelier or less likely in all of its documents, and in no clean one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { listGolden } from '../../scripts/golden/documents.js'
import { anchorAt } from '../../src/decisions/anchor.js'
import type { Decision, DecisionLog } from '../../src/decisions/decision.js'
import { processText } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { decideAgain, resourcesTaughtBy, weighRecord } from '../../src/pipeline/weighed.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { root } from '../repo/source.js'
import { recordsOf } from '../support/records.js'

let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
})

const spun = (body: string) => `2023年河口县教育工作总结

2023年，全县各级黉舍踊跃推动教导奇迹进展，增强黉舍治理，西席部队扶植有待增强。${body}咱们进一步完美轨制，踊跃展开运动，保证黉舍经费。
`
/** One word of the collection that no table holds, in two documents. */
const first = spun('县教导局印发墨牍三份，召开大会会议两次。')
const second = spun('收到上级墨牍，全县黉舍踊跃贯彻落实，召开大会会议。')

let number = 0
function decision(
  { id, source }: DocumentRecord,
  kind: 'accept' | 'own' | 'reject',
  actual: string,
  replacement: string,
): Decision {
  const start = source.text.indexOf(actual)
  const anchor = anchorAt(source.text, start, start + actual.length)
  const common = { number: ++number, at: '2024-05-01T08:30:00.000Z', by: 'li', document: id }
  return { ...common, kind, anchor, replacement, scope: 'place' }
}

const logOf = (...decisions: Decision[]): DecisionLog[] => [{ by: 'li', decisions }]
const read = (text: string, decisions?: readonly DecisionLog[]) =>
  processText(text, { resources, ...(decisions && { decisions }) })
const at = ({ corrections }: DocumentRecord, actual: string) =>
  corrections.filter((correction) => correction.actual === actual)

describe('a pair that people took back', () => {
  test('is found in other documents of the collection, and says why', () => {
    expect(at(read(second), '墨牍')).toEqual([])
    const logs = logOf(
      decision(read(first), 'own', '墨牍', '文件'),
      decision(read(spun('印发墨牍')), 'own', '墨牍', '文件'),
    )
    const [found, ...others] = at(read(second, logs), '墨牍')
    expect(others).toEqual([])
    expect(found).toMatchObject({ replacement: '文件', status: 'applied' })
    expect(found!.evidence).toContainEqual({ kind: 'document', code: 'decided-elsewhere', value: 2 })
  })

  test('leaves clean documents of the collection alone', () => {
    const logs = logOf(
      decision(read(first), 'own', '黉舍', '学校'),
      decision(read(first), 'own', '增强', '加强'),
      decision(read(first), 'own', '保证', '保障'),
    )
    const clean =
      '我们在会上讨论了增强体质的办法，并保证按时完成。县里增强服务意识，保证供应，群众反映很好，大家都很满意。'
    const { corrections, spin } = read(clean.repeat(4), logs)
    expect(corrections).toEqual([])
    expect(spin.verdict).toBe('clean')
  })
})

test('a pair that people rejected is less sure in other documents, and others are as sure as before', () => {
  const [before] = at(read(second), '黉舍')
  expect(before).toMatchObject({ replacement: '学校', status: 'applied' })
  const logs = logOf(
    ...[first, spun('甲'), spun('乙'), spun('丙'), spun('丁')].map((text) =>
      decision(read(text), 'reject', '黉舍', '学校'),
    ),
  )
  const made = read(second, logs)
  for (const { status, confidence } of at(made, '黉舍')) {
    expect(status).toBe('suggested')
    expect(confidence).toBeLessThan(before!.confidence)
  }
  expect(at(made, '西席')).toEqual(at(read(second), '西席'))
})

test('who took a word of a document back says that it is spun', () => {
  const plain = '县里印发墨牍三份，召开会议两次，群众反映很好，大家都很满意。'.repeat(6)
  const record = read(plain)
  expect(record.spin.verdict).toBe('clean')
  const { corrections } = read(plain, logOf(decision(record, 'own', '墨牍', '文件')))
  expect(corrections.filter(({ decidedBy }) => decidedBy === undefined).length).toBeGreaterThan(0)
})

describe('a record', () => {
  test('is weighed as its document is read', () => {
    const plain = read(second)
    const logs = logOf(
      decision(read(first), 'own', '墨牍', '文件'),
      decision(read(spun('印发墨牍')), 'own', '墨牍', '文件'),
      decision(plain, 'reject', '黉舍', '学校'),
    )
    expect(decideAgain(plain, logs, { resources }).record).toEqual(read(second, logs))
  })

  test('keeps what people decided on in it before', () => {
    const once = read(second, logOf(decision(read(second), 'own', '上级', '县里')))
    const again = weighRecord(once, logOf(decision(read(first), 'own', '墨牍', '文件')), { resources })
    expect(at(again, '上级')).toEqual(at(once, '上级'))
  })

  test('is as it was where nothing was decided about words', () => {
    const record = read(first)
    expect(weighRecord(record, [], { resources })).toBe(record)
  })

  test.each(
    listGolden()
      .map(({ input }) => input)
      .filter((input) => input.includes('damaged')),
  )('comes out as it was where what was decided concerns it not: %s', async (input) => {
    const logs = logOf({ ...decision(read(first), 'reject', '西席', '方解石'), document: 'sha256:0' })
    for (const record of await recordsOf(readFileSync(join(root, input), 'utf8'), input)) {
      expect(weighRecord(record, logs, { resources })).toEqual(record)
    }
  })
})

test('what was taught is worked out once for a set of decisions', () => {
  const logs = logOf(decision(read(first), 'own', '墨牍', '文件'))
  expect(resourcesTaughtBy(structuredClone(logs), resources)).toBe(resourcesTaughtBy(logs, resources))
  expect(resourcesTaughtBy([], resources)).toBe(resources)
})
