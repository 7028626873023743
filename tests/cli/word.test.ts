/** Word files of `run`, `repair` and `apply`: where they go, what they are called, and what is told. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorAt } from '../../src/decisions/anchor.js'
import { formatDecision } from '../../src/decisions/log.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { placeOfOutputs, temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'
import { samples } from '../tracked/samples.js'
import { commentsIn, textIn, textsOf, withoutOurs } from '../tracked/views.js'

const bytesOf = (name: string) => samples.find((sample) => sample.name === name)!.bytes

const call = (cwd: string, words: string) => runMain(words.split(' '), { cwd })
const made = (cwd: string, name: string) => readFileSync(join(cwd, 'out', name))

describe('in a folder', () => {
  test('a Word document is that file with changes, of others a new one is made', async () => {
    const cwd = temporaryFolder({
      'a.docx': bytesOf('tables'),
      'b.docm': bytesOf('links'),
      'c.txt': '全县共有各级黉舍126所，此中小学78所，门生41297人。',
    })
    const { code, err } = await call(cwd, 'run -f docx -o out --assume spun a.docx b.docm c.txt')
    expect([code, err]).toEqual([0, ''])
    expect(placeOfOutputs(join(cwd, 'out'))).toEqual(['a.tracked.docx', 'b.tracked.docm', 'c.tracked.docx'])
    expect(await textIn(made(cwd, 'a.tracked.docx'))).toContain('学校')
    expect(await textIn(withoutOurs(made(cwd, 'a.tracked.docx')))).toBe(await textIn(bytesOf('tables')))
    expect(await textIn(made(cwd, 'c.tracked.docx'))).toMatch(/各级学校126所，其中/)
  })

  test('entries of archives are written into too', async () => {
    const inner = archiveOf({ 'b.docx': bytesOf('notes') })
    const cwd = temporaryFolder({ 'a.zip': archiveOf({ 'x/a.docx': bytesOf('boxes'), 'inner.zip': inner }) })
    const { code, err } = await call(cwd, 'run -f docx -o out --assume spun a.zip')
    expect([code, err]).toEqual([0, ''])
    expect(textsOf(made(cwd, 'a/x/a.tracked.docx'))['word/document.xml']).toContain('<wps:txbx>')
    expect(textsOf(made(cwd, 'a/inner.zip/b.tracked.docx'))['word/footnotes.xml']).toContain('学校')
  })

  test('with all changes made, what could not be changed is told', async () => {
    const cwd = temporaryFolder({ 'a.docx': bytesOf('uneven-boxes') })
    const { code, err } = await call(cwd, 'repair -f docx-clean -o out --assume spun a.docx')
    expect(code).toBe(0)
    expect(err).toContain('a.docx: finds no place in the document: To be changed by hand: “黉舍” → “学校”')
    expect(await textIn(made(cwd, 'a.repaired.docx'))).toContain('全县共有各级学校126所。')
  })

  test('changes bear a date where one is given', async () => {
    const cwd = temporaryFolder({ 'a.docx': bytesOf('links') })
    const date = '2024-05-01T08:00:00Z'
    expect((await call(cwd, `run -f docx -o out --assume spun --change-date ${date} a.docx`)).code).toBe(0)
    expect(textsOf(made(cwd, 'a.tracked.docx'))['word/document.xml']).toContain(`w:date="${date}"`)
    const { code, err } = await call(cwd, 'run -f docx -o out --change-date yesterday a.docx')
    expect([code, err]).toEqual([2, expect.stringContaining('must be a time such as')])
  })
})

describe('on standard output', () => {
  test('there is one file', async () => {
    const cwd = temporaryFolder({ 'a.docx': bytesOf('links'), 'b.docx': bytesOf('notes') })
    const one = await call(cwd, 'run -f docx --assume spun a.docx')
    expect([one.code, one.out.slice(0, 2)]).toEqual([0, 'PK'])
    const several = await call(cwd, 'run -f docx a.docx b.docx')
    expect([several.code, several.err]).toEqual([
      2,
      expect.stringContaining('name a folder for it with --out'),
    ])
  })

  test('there is none of what shows no repair', async () => {
    const cwd = temporaryFolder({ 'a.docx': bytesOf('links') })
    const { code, err } = await call(cwd, 'extract -f docx a.docx')
    expect([code, err]).toEqual([2, expect.stringContaining('must be one of')])
  })
})

describe('apply', () => {
  async function reviewed(): Promise<{ readonly cwd: string; readonly record: DocumentRecord }> {
    const cwd = temporaryFolder({ 'a.docx': bytesOf('bookmarks') })
    const { out } = await call(cwd, 'run -f jsonl --assume spun a.docx')
    const record = JSON.parse(out) as DocumentRecord
    const start = record.source.text.indexOf('黉舍')
    const line = formatDecision({
      number: 1,
      at: '2024-05-01T08:30:00.000Z',
      by: 'li',
      document: record.id,
      kind: 'own',
      anchor: anchorAt(record.source.text, start, start + 2),
      replacement: '校园',
      scope: 'place',
    })
    writeFileSync(join(cwd, 'records.jsonl'), out)
    writeFileSync(join(cwd, 'decisions.li.jsonl'), line)
    return { cwd, record }
  }

  test('writes what was decided into the document that was read', async () => {
    const { cwd } = await reviewed()
    const { code, err } = await call(cwd, 'apply -f docx -o out decisions.li.jsonl records.jsonl')
    expect([code, err]).toEqual([0, ''])
    expect(await textIn(made(cwd, 'a.tracked.docx'))).toContain('各级校园126所')
    expect(textsOf(made(cwd, 'a.tracked.docx'))['word/document.xml']).toContain('w:bookmarkStart')
  })

  test('looks for the document beside the records', async () => {
    const { cwd } = await reviewed()
    mkdirSync(join(cwd, 'elsewhere'))
    const words = 'apply -f docx -o out ../decisions.li.jsonl ../records.jsonl'
    const { code, err } = await call(join(cwd, 'elsewhere'), words)
    expect([code, err]).toEqual([0, ''])
  })

  test('makes a plain one where the document is another one, and says so', async () => {
    const { cwd } = await reviewed()
    writeFileSync(join(cwd, 'a.docx'), bytesOf('links'))
    const { code, err } = await call(cwd, 'apply -f docx -o out decisions.li.jsonl records.jsonl')
    expect([code, err]).toEqual([0, expect.stringContaining('a.docx: the document itself was not found')])
    expect(await textIn(made(cwd, 'a.tracked.docx'))).toContain('各级校园126所')
    const comments = commentsIn(made(cwd, 'a.tracked.docx'))
    expect(comments.filter((comment) => comment.includes('黉舍'))).toEqual([])
  })
})
