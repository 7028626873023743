/** Repaired texts as files: what is left out, what never is, and names that every file system takes. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Repeat } from '../../src/dataset/contract.js'
import { format } from '../../src/dataset/formats/text.js'
import { nameFiles, safeName } from '../../src/dataset/tree.js'
import type { Droppable } from '../../src/writers/clean-text.js'
import { findDropped, textWithout } from '../../src/writers/clean-text.js'
import { temporaryFolder } from '../support/folder.js'
import { documentOf, type Piece, recordOf, stream } from './pieces.js'

const repeat = (kind: Repeat['kind'], start: number, end: number): Repeat => ({ kind, start, end, of: 'f' })

function textOf(pieces: readonly Piece[], drop: readonly Droppable[], repeats: readonly Repeat[] = []) {
  const record = recordOf(pieces)
  return textWithout(record, findDropped({ record, repeats }, drop))
}

const notice: Piece = { kind: 'boilerplate', text: '更多范文请看本站' }
const gap: Piece = { text: '\n' }
const first: Piece = { text: '全县共有学校12所。', actual: '全县共有黉舍12所。' }
const second: Piece = { text: '教师340人。' }

describe('leaving out', () => {
  test('nothing gives the repaired text', () => {
    const pieces = [notice, gap, gap, first, gap, notice]
    expect(textOf(pieces, [])).toBe('更多范文请看本站\n\n全县共有学校12所。\n更多范文请看本站')
    expect(textOf(pieces, ['repeats'])).toBe(textOf(pieces, []))
  })

  test.each<[string, Piece[], string]>([
    ['first', [notice, gap, gap, first, gap], '全县共有学校12所。\n'],
    ['between', [first, gap, gap, notice, gap, gap, second], '全县共有学校12所。\n\n教师340人。'],
    ['between lines', [first, gap, notice, gap, second, gap], '全县共有学校12所。\n教师340人。\n'],
    ['last', [first, gap, gap, notice], '全县共有学校12所。\n'],
    ['behind a text', [first, { text: '  ' }, notice, gap, second], '全县共有学校12所。\n教师340人。'],
    ['before a text', [{ text: '　' }, notice, { text: ' ' }, first], '　全县共有学校12所。'],
    [
      'inside of a line',
      [first, { text: ' ' }, notice, { text: ' ' }, second],
      '全县共有学校12所。 教师340人。',
    ],
    ['alone', [notice, gap, notice], ''],
    [
      'twice',
      [first, gap, notice, { text: ' \n\n' }, notice, gap, second],
      '全县共有学校12所。\n\n教师340人。',
    ],
    [
      'with other line ends',
      [first, { text: '\r\n' }, notice, { text: '\r\n' }, second],
      '全县共有学校12所。\r\n教师340人。',
    ],
  ])('a notice %s leaves no hole', (_, pieces, text) => {
    expect(textOf(pieces, ['boilerplate'])).toBe(text)
  })

  test('figures on either side of a hole do not become one', () => {
    expect(textOf([{ text: '共有3' }, notice, { text: '5人' }], ['boilerplate'])).toBe('共有3\n5人')
  })

  test('cells keep their column', () => {
    const row = [{ text: '小学\t' }, notice, { text: '\t12' }]
    expect(textOf(row, ['boilerplate'])).toBe('小学\t\t12')
  })

  test('lines that stand in many documents are notices, repeated paragraphs are repeats', () => {
    const pieces = [first, gap, second, gap, { text: '完。' }]
    const repeats = [repeat('repeated-paragraph', 0, 10), repeat('repeated-line', 11, 18)]
    expect(textOf(pieces, ['boilerplate'], repeats)).toBe('全县共有学校12所。\n完。')
    expect(textOf(pieces, ['repeats'], repeats)).toBe('教师340人。\n完。')
    expect(textOf(pieces, ['boilerplate', 'repeats'], repeats)).toBe('完。')
  })

  test('a repeat of several lines goes whole, one that starts inside of a line leaves the rest of it', () => {
    const pieces = [
      { text: '全县共有' },
      { text: '学校', actual: '黉舍' },
      { text: '12所。' },
      gap,
      second,
      gap,
    ]
    expect(textOf(pieces, ['repeats'], [repeat('repeated-paragraph', 0, 18)])).toBe('')
    expect(textOf(pieces, ['repeats'], [repeat('repeated-paragraph', 4, 13)])).toBe('全县共有\n340人。\n')
  })
})

const word = fc.string({ unit: fc.constantFrom(...'县有学校12.5，'), minLength: 1, maxLength: 6 })
const pieceOf = fc.oneof(
  fc.constantFrom('\n', '\n\n', ' ', '　', '\t', '\r\n').map((text): Piece => ({ text })),
  word.map((text): Piece => ({ text })),
  word.map((text): Piece => ({ text: text.replaceAll('县', '省'), actual: text })),
  word.map((text): Piece => ({ kind: 'boilerplate', text })),
)
const textPieces = fc.array(pieceOf, { maxLength: 14 })
const bare = (text: string) => text.replace(/\s/g, '')

test('nothing left out is the repaired text, whatever it holds', () => {
  fc.assert(
    fc.property(textPieces, (pieces) => {
      expect(textOf(pieces, [])).toBe(recordOf(pieces).repaired.text)
    }),
  )
})

test('what is left is the rest, in its order: no digit of it is lost, no figure is made', () => {
  fc.assert(
    fc.property(textPieces, (pieces) => {
      const kept = pieces.filter(({ kind }) => kind !== 'boilerplate')
      const text = textOf(pieces, ['boilerplate'])
      expect(bare(text)).toBe(bare(kept.map((piece) => piece.text).join('')))
      const runs: string[] = []
      let run = ''
      for (const { kind, text: printed } of pieces) {
        if (kind !== 'boilerplate') run += printed
        else {
          runs.push(...run.split(/\s+/))
          run = ''
        }
      }
      runs.push(...run.split(/\s+/))
      expect(text.split(/\s+/).filter(Boolean)).toEqual(runs.filter(Boolean))
    }),
  )
})

test('no more empty lines stand together than before', () => {
  fc.assert(
    fc.property(textPieces, (pieces) => {
      const longest = (text: string) =>
        Math.max(0, ...[...text.matchAll(/(?:[^\S\n]*\n)+/g)].map(([found]) => found.split('\n').length))
      const whole = recordOf(pieces).repaired.text
      expect(longest(textOf(pieces, ['boilerplate']))).toBeLessThanOrEqual(Math.max(2, longest(whole)))
    }),
  )
})

describe('names', () => {
  test.each([
    ['年度总结', '年度总结'],
    ['CON', 'CON_'],
    ['nul.2019', 'nul_.2019'],
    ['com1', 'com1_'],
    ['consult', 'consult'],
    ['总结. .', '总结'],
    [' 总结', '总结'],
    ['甲:乙?"<丙>|*', '甲_乙___丙___'],
    ['\u0000\u001f甲\ud800', '__甲_'],
    ['..', ''],
    ['.', ''],
    ['e\u0301', '\u00e9'],
  ])('%j becomes %j', (name, safe) => {
    expect(safeName(name)).toBe(safe)
  })

  test('long ones are cut between characters, within what file systems take', () => {
    const cut = safeName(`${'长'.repeat(80)}😀`)
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(200)
    expect(cut).toBe('长'.repeat(66))
  })

  const place = fc
    .array(
      fc.string({
        unit: fc.constantFrom('a', 'A', '.', ' ', '/', '\\', '长', '-2', 'con', '\u0000'),
        maxLength: 5,
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    )
    .map((names) => names.join('/'))

  test('never leave the folder and never meet, also where case is ignored', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 20 }), (places) => {
        const nameOf = nameFiles('.txt')
        const paths = places.map((wanted) => nameOf(wanted, 'key').split(/[/\\]/))
        const folded = paths.map((names) => names.join('/').toLowerCase())
        expect(new Set(folded).size).toBe(folded.length)
        for (const names of paths) {
          for (const name of names) expect(name).toMatch(/^[^ ].*(?<![. ])$/)
          // No file stands where a folder of another one must.
          for (let size = 1; size < names.length; size++) {
            expect(folded).not.toContain(names.slice(0, size).join('/').toLowerCase())
          }
        }
      }),
    )
  })
})

describe('format', () => {
  async function write(places: readonly string[], drop: readonly Droppable[] = []) {
    const folder = join(temporaryFolder(), 'text')
    const pieces = (place: string) => [notice, gap, { text: `${place}共3人。` }]
    const documents = places.map((place) => documentOf(recordOf(pieces(place)), place))
    await format.write([folder], stream(documents), { language: 'en', drop })
    const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
    return new Map(
      paths.map(
        (path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const,
      ),
    )
  }

  test('writes one file a document in the tree of the inputs', async () => {
    const files = await write(['2019/一/总结', '2019/总结', '2019/一/计划'])
    expect([...files.keys()].sort()).toEqual(['2019/一/总结.txt', '2019/一/计划.txt', '2019/总结.txt'])
    expect(files.get('2019/总结.txt')).toBe('更多范文请看本站\n2019/总结共3人。')
  })

  test('leaves out what it is told to', async () => {
    expect((await write(['a'], ['boilerplate'])).get('a.txt')).toBe('a共3人。')
  })

  test('numbers names that meet, and keeps every document', async () => {
    const files = await write(['a', 'A', 'a', 'a-2', 'a.txt/b', '../a', '/etc/c', '...', 'NUL'])
    expect([...files].map(([name, text]) => `${name} ${text.slice(9)}`).sort()).toEqual([
      '0123456789abcdef.txt ...共3人。',
      'A-2.txt A共3人。',
      'NUL_.txt NUL共3人。',
      'a-2-2.txt a-2共3人。',
      'a-3.txt a共3人。',
      'a-4.txt ../a共3人。',
      'a.txt a共3人。',
      'a.txt-2/b.txt a.txt/b共3人。',
      'etc/c.txt /etc/c共3人。',
    ])
  })

  test('never writes into a folder that exists', async () => {
    const folder = temporaryFolder()
    const writing = format.write([folder], stream([]), { language: 'en', drop: [] })
    await expect(writing).rejects.toThrow('EEXIST')
  })
})
