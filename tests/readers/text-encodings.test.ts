/** Texts as old programs left them: padding, controls, rare encodings; what is not read is refused by its name. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { ProcessingError } from '../../src/model/message.js'
import type { DecodedText } from '../../src/readers/encoding.js'
import { decodeText, messagesOf } from '../../src/readers/encoding.js'

const lines = ['2021年，松河县粮食总产31.5万吨，增长2.4%。', '年末全县总人口28.6万人，减少0.3%。']
const text = lines.join('\r\n')
const gbk = (printed: string) => iconv.encode(printed, 'gb18030')
const codesOf = (decoded: DecodedText) => messagesOf(decoded).map(({ code }) => code)

/** UTF-32 by hand, so that reader and test do not share a library. */
function utf32(printed: string, littleEndian: boolean): Uint8Array {
  const points = [...printed].map((character) => character.codePointAt(0)!)
  const view = new DataView(new ArrayBuffer(points.length * 4))
  for (const [at, point] of points.entries()) view.setUint32(at * 4, point, littleEndian)
  return new Uint8Array(view.buffer)
}

describe('is read', () => {
  it.each([
    ['GBK that ends in ^Z', gbk(`${text}\x1a`), 'gb18030', text],
    ['GBK filled up with zeros', gbk(text + '\0'.repeat(15)), 'gb18030', text],
    ['GBK with ^Z and zeros behind it', gbk(`${text}\r\n\x1a${'\0'.repeat(200)}`), 'gb18030', `${text}\r\n`],
    ['UTF-8 that ends in ^Z', Buffer.from(`${text}\x1a`), 'utf-8', text],
    [
      'UTF-16 without a mark that ends in an ASCII letter',
      iconv.encode(`${text}A`, 'utf-16le'),
      'utf-16le',
      `${text}A`,
    ],
    ['UTF-16 without a mark and with ^Z', iconv.encode(`${text}1\x1a`, 'utf-16le'), 'utf-16le', `${text}1`],
    ['UTF-32 with a mark', utf32(`\uFEFF${text}`, true), 'utf-32le', text],
    ['UTF-32 with a mark, the other way round', utf32(`\uFEFF${text}`, false), 'utf-32be', text],
    ['UTF-32 without a mark', utf32(`𠮷${text}`, true), 'utf-32le', `𠮷${text}`],
    ['two marks', Buffer.from(`\uFEFF\uFEFF${text}`), 'utf-8', text],
    ['lines that end in CR', gbk(lines.join('\r')), 'gb18030', lines.join('\n')],
    ['lines that end in the line separator', Buffer.from(lines.join('\u2028')), 'utf-8', lines.join('\n')],
  ])('%s', (_, bytes, encoding, expected) => {
    const decoded = decodeText(bytes)
    expect([decoded.text, decoded.encoding]).toEqual([expected, encoding])
    expect(codesOf(decoded)).toEqual([])
  })

  it.each([
    ['gb18030', gbk],
    ['utf-8', Buffer.from],
  ])('%s with controls around words, which are left out and counted', (encoding, encode) => {
    const decoded = decodeText(encode(text.replaceAll(/(年|县)/g, '\x02$1\x03')))
    expect([decoded.text, decoded.encoding]).toEqual([text, encoding])
    expect(messagesOf(decoded)).toMatchObject([{ code: 'removed-controls', parameters: { count: 8 } }])
  })

  it('Big5 with characters of Hong Kong', () => {
    // By Python's codec big5hkscs.
    const hongKong = Buffer.from('9df89def9df69dcf', 'hex')
    const bytes = Buffer.concat([
      iconv.encode('糧食產量', 'big5'),
      hongKong,
      iconv.encode('增長百分之八。', 'big5'),
    ])
    const { text: read, encoding } = decodeText(bytes)
    expect([read, encoding]).toEqual(['糧食產量啲嘅喺嘢增長百分之八。', 'big5-hkscs'])
  })

  it('form feeds as page breaks', () => {
    const { text: read, pageStarts } = decodeText(gbk(lines.join('\r\n\f')))
    expect(read).toBe(lines.join('\r\n\n'))
    expect(pageStarts.map((start) => read.slice(start, start + 4))).toEqual(['2021', '年末全县'])
  })
})

