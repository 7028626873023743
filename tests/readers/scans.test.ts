/** Scans: what was recognised is drawn like printed pages, and keeps its places and confidences. */
import { describe, expect, it } from 'vitest'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import type { ReadPage, ScanMode } from '../../src/readers/scans/contract.js'
import { pageOf, png, recogniserOf, size } from '../support/scans.js'
import { drawnPdf, shown } from './samples/pdf.js'

async function read(bytes: Uint8Array, pages: readonly ReadPage[], mode?: ScanMode): Promise<SourceDocument> {
  const scans = { recogniser: recogniserOf(pages), ...(mode !== undefined && { mode }) }
  for await (const document of readDocuments(bytes, { path: 'scan', scans })) return document
  throw new Error('no document')
}

const cellsOf = ({ text, stated }: SourceDocument) =>
  stated
    .filter(({ kind }) => kind === 'table')
    .map(({ start, end, at }) => [at.cell!.row, at.cell!.column, text.slice(start, end)])

const messagesOf = ({ messages }: SourceDocument) =>
  messages.map(({ code, parameters }) => [code, parameters?.pages])

/** Corners of a table with sides at these places. */
function grid(xs: readonly number[], ys: readonly number[]): ReadPage['rules'] {
  return [
    ...ys.map((at) => ({ direction: 'across' as const, at, from: xs[0]!, to: xs.at(-1)! })),
    ...xs.map((at) => ({ direction: 'down' as const, at, from: ys[0]!, to: ys.at(-1)! })),
  ]
}

const paragraph = pageOf([
  { text: '全镇共有水库十四座，总库容一百二十万立方米，可灌溉农田', left: 260, top: 200 },
  { text: '3.6万亩，其中自流灌溉2.1万亩；全年供水870万立方米，', left: 200, top: 250 },
  {
    text: '比上年多52万立方米。',
    left: 200,
    top: 300,
    doubts: [{ at: 4, confidence: 0.81, rivals: [{ text: '6', confidence: 0.15 }] }],
  },
])

describe('a picture', () => {
  it('gives its text, in paragraphs', async () => {
    const { text, origin, messages } = await read(png, [paragraph])
    expect(text).toBe(
      '全镇共有水库十四座，总库容一百二十万立方米，可灌溉农田3.6万亩，其中自流灌溉2.1万亩；全年供水870万立方米，比上年多52万立方米。\n',
    )
    expect([origin.mediaType, messages]).toEqual(['image/png', []])
  })

  it('keeps for each character where it stands and how sure it is', async () => {
    const { text, recognition } = await read(png, [paragraph])
    const { lines, pages, engine } = recognition!
    expect(engine).toBe('by hand')
    expect(pages).toMatchObject([{ page: 1, width: 1654, height: 2339, dpi: 200, rotation: 0 }])
    expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual(
      paragraph.lines.map(({ characters }) => characters.map((character) => character.text).join('')),
    )
    expect(lines.map(({ corners }) => corners)).toEqual(paragraph.lines.map(({ corners }) => corners))
    const doubtful = lines.flatMap(({ characters }) => characters.filter(({ confidence }) => confidence < 1))
    expect(doubtful.map(({ start, end, rivals }) => [text.slice(start, end), rivals[0]?.text])).toEqual([
      ['5', '6'],
    ])
  })

  it('keeps boxes apart that stand closer than words do', async () => {
    const rows = ['学校数 班级数 学生数', '12 96 4310', '8 71 2955', '5 40 1786'].map((row, at) =>
      row.split(' ').map((text, column) => ({ text, left: 200 + column * 4 * size, top: 200 + at * 50 })),
    )
    const cells = cellsOf(await read(png, [pageOf(rows.flat())]))
    expect(cells.slice(0, 3).map(([, , text]) => text)).toEqual(['学校数', '班级数', '学生数'])
    expect(cells).toHaveLength(12)
  })

  it('tears no figure whose digits are told, or are, far apart, and parts two where a blank was read', async () => {
    const told = pageOf([{ text: '全镇共有水库112座，塘坝62座，水井3 4眼', left: 200, top: 200 }])
    const [line] = told.lines
    const characters = line!.characters.map((character, at) =>
      // The second 1, and what comes after 6, stand as far to the right as a wide figure would.
      at === 7 || at === 14 ? { ...character, x: character.x + size * 0.7 } : character,
    )
    const { text } = await read(png, [{ ...told, lines: [{ ...line!, characters }] }])
    expect(text).toBe('全镇共有水库112座，塘坝62座，水井3 4眼\n')
  })

  it('makes a table of what stands between drawn lines', async () => {
    const texts = ['镇名', '户数', '东山镇', '1204', '西河镇', '987']
    const boxes = texts.map((text, at) => ({
      text,
      left: 210 + (at % 2) * 400,
      top: 205 + Math.floor(at / 2) * 60,
    }))
    const cells = cellsOf(
      await read(png, [pageOf(boxes, { rules: grid([200, 600, 1000], [200, 260, 320, 380]) })]),
    )
    expect(cells).toEqual(texts.map((text, at) => [Math.floor(at / 2), at % 2, text]))
  })

  it('is said to be blank, unreadable or in traditional characters', async () => {
    const doubts = Array.from({ length: 12 }, (_, at) => ({ at, confidence: 0.3 }))
    const noise = pageOf([{ text: '口三丶一川十小曰日囗丨卜', left: 200, top: 200, doubts }], { page: 2 })
    const traditional = pageOf([{ text: '縣屬學校現有學生與教職員數額較諸舊歲增長', left: 200, top: 200 }], {
      page: 3,
    })
    const document = await read(png, [pageOf([]), noise, traditional])
    expect(messagesOf(document)).toEqual([
      ['blank-pages', '1'],
      ['unreadable-pages', '2'],
      ['traditional-scan', '3'],
    ])
    expect(document.text).toBe('縣屬學校現有學生與教職員數額較諸舊歲增長\n')
  })

  it('is refused where nothing is to be recognised, or nothing can', async () => {
    await expect(read(png, [paragraph], 'never')).rejects.toMatchObject({ code: 'unsupported-format' })
    const reading = readDocuments(png, { path: 'scan.png' }).next()
    await expect(reading).rejects.toMatchObject({ code: 'ocr-not-installed' })
  })
})

describe('a PDF', () => {
  const picture = 'q 400 0 0 600 90 120 cm BI /W 2 /H 2 /CS /G /BPC 8 ID abcd EI Q'
  const written = shown(100, 100, '第一页有文字层，不必识别。')
  const mixed = () => drawnPdf([[written], [picture], []])
  const scanned = { ...paragraph, page: 2 }

  it('has pages of pictures recognised, in their place; the others keep their text', async () => {
    const document = await read(mixed(), [pageOf([{ text: '不该出现', left: 200, top: 200 }]), scanned])
    expect(document.text).toMatch(/^第一页有文字层，不必识别。\n全镇共有水库十四座/)
    expect(document.recognition!.pages.map(({ page }) => page)).toEqual([2])
    expect(document.pageStarts).toHaveLength(3)
    expect(document.messages).toEqual([])
  })

  it('is recognised as a whole or not at all where that is asked for', async () => {
    const first = pageOf([{ text: '第一页识别所得', left: 200, top: 200 }])
    expect((await read(mixed(), [first, scanned], 'force')).text).toMatch(/^第一页识别所得\n/)
    const { messages, recognition } = await read(mixed(), [first, scanned], 'never')
    expect(messages.map(({ code }) => code)).toEqual(['scanned-pages'])
    expect(recognition).toBeUndefined()
  })
})
