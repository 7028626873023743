/**
 * Word files with tracked changes: accepting says the repaired text and rejecting the source, everything else stays
 * byte for byte, and what cannot be a change is a comment.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Edit } from '../../src/model/edit.js'
import { applyEdits } from '../../src/model/edit.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { wordFileOf } from '../../src/tracked/word-file.js'
import type { CorrectionRecord, DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { packageOf, paragraph, run, samples } from './samples.js'
import { commentsIn, partsOf, textIn, textsOf, withoutOurs } from './views.js'

const resources = await loadResources()
const limit = 2 ** 26

async function recordOf(bytes: Uint8Array, path = 'a.docx'): Promise<DocumentRecord> {
  for await (const record of processDocument(bytes, { resources, path, assume: 'spun' })) return record
  throw new Error('no record')
}

const tracked = (record: DocumentRecord, bytes?: Uint8Array, more: { date?: string } = {}) =>
  wordFileOf(record, bytes, { language: 'en', isAccepted: false, maxBytes: limit, ...more })
const clean = (record: DocumentRecord, bytes?: Uint8Array) =>
  wordFileOf(record, bytes, { language: 'en', isAccepted: true, maxBytes: limit })

/** Words that a file takes no changes for, with what stands around them: in fields, boxes whose two texts differ, controls, a ruby, over a paragraph's end. */
const unmade: Readonly<Record<string, readonly string[]>> = {
  fields: ['[教诲]事情环境', '教诲[事情]环境', '教诲事情[环境]', '各级[黉舍]126', '此中[黉舍]的'],
  'uneven-boxes': ['里的[黉舍]和', '和[门生]。'],
  'changes-of-others': ['党的[教诲]目标'],
  controls: ['[黉舍]和门生'],
  'block-controls': ['各级[黉舍]。', '公办[黉舍]'],
}

const wordOf = (place: string) => place.replace(/^.*\[|\].*$/g, '')

const applied = ({ corrections }: DocumentRecord) => corrections.filter(({ status }) => status === 'applied')

/** The repaired text without the edits at these places. */
function reachable(record: DocumentRecord, places: readonly string[]): string {
  const { text } = record.source
  const starts = places.map((place) => text.indexOf(place.replace(/[[\]]/g, '')) + place.indexOf('['))
  return applyEdits(
    text,
    applied(record).filter(({ start }) => !starts.includes(start)),
  )
}

describe.each(samples)('$name', ({ name, bytes }) => {
  const places = unmade[name] ?? []

  it('accepted says the repaired text, rejected the source', async () => {
    const record = await recordOf(bytes)
    const file = await tracked(record, bytes)
    expect(applied(record).length).toBeGreaterThan(places.length + 3)
    expect([file.anew, file.lost]).toEqual([undefined, []])
    expect(await textIn(file.bytes)).toBe(reachable(record, places))
    expect(await textIn(withoutOurs(file.bytes))).toBe(record.source.text)
  })

  it('says in comments what could not be changed', async () => {
    const file = await tracked(await recordOf(bytes), bytes)
    const said = commentsIn(file.bytes).flatMap((text) => text.match(/To be changed by hand: “[^”]*”/g) ?? [])
    expect(said).toEqual(places.map((place) => `To be changed by hand: “${wordOf(place)}”`))
  })

  it('with all changes made says the repaired text and names nobody', async () => {
    const record = await recordOf(bytes)
    const file = await clean(record, bytes)
    expect(await textIn(file.bytes)).toBe(reachable(record, places))
    expect(file.lost).toHaveLength(places.length)
    expect(Object.values(textsOf(file.bytes)).join('')).not.toContain('huanyuan')
  })

  it('keeps all other parts byte for byte, and has no id twice', async () => {
    const before = partsOf(bytes)
    const { bytes: made } = await tracked(await recordOf(bytes), bytes)
    const after = partsOf(made)
    const touched =
      /^(word\/(document|footnotes|header1|comments)\.xml|word\/_rels\/document\.xml\.rels|\[Content_Types\]\.xml)$/
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before))
    for (const part of Object.keys(before).filter((each) => !touched.test(each)))
      expect(after[part], part).toEqual(before[part])
    const ids = Object.values(textsOf(made)).flatMap((xml) =>
      [...xml.matchAll(/<w:(?:ins|del|comment) w:id="(\d+)" w:author="huanyuan"/g)].map(([, id]) => id!),
    )
    const known = Object.values(textsOf(bytes)).flatMap((xml) =>
      [...xml.matchAll(/w:id="(\d+)"/g)].map(([, id]) => id!),
    )
    expect(new Set([...ids, ...known]).size).toBe(ids.length + new Set(known).size)
  })
})

