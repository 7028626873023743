/** Word documents before 2007 as Word shows them: what is printed, and in which cells. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import type { SampleFile, SampleParagraph } from './samples/word97.js'
import { docOf, inTable, rowEnd, sprm, wordFileOf } from './samples/word97.js'
import { cellsOf } from './stated-cells.js'

async function read(file: SampleFile): Promise<SourceDocument> {
  for await (const document of readDocuments(wordFileOf(file), { path: 'a.doc' })) return document
  throw new Error('no document')
}

const textOf = async (...paragraphs: SampleParagraph[]) => (await read({ paragraphs })).text
const plain = (text: string): SampleParagraph => ({ runs: [{ text }] })
const formatted = (before: string, text: string, sprms: Buffer, behind: string): SampleParagraph => ({
  runs: [{ text: before }, { text, sprms }, { text: behind }],
})

describe('characters', () => {
  it.each([
    ['spaced by an odd number of twips', sprm(0x8840, 15, 0), '7'],
    ['narrowed by an odd number of twips', sprm(0x8840, 0xfb, 0xff), '7'],
    ['struck through', sprm(0x0837, 1), '7'],
    ['marked as deleted', sprm(0x0800, 1), ''],
    ['marked as not deleted', sprm(0x0800, 0), '7'],
    ['hidden', sprm(0x083c, 1), ''],
    ['hidden against their style', sprm(0x083c, 129), ''],
    ['shown as their style shows them', sprm(0x083c, 128), '7'],
    ['raised behind a figure', sprm(0x2a48, 1), '⁷'],
    ['moved up behind a figure', sprm(0x4845, 8, 0), '⁷'],
    ['moved up a little', sprm(0x4845, 2, 0), '7'],
    ['moved down', sprm(0x4845, 0xf8, 0xff), '7'],
    ['of a symbol font', Buffer.concat([sprm(0x0855, 1), sprm(0x6a09, 0, 0, 0xfe, 0xf0)]), '☑'],
  ])('%s', async (_, sprms, shown) => {
    expect(await textOf(formatted('共12', '7', sprms, '所。'))).toBe(`共12${shown}所。\n`)
  })

  it('that are none are left out or are what they print', async () => {
    const marks = '\x01\x02共\x05有\x08学\x1f校12\x1e13所。\x0b另有\t3所。'
    expect(await textOf(plain(marks))).toBe('共有学校12-13所。\n另有\t3所。\n')
  })

  it('of an instruction of a field are none, its result and a phonetic guide are', async () => {
    const nested = '截至\x13 IF \x13 DATE \x14 2020\x15 = 1 \x14年底\x15，'
    const guide = '\x13 EQ \\* jc3 \\* "Font:宋体" \\* hps16 \\o\\ad(\\s\\up 15(yún),云)\x15岭县'
    const part = '的\x13 EQ \\f(2,3)\x15。'
    expect(await textOf(plain(nested + guide + part))).toBe('截至年底，云岭县的2/3。\n')
  })

  it('behind an instruction that never ends are not lost', async () => {
    const broken = [plain('全县\x13 REF a'), plain('有学校'), plain('12所。')]
    expect(await textOf(...broken)).toBe('全县\n REF a\n有学校\n12所。\n')
  })

  it('of a paragraph whose end was deleted go on in the next one', async () => {
    const first = {
      runs: [{ text: '全县有学校' }, { text: '\r', sprms: sprm(0x0800, 1) }, { text: '12所。' }],
    }
    expect(await textOf(first)).toBe('全县有学校12所。\n')
  })
})

describe('tables', () => {
  const cell = (text: string): SampleParagraph => ({ ...plain(text), end: '\x07', sprms: inTable })
  const row = (borders: readonly number[], flags?: readonly number[]): SampleParagraph => ({
    runs: [],
    end: '\x07',
    sprms: rowEnd(borders, flags),
  })
  const opens = 3 << 5
  const goesOn = 1 << 5

  it('have heads over several columns, cells over several rows, and rows that begin further right', async () => {
    const paragraphs = [
      ...['乡镇', '学校'].map(cell),
      row([0, 1000, 3000], [opens, 0]),
      ...['', '小学', '初中'].map(cell),
      row([0, 1010, 2000, 3000], [goesOn, 0, 0]),
      ...['12', '3'].map(cell),
      row([1000, 1990, 3000]),
      plain(''),
    ]
    expect(cellsOf(await read({ paragraphs }))).toEqual([
      '0 0,0 2×1 乡镇',
      '0 0,1 1×2 学校',
      '0 1,1 1×1 小学',
      '0 1,2 1×1 初中',
      '0 2,1 1×1 12',
      '0 2,2 1×1 3',
    ])
  })

  it('in cells stand behind the table around them', async () => {
    const depth = sprm(0x6649, 2, 0, 0, 0)
    const inner = (text: string): SampleParagraph => ({
      ...plain(text),
      sprms: Buffer.concat([inTable, depth, sprm(0x244b, 1)]),
    })
    const innerRow = {
      runs: [],
      sprms: Buffer.concat([
        rowEnd([0, 500, 1000]).subarray(6),
        inTable,
        depth,
        sprm(0x244b, 1),
        sprm(0x244c, 1),
      ]),
    }
    const paragraphs = [
      cell('外甲'),
      ...['内甲', '1'].map(inner),
      innerRow,
      ...['内乙', '2'].map(inner),
      innerRow,
      cell(''),
      row([0, 1000, 2000]),
      ...['外乙', '3'].map(cell),
      row([0, 1000, 2000]),
      plain('表后。'),
    ]
    const document = await read({ paragraphs })
    expect(document.text).toBe('外甲\t\n外乙\t3\n内甲\t1\n内乙\t2\n表后。\n')
    expect(cellsOf(document).filter((shown) => shown.startsWith('1'))).toEqual([
      '1 0,0 1×1 内甲',
      '1 0,1 1×1 1',
      '1 1,0 1×1 内乙',
      '1 1,1 1×1 2',
    ])
  })

  it('keep rows of many formats over several pages of the file', async () => {
    const table = Array.from({ length: 60 }, (_, at) => [`第${at}村`, String(at), String(2 * at)])
    for await (const document of readDocuments(docOf(['各村情况。'], table))) {
      expect(cellsOf(document)).toEqual(
        table.flatMap((cells, at) => cells.map((text, column) => `0 ${at},${column} 1×1 ${text}`)),
      )
    }
  })
})

describe('lists', () => {
  const level = (format: number, pattern: string): Buffer => {
    const head = Buffer.alloc(28)
    head.writeInt32LE(1, 0)
    head.writeUInt8(format, 4)
    const text = Buffer.alloc(2)
    text.writeUInt16LE(pattern.length)
    return Buffer.concat([head, text, Buffer.from(pattern, 'utf16le')])
  }
  const definition = Buffer.alloc(2 + 28)
  definition.writeUInt16LE(1, 0)
  definition.writeInt32LE(77, 2)
  const shapes: [number, string][] = [
    [37, '\x00、'],
    [37, '（\x01）'],
    [0, '\x00.\x02'],
  ]
  const levels = Array.from({ length: 9 }, (_, at) =>
    level(...(shapes[at] ?? ([23, ''] as [number, string]))),
  )
  /** Two lists of one definition; the second starts its first level again at 5. */
  const overrides = Buffer.alloc(4 + 2 * 16 + 4 + 4 + 8)
  overrides.writeUInt32LE(2, 0)
  overrides.writeInt32LE(77, 4)
  overrides.writeInt32LE(77, 20)
  overrides.writeUInt8(1, 20 + 12)
  overrides.writeInt32LE(5, 44)
  overrides.writeUInt32LE(0x10, 48)
  const counted = (text: string, depth: number, list = 1): SampleParagraph => ({
    ...plain(text),
    sprms: Buffer.concat([sprm(0x260a, depth), sprm(0x460b, list, 0)]),
  })

  it('are labelled by level, and start again where they say so', async () => {
    const { text } = await read({
      paragraphs: [
        counted('总体情况', 0),
        counted('学校', 1),
        counted('12所小学', 2),
        counted('教师', 1),
        plain('共300人。'),
        counted('主要工作', 0),
        counted('要点', 3),
        counted('附件', 0, 2),
        counted('附表', 0, 2),
      ],
      tables: new Map([
        [73, Buffer.concat([definition, ...levels])],
        [74, overrides],
      ]),
    })
    expect(text.trim().split('\n')).toEqual([
      '一、总体情况',
      '（一）学校',
      '一.1 12所小学',
      '（二）教师',
      '共300人。',
      '二、主要工作',
      '要点',
      '五、附件',
      '六、附表',
    ])
  })
})

