/** The reading of evaluation sets: kinds, positions, and offsets that count code points. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isHeldBack, readOwnReport, readSet } from '../../../measure/eval/sets.js'
import { listReports } from '../../../measure/reports/files.js'
import { corpusPath } from '../../../src/resources/tsv.js'
import { temporaryFolder } from '../../support/folder.js'

const gold = (start: number, spun: string, standard: string) =>
  JSON.stringify({ start, end: start + spun.length, spun, gold: standard, kind: 'swap' })

test('offsets of the gold count code points, and become code units', () => {
  const data = temporaryFolder({
    'set/a-1.txt': '𠮷村的黉舍',
    'set/a-1.orig.txt': '𠮷村的学校',
    'set/a-1.gold.jsonl': `${gold(3, '黉舍', '学校')}\n`,
  })
  expect(readSet(data, 'set')[0]!.gold).toMatchObject([{ start: 4, end: 6, gold: '学校' }])
})

test('gold that is not what stands in the text is refused', () => {
  const data = temporaryFolder({
    'set/a-1.txt': '村里的黉舍',
    'set/a-1.gold.jsonl': `${gold(2, '黉舍', '学校')}\n`,
  })
  expect(() => readSet(data, 'set')).toThrow('黉舍 is not at 2')
})

test('a document is on the same side in every set that was made of it', () => {
  const data = temporaryFolder({
    'wild-clean/index.tsv': 'file\tkind\nx-0\ttables\ny-0\tnews\nz-0\tnews\n',
    'wild-clean/x-0.txt': '表',
    'wild-clean/y-0.txt': '文',
    'wild-clean/z-0.txt': '章',
    'wild-spun/y-0.txt': '文',
    'wild-spun/z-0.txt': '章',
    'other/report-01.txt': '一',
    'other/report-02.txt': '二',
  })
  const said = (name: string) =>
    readSet(data, name).map((text) => `${text.name} ${text.genre} ${isHeldBack(text)}`)
  expect(said('wild-clean')).toEqual(['x-0 tables false', 'y-0 news true', 'z-0 news false'])
  expect(said('wild-spun')).toEqual(['y-0 news true', 'z-0 news false'])
  expect(said('other')).toEqual(['report-01 report false', 'report-02 report true'])
})

test('an own report that is added is scored only, and moves no other to the other side', () => {
  const data = temporaryFolder({
    'added/damaged.txt': '黉舍',
    'added/clean.txt': '学校',
    'added/gold.json': '{"corrections": []}',
  })
  expect(isHeldBack(readOwnReport(join(data, 'added')))).toBe(true)

  const reports = corpusPath('reports')
  const fitted = listReports(reports).filter((id) => !isHeldBack(readOwnReport(join(reports, id))))
  expect(fitted).toEqual([
    'city-communique',
    'county-hospital-year',
    'employment-security',
    'finance-budget',
    'poverty-relief',
    'transport-year',
  ])
})