test('a text box says the same for new programs and for old ones', async () => {
  const { bytes } = samples.find(({ name }) => name === 'boxes')!
  const record = await recordOf(bytes)
  for (const file of [await tracked(record, bytes), await clean(record, bytes)]) {
    const contents = textsOf(file.bytes)['word/document.xml']!.match(
      /<w:txbxContent>[\s\S]*?<\/w:txbxContent>/g,
    )!
    const said = contents.map((markup) => markup.replaceAll(/ w:id="\d+"/g, ''))
    expect(said).toHaveLength(5)
    expect([said[1], said[3]]).toEqual([said[0], said[2]])
    for (const markup of said) expect(markup).toContain('学校')
  }
})

test('the same record and file give the same bytes, which bear a date only where one is given', async () => {
  const { bytes } = samples[0]!
  const record = await recordOf(bytes)
  const [one, two] = [await tracked(record, bytes), await tracked(record, bytes)]
  expect(Buffer.compare(one.bytes, two.bytes)).toBe(0)
  expect(textsOf(one.bytes)['word/document.xml']).not.toContain('w:date')
  const dated = await tracked(record, bytes, { date: '2024-05-01T08:00:00Z' })
  const { 'word/document.xml': body, 'word/comments.xml': comments } = textsOf(dated.bytes)
  expect(body).toMatch(/<w:ins w:id="\d+" w:author="huanyuan" w:date="2024-05-01T08:00:00Z">/)
  expect(comments ?? 'w:date').toContain('w:date')
})