it('a command to a terminal keeps its end, by which it is told from text', () => {
  expect(decodeText(Buffer.from('学校\u001b]0;99所\u000712所\u0007。')).text).toBe(
    '学校\u001b]0;99所\u000712所。',
  )
})

/** Text as a program writes it that takes its UTF-8 for another encoding. */
const mistaken = (encoding: string, own = 'utf-8', printed = text) =>
  Buffer.from(iconv.decode(iconv.encode(printed, own), encoding))

/** EUC-TW of characters that stand in plane 1 of CNS 11643 in the order of Big5. */
function eucTw(printed: string): Uint8Array {
  const place = (lead: number, trail: number) => (lead - 0xa4) * 157 + trail - (trail < 0x7f ? 0x40 : 0x62)
  return Buffer.concat(
    [...printed].map((character) => {
      const [lead = 0, trail] = iconv.encode(character, 'big5')
      if (trail === undefined) return Buffer.of(lead)
      const at = place(lead, trail)
      return Buffer.of(0xc4 + Math.floor(at / 94), 0xa1 + (at % 94))
    }),
  )
}

describe('is refused by name', () => {
  it.each([
    ['HZ', Buffer.from('2021~{Dj~}~{K+:SOX~}31.5'), 'foreign-encoding', 'HZ'],
    ['ISO-2022-CN', Buffer.from('\x1b$)A\x0eHCS!\x0f 31.5'), 'foreign-encoding', 'ISO-2022-CN'],
    ['EUC-TW', eucTw('松河縣糧食總產量比上年增加很多農民收入提高'), 'foreign-encoding', 'EUC-TW'],
    ['UTF-8 taken for Latin-1', mistaken('latin1'), 'mojibake', 'latin1'],
    ['UTF-8 taken for windows-1252', mistaken('windows-1252'), 'mojibake', 'windows-1252'],
    ['UTF-8 taken for GBK', mistaken('gb18030'), 'mojibake', 'gb18030'],
    ['GBK taken for Latin-1', mistaken('latin1', 'gbk'), 'mojibake', 'latin1'],
    [
      'GBK taken for windows-1252',
      mistaken('windows-1252', 'gbk', `${text}陶喆`),
      'mojibake',
      'windows-1252',
    ],
  ])('%s', (_, bytes, code, encoding) => {
    const refusal = () => decodeText(bytes)
    expect(refusal).toThrow(ProcessingError)
    expect(refusal).toThrow(`${code} {"encoding":"${encoding}"`)
  })

  it.each([
    ['French', 'Le préfet a décidé: été, forêt, où, naïf, cœur, élève, Noël.'],
    ['German', 'Größe, Öl und Übermaß: für müde Bären, süße Äpfel, weiße Straßen, größere Fußgänger.'],
    ['Portuguese', 'São três ações, opções e relações: não há informações, só exceções e reuniões.'],
    ['one sign again and again', '½'.repeat(400)],
    ['signs', '§±×÷°·«»¶¤¥£¢¼½¾'.repeat(20)],
    ['Japanese', '二〇二一年、松河県の食糧生産は三十一万トンであった。'],
    ['Korean', '2021년 송하현의 식량 생산량은 31만 톤이었다.'],
    ['Chinese of rare characters', '镕基、朱镕、囍、㙍、堃、喆、頔、翀、赟'],
  ])('%s is not', (_, printed) => {
    expect(decodeText(Buffer.from(printed)).text).toBe(printed)
  })

  it('a list of small numbers of four bytes is no text', () => {
    const numbers = Buffer.from(new Uint32Array(64).map((_, at) => at + 1).buffer)
    expect(() => decodeText(numbers)).toThrow('binary-input')
  })

  it('a list of seldom names in GBK is not', () => {
    const printed = '岷江、沱江、涪江、嘉陵江、渠江、琼江、郪江、濑溪河'
    expect(decodeText(gbk(printed)).text).toBe(printed)
  })
})
