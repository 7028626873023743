/** Data sets as they come: rows of CSV and Parquet, pages in a field; each row a document with its id and what is kept. */
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, it, test } from 'vitest'
import { planUnits } from '../../src/dataset/plan.js'
import { type ReadOptions, readDocuments } from '../../src/readers/read.js'
import { temporaryFolder } from '../support/folder.js'

async function read(content: string | Uint8Array, path: string, options: ReadOptions = {}) {
  const found: unknown[] = []
  for await (const { origin, text, messages } of readDocuments(Buffer.from(content), { path, ...options })) {
    const { entry, mediaType, inputId, inputFields } = origin
    found.push({ entry, mediaType, text, inputId, inputFields, codes: messages.map(({ code }) => code) })
  }
  return found
}

const page =
  '<html><body><h1>公报</h1><p>全县有学校<b>126</b>所。</p><script>var a = 1</script></body></html>'

describe('a page in a field', () => {
  it.each([
    ['a.jsonl', `{"id":7,"text":${JSON.stringify(page)}}\n{"id":8,"text":"<通知>学校3所。"}\n`],
    [
      'a.json',
      JSON.stringify([
        { id: 7, text: page },
        { id: 8, text: '<通知>学校3所。' },
      ]),
    ],
  ])('of %s is read as a page, and text as text', async (path, content) => {
    const [first, second] = await read(content, path, { fields: { id: 'id' } })
    expect(first).toMatchObject({ entry: '1', mediaType: 'text/html', inputId: '7', codes: [] })
    expect((first as { text: string }).text).toBe('公报\n全县有学校126所。\n')
    expect(second).toMatchObject({ entry: '2', text: '<通知>学校3所。', inputId: '8' })
  })
})

describe('a table as text', () => {
  const table = [
    'id,正文,date',
    '1,"全县有学校126所，',
    '教师""3""人。",2019-01-02',
    '',
    '3,"床位800张。"',
    '4,,2019',
  ].join('\n')

  it('is a data set where its head has the field that is asked for: each row a document', async () => {
    const fields = { text: '正文', id: 'id', keep: ['date'] }
    for (const [content, path] of [
      [table, 'a.csv'],
      [
        `\uFEFF${table
          .replace('id,正文,date', 'id;正文;date')
          .replace(/(?<=\d),"|",(?=2)|,(?=")/g, (part) => part.replace(',', ';'))
          .replace('4,,2019', '4;;2019')}`,
        'a.csv',
      ],
    ] as const) {
      expect(await read(content, path, { fields })).toEqual([
        {
          entry: '1',
          mediaType: 'text/csv',
          text: '全县有学校126所，\n教师"3"人。',
          inputId: '1',
          inputFields: { date: '2019-01-02' },
          codes: [],
        },
        {
          entry: '3',
          mediaType: 'text/csv',
          text: '床位800张。',
          inputId: '3',
          inputFields: undefined,
          codes: [],
        },
        {
          entry: '4',
          mediaType: 'text/csv',
          text: '',
          inputId: '4',
          inputFields: { date: '2019' },
          codes: ['no-such-field'],
        },
      ])
    }
  })

  it('is a table where it is not', async () => {
    for (const options of [{}, { fields: { text: 'body' } }])
      expect(await read(table, 'a.csv', options)).toMatchObject([{ entry: null, text: table }])
  })
})

const columnData = [
  { name: 'doc', data: [1n, 2n, 9007199254740993n, 4n, 5n], type: 'INT64' as const },
  { name: 'text', data: ['学校126所。', page, '床位800张。', '', '医院7所。'], type: 'STRING' as const },
  {
    name: 'day',
    data: Array.from({ length: 5 }, (_, day) => new Date(Date.UTC(2019, 0, day + 1))),
    type: 'TIMESTAMP' as const,
  },
  { name: 'share', data: [0.5, 1, 2, 3, 4], type: 'DOUBLE' as const },
]
const fields = { id: 'doc', keep: ['day', 'share'] }

describe('Parquet', () => {
  it.each([
    ['UNCOMPRESSED', undefined],
    ['SNAPPY', undefined],
    ['GZIP', gzipSync],
    ['BROTLI', brotliCompressSync],
  ] as const)('%s: each row is a document', async (codec, compress) => {
    const compressors = compress && { [codec]: (bytes: Uint8Array) => new Uint8Array(compress(bytes)) }
    const bytes = new Uint8Array(
      parquetWriteBuffer({ columnData, codec, ...(compressors && { compressors }) }),
    )
    const found = await read(bytes, '数据', { fields })
    expect(found).toMatchObject([
      {
        entry: '1',
        mediaType: 'application/vnd.apache.parquet',
        text: '学校126所。',
        inputId: '1',
        inputFields: { day: '2019-01-01', share: 0.5 },
      },
      {
        entry: '2',
        mediaType: 'text/html',
        text: '公报\n全县有学校126所。\n',
        inputId: '2',
        inputFields: { day: '2019-01-02' },
      },
      { entry: '3', text: '床位800张。', inputId: '9007199254740993' },
      { entry: '4', text: '', codes: ['no-text'] },
      { entry: '5', text: '医院7所。' },
    ])
    expect(await read(bytes, 'a.parquet', { fields: { text: 'text', ...fields } })).toEqual(found)
    const some = await read(bytes, 'a.parquet', { fields, entries: { start: 2, end: 4 } })
    expect(some).toEqual(found.slice(2, 4))
  })

  test('a data set is built by its groups of rows', async () => {
    const bytes = parquetWriteBuffer({ columnData, rowGroupSize: 2 })
    const cwd = temporaryFolder({ 'in/a.parquet': Buffer.from(bytes) })
    const { units } = await planUnits({ inputs: ['in'], cwd, excluded: new Set() })
    expect(Array.from(units, ({ entries }) => entries)).toEqual([
      { start: 0, end: 2 },
      { start: 2, end: 4 },
      { start: 4, end: 5 },
    ])
  })

  test('that is damaged, or compressed in a way that is not read, is one sentence', async () => {
    const bytes = Buffer.from(parquetWriteBuffer({ columnData }))
    for (const at of [5, bytes.length - 8]) {
      const torn = Buffer.from(bytes)
      torn.fill(0xff, at, at + 4)
      await expect(read(torn, 'a.parquet', { fields })).rejects.toMatchObject({ code: 'damaged-file' })
    }
    const same = (data: Uint8Array) => data
    const other = parquetWriteBuffer({ columnData, codec: 'LZ4', compressors: { LZ4: same } })
    await expect(read(new Uint8Array(other), 'a.parquet')).rejects.toMatchObject({
      code: 'unknown-compression',
      parameters: { codec: 'LZ4' },
    })
  })
})