test('runs keep their looks, and what is put in looks like what it stands for', async () => {
  const { bytes } = samples[0]!
  const { bytes: made } = await tracked(await recordOf(bytes), bytes)
  const looks = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
  const attributes = 'w:id="\\d+" w:author="huanyuan"'
  const deleted = (text: string, properties: string) =>
    `<w:del ${attributes}><w:r w:rsidR="00A1">${properties}<w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
  const inserted = `<w:ins ${attributes}><w:r>${looks}<w:t xml:space="preserve">学校</w:t></w:r></w:ins>`
  expect(textsOf(made)['word/document.xml']).toMatch(
    new RegExp(
      `${deleted('黉', looks)}<w:proofErr w:type="spellStart"/>${deleted('舍', '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>')}${inserted}`,
    ),
  )
})

describe('dialects', () => {
  const renamed = (prefix: string) => {
    const body = paragraph(run('全县共有各级黉舍126所，此中小学78所，门生41297人。'))
    const parts = textsOf(packageOf(body))
    const xml = parts['word/document.xml']!.replaceAll('<w:', `<${prefix}`)
      .replaceAll('</w:', `</${prefix}`)
      .replace('xmlns:w=', prefix === '' ? 'xmlns=' : `xmlns:${prefix.slice(0, -1)}=`)
      .replaceAll(/ w:(rsidR|val)=/g, prefix === '' ? ' $1=' : ` ${prefix}$1=`)
    return { ...parts, 'word/document.xml': xml }
  }
  it.each(['ns0:', ''])('with the prefix “%s”', async (prefix) => {
    const bytes = archiveOf(renamed(prefix))
    const record = await recordOf(bytes)
    const { bytes: made } = await tracked(record, bytes)
    expect(await textIn(made)).toBe(record.repaired.text)
    expect(record.repaired.text).toContain('学校')
    expect(await textIn(withoutOurs(made))).toBe(record.source.text)
  })
})

describe('comments', () => {
  const body = [
    paragraph(run('2019年，全县共有黉舍2016所，此中小学2000所，中学15所。')),
    paragraph(run('20xx年门生41297人。')),
  ].join('')

  it('tell findings, damage and suggestions at their places', async () => {
    const bytes = packageOf(body)
    const record = await recordOf(bytes)
    expect(record.checks.some(({ state }) => state === 'mismatch')).toBe(true)
    const { bytes: made } = await tracked(record, bytes)
    const said = commentsIn(made).join('\n')
    expect(said).toContain('2000 + 15 = 2016')
    expect(said).toContain('masked: 20xx')
    const { 'word/document.xml': xml = '', 'word/comments.xml': comments = '' } = textsOf(made)
    for (const [, id] of comments.matchAll(/<w:comment w:id="(\d+)"/g)) {
      expect(xml).toContain(`<w:commentRangeStart w:id="${id}"/>`)
      expect(xml).toContain(`<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`)
    }
    expect(xml).toMatch(
      /<w:commentRangeStart w:id="\d+"\/><w:r[^>]*><w:t[^>]*>2016所<\/w:t><\/w:r><w:commentRangeEnd/,
    )
    expect(textsOf(made)['[Content_Types].xml']).toContain('<Override PartName="/word/comments.xml"')
    expect(textsOf(made)['word/_rels/document.xml.rels']).toContain('Target="/word/comments.xml"')
  })

  it('of a package of the strict kind are of that kind', async () => {
    const namespace = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const parts = textsOf(packageOf(body))
    const xml = parts['word/document.xml']!.replace(/(xmlns:w=)"[^"]*"/, `$1"${namespace}"`)
    const bytes = archiveOf({ ...parts, 'word/document.xml': xml })
    const { bytes: made } = await tracked(await recordOf(bytes), bytes)
    expect(textsOf(made)['word/comments.xml']).toContain(`<w:comments xmlns:w="${namespace}">`)
    expect(textsOf(made)['word/_rels/document.xml.rels']).toContain(
      'Type="http://purl.oclc.org/ooxml/officeDocument/relationships/comments"',
    )
  })

  it('stand behind those that are there', async () => {
    const { bytes } = samples.find(({ name }) => name === 'comments')!
    const record = await recordOf(bytes)
    const damage = [{ kind: 'mask' as const, start: 8, end: 11, detail: '126' }]
    const { bytes: made } = await tracked({ ...record, damage }, bytes)
    expect(textsOf(made)['word/comments.xml']).toMatch(/请核对[\s\S]*masked: 126/)
    expect(Object.keys(partsOf(made))).toEqual(Object.keys(partsOf(bytes)))
  })

  it('of what somebody settled are left out', async () => {
    const bytes = packageOf(body)
    const record = await recordOf(bytes)
    const checks = record.checks.map((check) => ({
      ...check,
      decided: { verdict: 'solved' as const, by: ['li'] },
    }))
    const { bytes: made } = await tracked({ ...record, checks }, bytes)
    expect(commentsIn(made).join('\n')).not.toContain('2000 + 15 = 2016')
  })
})

describe('the file is a new one where the original', () => {
  const { bytes } = samples[0]!
  it('is another document', async () => {
    const record = await recordOf(bytes)
    expect((await tracked(record, samples[1]!.bytes)).anew).toBe('no-original')
    expect((await tracked(record)).anew).toBe('no-original')
  })
  it('reads otherwise than the record says', async () => {
    const record = await recordOf(bytes)
    const other = { ...record, source: { text: ` ${record.source.text}` }, corrections: [] }
    expect((await tracked(other, bytes)).anew).toBe('reads-otherwise')
  })
})

/** Disjoint edits of a text of some length. */
const editsOf = (length: number) =>
  fc
    .uniqueArray(fc.nat(length), { minLength: 2, maxLength: 24 })
    .map((offsets) => offsets.sort((one, two) => one - two))
    .chain((offsets) =>
      fc
        .array(fc.constantFrom('', '甲', '乙&<', '丙\n丁\t'), { minLength: 12, maxLength: 12 })
        .map((texts) => {
          const edits: Edit[] = []
          for (let at = 0; at + 1 < offsets.length; at += 2)
            edits.push({ start: offsets[at]!, end: offsets[at + 1]!, replacement: texts[at / 2]! })
          return edits
        }),
    )

const others = [
  'libreoffice/report.docx',
  'libreoffice/features.docx',
  'libreoffice/notes.docx',
  'producers/report.docx',
]
const read = (name: string) => readFileSync(new URL(`../readers/samples/${name}`, import.meta.url))

test.each([
  ...samples.map(({ name, bytes }) => [name, bytes] as const),
  ...others.map((name) => [name, read(name)] as const),
])('any edits of %s are made as they are, or told', async (_, bytes) => {
  const record = await recordOf(bytes)
  const { text } = record.source
  // What is raised is told from what stands in front of it, and white space of cells is made anew.
  const plain = (said: string) => said.normalize('NFKC').replaceAll(/\s/g, '')
  await fc.assert(
    fc.asyncProperty(editsOf(text.length), async (edits) => {
      const corrections = edits.map(
        ({ start, end, replacement }, number): CorrectionRecord => ({
          ...{ start, end, replacement, actual: text.slice(start, end), kind: 'swap', confidence: 1 },
          ...{
            status: 'applied',
            traits: [],
            alternatives: [{ text: `n${number}`, confidence: 1 }],
            evidence: [],
          },
        }),
      )
      const bare = { ...record, corrections, checks: [], facts: [], damage: [] }
      const { bytes: made, lost } = await clean(bare, bytes)
      const told = new Set(lost)
      const isMade = ({ actual, replacement }: CorrectionRecord) =>
        !told.has(`To be changed by hand: “${actual}” → “${replacement}”`)
      const wanted = applyEdits(text, corrections.filter(isMade))
      expect(plain(await textIn(made))).toBe(plain(wanted))
      const file = await tracked(bare, bytes)
      expect(plain(await textIn(file.bytes))).toBe(plain(wanted))
      expect(await textIn(withoutOurs(file.bytes))).toBe(text)
    }),
    { numRuns: 15, seed: 11 },
  )
})
