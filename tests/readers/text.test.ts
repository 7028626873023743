/** Plain text: the characters of every encoding as they stand, and one clear code for what is no text. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ProcessingError } from '../../src/model/message.js'
import type { ReadOptions } from '../../src/readers/read.js'
import { readDocuments } from '../../src/readers/read.js'

async function read(bytes: Uint8Array, options: ReadOptions = {}) {
  const documents = []
  for await (const document of readDocuments(bytes, options)) documents.push(document)
  return documents
}

async function codeOf(bytes: Uint8Array, options: ReadOptions = {}): Promise<string> {
  try {
    await read(bytes, options)
    return 'read'
  } catch (cause) {
    if (!(cause instanceof ProcessingError)) throw cause
    return cause.code
  }
}

const simplified = '松河县教育局二○一九年工作总结\r\n全县有学校12所，教职工320人。\r\n'
const traditional = '松河縣教育局工作總結\r\n全縣有學校12所，教職工320人。\r\n'

describe('decoding', () => {
  it.each([
    ['utf-8', Buffer.from(simplified), simplified],
    ['utf-8', Buffer.from(`\uFEFF${simplified}`), simplified],
    ['gb18030', iconv.encode(simplified, 'gb18030'), simplified],
    ['utf-16le', iconv.encode(`\uFEFF${simplified}`, 'utf-16le'), simplified],
    ['utf-16be', iconv.encode(`\uFEFF${simplified}`, 'utf-16be'), simplified],
    ['utf-16le', iconv.encode(simplified, 'utf-16le'), simplified],
    ['big5', iconv.encode(traditional, 'big5'), traditional],
    ['utf-8', Buffer.from('GDP 12.5%\n'), 'GDP 12.5%\n'],
  ])('%s', async (encoding, bytes, text) => {
    const [document] = await read(bytes)
    expect(document!.text).toBe(text)
    expect(document!.origin.encoding).toBe(encoding)
    expect(document!.messages).toEqual([])
  })

  it('takes the encoding that is stated', async () => {
    const bytes = iconv.encode('教育', 'gb18030')
    const [document] = await read(bytes, { encoding: 'GBK' })
    expect(document!.text).toBe('教育')
    expect(document!.origin.encoding).toBe('gb18030')
  })

  it.each([
    ['no text in any encoding', Uint8Array.of(0xff, 0x81, 0xff, 0x81, 0xff), {}, 'unknown-encoding'],
    ['a program', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 1), {}, 'binary-input'],
    [
      'bytes that are not as stated',
      iconv.encode('教育局', 'gb18030'),
      { encoding: 'utf-8' },
      'bad-encoding',
    ],
    ['an encoding that nobody knows', Buffer.from('x'), { encoding: 'utf-99' }, 'unsupported-encoding'],
    ['too many bytes', Buffer.from('教育局'), { maxBytes: 8 }, 'too-large'],
  ])('%s', async (_, bytes, options, code) => expect(await codeOf(bytes, options)).toBe(code))

  it('replaces a broken character in a long text, and says so', async () => {
    const bytes = iconv.encode(simplified.repeat(20), 'gb18030')
    bytes[1000] = 0xff
    const [document] = await read(bytes)
    expect(document!.origin.encoding).toBe('gb18030')
    expect(document!.messages.map(({ code }) => code)).toEqual(['replaced-characters'])
    expect(document!.text.length).toBeGreaterThan(simplified.length * 19)
  })

  it('gives a document for empty input, and says so', async () => {
    const [document] = await read(new Uint8Array(0))
    expect(document!.text).toBe('')
    expect(document!.messages.map(({ code }) => code)).toEqual(['empty-input'])
  })
})

describe('documents', () => {
  it('are named by their bytes alone', async () => {
    const [one] = await read(Buffer.from('abc'), { path: 'a.txt' })
    const [other] = await read(Buffer.from('abc'), { path: 'b.txt' })
    expect(one!.id).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(other!.id).toBe(one!.id)
    expect(one!.origin.path).toBe('a.txt')
  })
})
