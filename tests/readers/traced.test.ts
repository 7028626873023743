/** Where the text of a Word document comes from: each character that is traced stands at its place in its part. */
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { traceDocx } from '../../src/readers/docx.js'
import { originsOf } from '../../src/readers/traced-text.js'
import { placeAt } from '../../src/tracked/places.js'
import { packageOf, paragraph, run, samples } from '../tracked/samples.js'

const read = (name: string) => readFileSync(new URL(`samples/${name}`, import.meta.url))
const files = [
  ...samples.map(({ name, bytes }) => [name, bytes] as const),
  ...[
    'libreoffice/report.docx',
    'libreoffice/features.docx',
    'libreoffice/indents.docx',
    'producers/report.docx',
  ].map((name) => [name, read(name)] as const),
]

/** Characters that stand in no run, by file: labels of lists, formulas, what a raised sign becomes. */
const least = 0.8

describe.each(files)('%s', (_, bytes) => {
  it('says of each character which one it was', async () => {
    const { source } = await traceDocx(bytes, 2 ** 26)
    let traced = 0
    for (let at = 0; at < source.text.length; at++) {
      const place = placeAt(source, at)
      if (place === undefined || !place.item.isText) continue
      expect(place.item.text[place.at]!.normalize('NFKC')).toBe(source.text[at]!.normalize('NFKC'))
      traced++
    }
    expect(traced).toBeGreaterThan(least * source.text.replaceAll(/\s/g, '').length)
  })

  it('says where runs and their elements stand', async () => {
    const { source } = await traceDocx(bytes, 2 ** 26)
    const { items, parts } = source.trace
    for (const { run, start, end, isText, text } of items) {
      const xml = parts.get(run.part)!
      expect(xml.slice(run.start, run.end)).toMatch(/^<[\w:]*r\b[\s\S]*<\/[\w:]*r>$/)
      const element = xml.slice(start, end)
      expect(element).toMatch(/^<[\s\S]*>$/)
      if (isText && !element.includes('&') && !element.includes('CDATA'))
        expect(element.replaceAll(/<[^>]*>/g, '')).toBe(text)
    }
  })
})

test('a text is the same whether it is traced or not', async () => {
  const { readDocuments } = await import('../../src/readers/read.js')
  for (const [, bytes] of files) {
    for await (const { text } of readDocuments(bytes, { path: 'a.docx' }))
      expect((await traceDocx(bytes, 2 ** 26)).source.text).toBe(text)
  }
})

test('words that no run says freely are told: in fields, boxes and a ruby', async () => {
  const { bytes } = samples.find(({ name }) => name === 'fields')!
  const { source } = await traceDocx(bytes, 2 ** 26)
  const isFree = (word: string) => placeAt(source, source.text.indexOf(word))!.item.isFree
  expect(['事情环境', '黉舍126', '先生2748', '黉舍的'].map(isFree)).toEqual([false, false, false, false])
  expect(['全县教诲', '门生', '此中', '的门生'].map(isFree)).toEqual([true, true, true, true])
})

test('positions count characters behind others of two code units, and behind a byte order mark', async () => {
  const bytes = packageOf(`\u{20000}<!-- > -->${paragraph(run('𠮷&amp;黉舍'))}`)
  const { source } = await traceDocx(bytes, 2 ** 26)
  const { item, at } = placeAt(source, source.text.indexOf('黉'))!
  expect([item.text, at]).toEqual(['𠮷&黉舍', 3])
  expect(source.trace.parts.get(source.main)!.slice(item.start, item.end)).toContain('𠮷&amp;黉舍</w:t>')
})

test('white space that was made anew comes from nowhere', () => {
  const traced = { text: ' 甲\n\n乙  丙', origins: [0, 1, 2, 3, 4, 5, 6, 7] }
  expect([...originsOf(7, [{ start: 1, drawn: '甲乙  丙', traced }])]).toEqual([-1, 1, 4, 5, 6, 7, -1])
})
