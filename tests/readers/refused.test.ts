/** Files of kinds that are not read are refused by the name of their kind, whatever their names are. */
import { describe, expect, it } from 'vitest'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { sayCode } from '../../src/writers/language.js'
import { en } from '../../src/writers/messages.en.js'
import { archiveOf } from './samples/office.js'
import { compoundFile } from './samples/word97.js'

async function refusal(bytes: Uint8Array, path: string): Promise<ProcessingError> {
  try {
    for await (const document of readDocuments(bytes, { path })) expect(document.text).toBeUndefined()
  } catch (cause) {
    if (cause instanceof ProcessingError) return cause
    throw cause
  }
  throw new Error('was read')
}

const signed = (signature: string, offset = 0) =>
  Buffer.concat([Buffer.alloc(offset), Buffer.from(signature, 'latin1'), Buffer.alloc(600)])
const storage = (...names: string[]) => compoundFile(names.map((name) => [name, Buffer.from('x')] as const))
const main = (target: string, type: string) => ({
  '_rels/.rels': `<Relationships><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="${target}"/></Relationships>`,
  '[Content_Types].xml': `<Types><Override PartName="/${target}" ContentType="application/${type}"/></Types>`,
  [target]: '<a/>',
})
const openDocument = (type: string) =>
  archiveOf({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': '<a>正文</a>' })

const kinds: readonly (readonly [format: string, bytes: Uint8Array])[] = [
  ['7z', signed('7z\xbc\xaf\x27\x1c')],
  ['rar', signed('Rar!\x1a\x07\x01')],
  ['compressed', signed('BZh9')],
  ['picture', signed('GIF89a')],
  ['picture', signed('ftypheic', 4)],
  ['caj', signed('KDH 2.00')],
  ['ceb', signed('Founder CEB')],
  ['word95', signed('\xdb\xa5')],
  ['ppt', storage('PowerPoint Document')],
  ['msg', storage('__properties_version1.0')],
  ['ole', storage('CONTENTS')],
  ['xlsb', archiveOf(main('xl/workbook.bin', 'vnd.ms-excel.sheet.binary.macroEnabled.main'))],
  ['office', archiveOf(main('visio/document.xml', 'vnd.ms-visio.drawing.main+xml'))],
  ['xps', archiveOf({ 'FixedDocSeq.fdseq': '<a/>', '[Content_Types].xml': '<Types/>' })],
  ['odp', openDocument('presentation')],
  ['odf', openDocument('graphics')],
  ['odf', archiveOf({ 'META-INF/manifest.xml': '<a/>', 'content.xml': '<a/>' })],
  ['odf', Buffer.from('<a xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>')],
  [
    'flat-office',
    Buffer.from('<?xml version="1.0"?><a xmlns:p="http://schemas.microsoft.com/office/2006/xmlPackage"/>'),
  ],
  ['uof', Buffer.from('<?xml version="1.0"?><a xmlns:uof="http://schemas.uof.org/cn/2009/uof"/>')],
]

describe.each(['a.doc', 'a.xlsx', 'a.txt', 'a.zip', 'a.html', 'a.csv'])('under the name %s', (path) => {
  it.each(kinds)('%s', async (format, bytes) => {
    const { code, parameters } = await refusal(bytes, path)
    expect([code, parameters]).toEqual(['unsupported-format', { format }])
  })
})

it('an encrypted Office file is said to be encrypted', async () => {
  expect((await refusal(storage('EncryptedPackage', 'EncryptionInfo'), 'a.docx')).code).toBe('encrypted')
})

it('each kind has a sentence of its own, that names the file', () => {
  for (const [format] of kinds) {
    expect(Object.keys(en)).toContain(`message.unsupported-format.${format}`)
    for (const language of ['en', 'zh'] as const)
      expect(sayCode(language, 'message', 'unsupported-format', { path: 'a.b', format })).toMatch(
        /^a\.b(: |：)/,
      )
  }
})

it('an entry of an archive that is refused stops no other', async () => {
  const bytes = archiveOf({ 'a.odg': openDocument('graphics'), 'b.txt': '全县有学校12所。' })
  const found: unknown[] = []
  for await (const { text, messages } of readDocuments(bytes)) found.push([text, messages[0]?.code])
  expect(found).toEqual([
    ['', 'unsupported-format'],
    ['全县有学校12所。', undefined],
  ])
})