it('notes and headers stand behind the text, numbers of pages nowhere', async () => {
  const body = ['全县有学校12所。\r'.length, '\x02不含教学点。\r'.length]
  const edges = ['\r', '\r', '\r', '\r', '\r', '\r', '云岭县年报\r', '第 1 页\r', '\r']
  const places = [...edges, ''].map((_, at) => edges.slice(0, at).join('').length)
  const headers = Buffer.alloc(4 * places.length)
  places.forEach((place, at) => {
    headers.writeUInt32LE(place, 4 * at)
  })
  const document = await read({
    paragraphs: ['全县有学校12所。', '\x02不含教学点。', ...edges.map((text) => text.slice(0, -1))].map(
      plain,
    ),
    stories: new Map([
      [0x4c, body[0]!],
      [0x50, body[1]!],
      [0x54, places.at(-1)!],
    ]),
    tables: new Map([[11, headers]]),
  })
  expect(document.stated.map(({ kind, start, end }) => [kind, document.text.slice(start, end)])).toEqual([
    ['footnote', '不含教学点。'],
    ['boilerplate', '云岭县年报'],
  ])
  expect(document.text).toBe('全县有学校12所。\n不含教学点。\n云岭县年报\n')
})

describe('text boxes', () => {
  const numbers = (...values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(4 * values.length)
    values.forEach((value, at) => {
      bytes.writeUInt32LE(value, 4 * at)
    })
    return bytes
  }
  const placed = (size: number, at: number, shape: number): Buffer => {
    const entry = Buffer.alloc(size)
    entry.writeUInt32LE(shape, at)
    return entry
  }
  const body = ['全县\x08有学校12所。', '教师300人。']
  const boxes = ['学生5000人。', '校舍7栋。']
  const paragraphs = [...body, ...boxes].map(plain)
  const bodyLength = body.join('\r').length + 1
  const boxEnds = [boxes[0]!.length + 1, boxes.join('\r').length + 1]
  const stories = new Map([
    [0x4c, bodyLength],
    [0x64, boxEnds[1]!],
  ])
  const texts = Buffer.concat([numbers(0, ...boxEnds), placed(22, 14, 1025), placed(22, 14, 1026)])

  it('stand behind the paragraph that holds their anchor, those of a drawing behind the text', async () => {
    const anchors = Buffer.concat([numbers(2, bodyLength), placed(26, 0, 1025)])
    const tables = new Map([
      [40, anchors],
      [56, texts],
    ])
    expect((await read({ paragraphs, stories, tables })).text).toBe(
      '全县有学校12所。\n学生5000人。\n教师300人。\n校舍7栋。\n',
    )
  })

  it('without a table of them stand behind the text', async () => {
    expect((await read({ paragraphs, stories })).text).toBe(
      '全县有学校12所。\n教师300人。\n学生5000人。\n校舍7栋。\n',
    )
  })

  it('of LibreOffice stand behind the paragraph that holds them', async () => {
    const bytes = readFileSync(new URL('samples/libreoffice/boxes.doc', import.meta.url))
    for await (const { text } of readDocuments(bytes, { path: 'boxes.doc' })) {
      expect(text.trimEnd().split('\n')).toEqual([
        '第一段，全县有学校12所。',
        '第二段在框前。',
        '框甲：教师300人。',
        '框甲第二行。',
        '第三段，学生5000人。',
        '第四段有框乙。',
        '框乙：校舍7栋。',
        '第五段，结束。',
      ])
    }
  })
})

