/** Texts in JSON and in tables under the names of workbooks: what they hold, not how it is written. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readDocuments } from '../../src/readers/read.js'

async function read(content: string | Buffer, path: string) {
  const found: unknown[] = []
  for await (const { origin, text, messages } of readDocuments(Buffer.from(content), { path }))
    found.push([origin.entry, text, ...messages.map(({ code, parameters }) => [code, parameters])])
  return found
}

describe('JSON', () => {
  it.each([
    ['an object', JSON.stringify({ title: '公报', content: '学校12所。' }, null, 1), [[null, '学校12所。']]],
    [
      'a list',
      '[{"text":"学校12所。"},\n"教师300人。"]',
      [
        ['1', '学校12所。'],
        ['2', '教师300人。'],
      ],
    ],
    [
      'a list with an item that is none',
      '[{"text":"学校12所。"},{"n":1}]',
      [
        ['1', '学校12所。'],
        ['2', '', ['no-text-field', { fields: 'n' }]],
      ],
    ],
  ])('%s is read, under any name', async (_, content, documents) => {
    for (const path of ['a.json', 'a.txt']) expect(await read(content, path)).toEqual(documents)
  })

  it('that is broken is damaged, or text where its name is one of text', async () => {
    const broken = '[{"text":"学校12所。"},'
    await expect(read(broken, 'a.json')).rejects.toMatchObject({ code: 'damaged-file' })
    expect(await read(broken, 'a.txt')).toEqual([[null, broken]])
  })
})

describe('a line of JSONL', () => {
  it.each([
    ['{"正文":"学校12所。"}', '学校12所。'],
    ['{"raw_content":"学校12所。"}', '学校12所。'],
    ['{"text":" ","content":"学校12所。"}', '学校12所。'],
    ['{"content":["学校12所。","教师300人。"]}', '学校12所。\n教师300人。'],
    ['{"text":""}', ''],
  ])('%s', async (line, text) => {
    expect((await read(line, 'a.jsonl'))[0]).toEqual(expect.arrayContaining(['1', text]))
  })

  it('without a text names the fields that it has', async () => {
    expect(await read('{"a":1,"标题":"公报"}', 'a.jsonl')).toEqual([
      ['1', '', ['no-text-field', { fields: 'a, 标题' }]],
    ])
  })
})

it.each([
  ['commas', ','],
  ['tabs', '\t'],
])('a table with %s under the name of a workbook is a table', async (_, separator) => {
  const content = [
    ['乡镇', '学校'],
    ['白水镇', '18'],
  ]
    .map((row) => row.join(separator))
    .join('\n')
  for await (const { stated, text } of readDocuments(iconv.encode(content, 'gbk'), { path: 'a.xls' }))
    expect(
      stated.map(({ at, start, end }) => [at.cell?.row, at.cell?.column, text.slice(start, end)]),
    ).toEqual([
      [0, 0, '乡镇'],
      [0, 1, '学校'],
      [1, 0, '白水镇'],
      [1, 1, '18'],
    ])
})

describe('fields that are asked for', () => {
  const asked = { text: 'note', id: 'n', keep: ['url', 'tags', 'none'] }
  const statements = async (content: string, path: string) => {
    const found: unknown[] = []
    const documents = readDocuments(Buffer.from(content), { path, fields: asked })
    for await (const { text, origin, messages } of documents) {
      const { inputId, inputFields } = origin
      found.push([text, inputId, inputFields, ...messages.map(({ code }) => code)])
    }
    return found
  }

  it.each(['a.json', 'a.jsonl'])('name the text, its id and what is kept, in %s', async (path) => {
    const item = { n: 7, text: '别的', note: '学校12所。', url: 'u', tags: ['甲', { a: null }], x: 1 }
    expect(await statements(JSON.stringify(item), path)).toEqual([
      ['学校12所。', '7', { url: 'u', tags: ['甲', { a: null }] }],
    ])
  })

  it('may be missing: id and kept fields stay with what fails', async () => {
    expect(await statements('{"n":"b","text":"学校12所。","url":1}', 'a.jsonl')).toEqual([
      ['', 'b', { url: 1 }, 'no-such-field'],
    ])
    expect(await statements('{"n":null,"note":"学校12所。"}', 'a.jsonl')).toEqual([
      ['学校12所。', undefined, undefined],
    ])
  })
})
