/** Files of one shape each, as in `shapes.ts`, of the programs of 2003 and before and of data sets. */
import { utils, write } from '@e965/xlsx'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { excelXmlOf, wordXmlNoted, wordXmlOf, wordXmlParagraph, wordXmlTable } from './office2003.js'
import type { Shape } from './shapes.js'

const sentence = '全县共有学校12所。'
const many = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at))
const cells = (...texts: readonly string[]) => texts.map((text) => ({ text }))
const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value, null, 1))

function xlsOf(
  sheets: readonly (readonly (readonly unknown[])[])[],
  merges: readonly string[] = [],
): Uint8Array {
  const book = utils.book_new()
  for (const rows of sheets) {
    const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
    sheet['!merges'] = merges.map((range) => utils.decode_range(range))
    utils.book_append_sheet(book, sheet)
  }
  return write(book, { bookType: 'biff8', type: 'buffer' }) as Buffer
}

const parquetOf = (columns: Readonly<Record<string, readonly (string | null)[]>>, rowGroupSize = 1000) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: Object.entries(columns).map(([name, data]) => ({ name, data: [...data], type: 'STRING' })),
      rowGroupSize,
    }),
  )

/** By the id of their reader, then by shape. */
export const moreShapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  'word-xml': {
    paragraphs: (count) => wordXmlOf(...many(count, () => wordXmlParagraph(sentence))),
    headings: (count) => wordXmlOf(...many(count, () => wordXmlParagraph('基本情况', 2))),
    notes: (count) => wordXmlOf(...many(count, () => wordXmlNoted(sentence, '注'))),
    'rows of a table': (count) => wordXmlOf(wordXmlTable(many(count, (at) => cells('甲', String(at))))),
    'columns of a table': (count) => wordXmlOf(wordXmlTable([cells(...many(count, String))])),
    'remarks of others': (count) =>
      wordXmlOf(
        ...many(
          count,
          () =>
            `<aml:annotation xmlns:aml="a" w:type="Word.Deletion">${wordXmlParagraph('县')}</aml:annotation>`,
        ),
        wordXmlParagraph(sentence),
      ),
  },
  'excel-xml': {
    rows: (count) => excelXmlOf(many(count, (at) => cells('甲', String(at)))),
    columns: (count) => excelXmlOf([cells(...many(count, String))]),
    'lines in a cell': (count) => excelXmlOf([cells(`甲${'&#10;'.repeat(count)}乙`, '1')]),
    'merged cells': (count) =>
      excelXmlOf(many(count, () => [{ text: '甲', attributes: 'ss:MergeAcross="1"' }, { text: '1' }])),
    'cells that skip columns': (count) =>
      excelXmlOf(many(count, () => [{ text: '甲', attributes: 'ss:Index="3"' }])),
  },
  xls: {
    rows: (count) => xlsOf([many(count, (at) => ['甲', at, 12.5]).slice(0, 65_000)]),
    columns: (count) => xlsOf(many(count, () => [many(200, (at) => at)]).slice(0, 200)),
    sheets: (count) => xlsOf(many(count, (at) => [['甲', at]])),
    'texts that differ': (count) => xlsOf([many(count, (at) => [`甲${at}`, '乙']).slice(0, 65_000)]),
    'merged cells': (count) => {
      const rows = Math.min(count, 60_000)
      return xlsOf(
        [many(rows, (at) => ['甲', null, at])],
        many(Math.min(rows, 1000), (at) => `A${at + 1}:B${at + 1}`),
      )
    },
  },
  json: {
    'documents of a list': (count) => json(many(count, () => ({ text: sentence }))),
    'a text of many parts': (count) => json({ text: many(count, () => '县') }),
    'fields of a document': (count) =>
      json({ text: sentence, ...Object.fromEntries(many(count, (at) => [`f${at}`, at])) }),
    'one long text': (count) => json({ text: sentence.repeat(count) }),
    'pages in fields': (count) =>
      json(many(count, () => ({ text: `<html><body><p>${sentence}</p></body></html>` }))),
  },
  parquet: {
    rows: (count) => parquetOf({ text: many(count, (at) => `${sentence}${at}`) }),
    'groups of one row': (count) => parquetOf({ text: many(count, () => sentence) }, 1),
    columns: (count) =>
      parquetOf({ text: [sentence], ...Object.fromEntries(many(count, (at) => [`c${at}`, ['甲']])) }),
    'rows without a text': (count) => parquetOf({ text: [sentence, ...many(count, () => null)] }),
    'one long text': (count) => parquetOf({ text: [sentence.repeat(count)] }),
  },
}

/** Of formats that have shapes already: what nobody had tried. */
export const untriedShapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  html: {
    'large letters in large letters': (count) =>
      Buffer.from(`<body>${many(count, (at) => `<p><font size=${5 + at}>县`).join('')}`),
    'tables with text beside their rows': (count) =>
      Buffer.from(`<body><table>${'县12<p>'.repeat(count)}${sentence}`),
    'rules for lists of classes': (count) =>
      Buffer.from(
        `<style>${many(count, (at) => `.a${at},`).join('')}b{display:none}</style><body>${'<b>9</b>'.repeat(count)}${sentence}`,
      ),
  },
  md: {
    'links named elsewhere': (count) =>
      Buffer.from(
        `${many(count, (at) => `[县][r${at}]\n`).join('')}\n${many(count, (at) => `[r${at}]: http://a/${at}\n`).join('')}`,
      ),
  },
  eml: {
    'lines broken in the middle of a character': (count) =>
      Buffer.from(
        `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${'=E5=8E=BF=\r\n'.repeat(count)}`,
      ),
  },
}