describe('a file that was saved fast', () => {
  /** The text in pieces, each with a modifier, behind a list of modifiers. */
  const piecesOf = (
    pieces: readonly (readonly [start: number, end: number, place: number, modifier: number])[],
  ) => {
    const list = sprm(0x083c, 1)
    const plex = Buffer.alloc(4 * (pieces.length + 1) + 8 * pieces.length)
    pieces.forEach(([start, end, place, modifier], at) => {
      plex.writeUInt32LE(start, 4 * at)
      plex.writeUInt32LE(end, 4 * at + 4)
      plex.writeUInt32LE(2048 + 2 * place, 4 * (pieces.length + 1) + 8 * at + 2)
      plex.writeUInt16LE(modifier, 4 * (pieces.length + 1) + 8 * at + 6)
    })
    const head = Buffer.alloc(3 + list.length + 5)
    head.writeUInt8(1, 0)
    head.writeUInt16LE(list.length, 1)
    list.copy(head, 3)
    head.writeUInt8(2, 3 + list.length)
    head.writeUInt32LE(plex.length, 4 + list.length)
    return new Map([[33, Buffer.concat([head, plex])]])
  }
  const text = '共有12所，小学。\r'

  it('reads its pieces in the order of the text', async () => {
    const tables = piecesOf([
      [0, 2, 6, 0],
      [2, 8, 0, 0],
      [8, 10, 8, 0],
    ])
    expect((await read({ paragraphs: [plain(text.slice(0, -1))], tables })).text).toBe('小学共有12所，。\n')
  })

  it.each([
    ['in a list', 1],
    ['alone', (0x5c << 1) | 0x0100],
    ['of another kind alone', (0x55 << 1) | 0x0100],
  ])('hides what a modifier of a piece hides, where it stands %s', async (_, modifier) => {
    const tables = piecesOf([
      [0, 6, 0, 0],
      [6, 8, 6, modifier],
      [8, 10, 8, 0],
    ])
    const shown = modifier === ((0x55 << 1) | 0x0100) ? '共有12所，小学。\n' : '共有12所，。\n'
    expect((await read({ paragraphs: [plain(text.slice(0, -1))], tables })).text).toBe(shown)
  })
})

it.each([
  ['encrypted', { flags: 0x0100 }, 'encrypted', undefined],
  ['of Word 95', { version: 0x68 }, 'unsupported-format', 'word95'],
])('a file %s is refused', async (_, options, code, format) => {
  const failure = await read({ paragraphs: [plain('全县有学校12所。')], ...options }).catch((cause) => cause)
  expect(failure).toBeInstanceOf(ProcessingError)
  expect([failure.code, failure.parameters?.format]).toEqual([code, format])
})
