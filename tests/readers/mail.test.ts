/** Web archives and mail: the page or text in them, and what is attached, never how they are written. */
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readDocuments, readerOf } from '../../src/readers/read.js'
import { archiveOf } from './samples/office.js'

async function read(lines: readonly (string | Buffer)[], path: string) {
  const bytes = Buffer.concat(lines.map((line) => Buffer.concat([Buffer.from(line), Buffer.from('\r\n')])))
  const found: unknown[] = []
  for await (const { origin, text, stated, messages } of readDocuments(bytes, { path }))
    found.push([
      origin.entry,
      text,
      stated.filter(({ at }) => at.cell !== null).length,
      ...messages.map(({ code }) => code),
    ])
  return found
}

const quoted = (text: string) =>
  [...iconv.encode(text, 'gb2312')]
    .map((byte) =>
      byte > 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
    )
    .join('')
    .replaceAll(/(.{72}[^=]{0,2})(?=.)/g, '$1=\r\n')
const based = (content: string | Uint8Array) => Buffer.from(content).toString('base64')
const part = (head: readonly string[], body: string) => ['--part', ...head, '', body]
const multipart = (kind: string) => [
  'MIME-Version: 1.0',
  `Content-Type: multipart/${kind};`,
  '\tboundary="part"',
  '',
]

describe('a web archive', () => {
  const page =
    '<html><head><meta charset="gb2312"></head><body><p>全县有学校12所。</p><table><tr><td>乡镇</td><td>学校</td></tr><tr><td>白水镇</td><td>18</td></tr></table></body></html>'
  const lines = [
    'From: <Saved by a browser>',
    'Subject: =?gb2312?B?yfqzybXEzerV+w==?=',
    ...multipart('related'),
    ...part(
      ['Content-Type: text/html; charset="gb2312"', 'Content-Transfer-Encoding: quoted-printable'],
      quoted(page),
    ),
    ...part(
      ['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-Location: a.png'],
      based('\x89PNG'),
    ),
    '--part--',
  ]
  it.each(['a.mht', 'a.doc', 'a.txt'])('named %s is its page', async (path) => {
    expect(await read(lines, path)).toEqual([[null, '全县有学校12所。\n乡镇\t学校\n白水镇\t18\n', 4]])
  })
})

it('mail is its text, with what is attached behind it', async () => {
  const documents = await read(
    [
      'Received: from a by b; Mon, 2 Mar 2020 08:00:00 +0800',
      ...multipart('mixed'),
      ...part(
        ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64'],
        based('全县有学校12所。\n'),
      ),
      ...part(
        [
          'Content-Type: application/zip; name="a.zip"',
          'Content-Disposition: attachment; filename="a.zip"',
          'Content-Transfer-Encoding: base64',
        ],
        based(archiveOf({ 'b.txt': '教师300人。' })),
      ),
      ...part(
        [
          'Content-Type: application/pdf',
          'Content-Disposition: attachment; filename="c.pdf"',
          'Content-Transfer-Encoding: base64',
        ],
        based('%PDF-1.4 broken'),
      ),
      '--part--',
    ],
    'a.eml',
  )
  expect(documents).toEqual([
    [null, '全县有学校12所。\n', 0],
    ['a.zip/b.txt', '教师300人。', 0],
    ['c.pdf', '', 0, 'damaged-file'],
  ])
})

it.each([
  'Date: 2020\n来源: 统计局\n全县有学校12所。',
  'From: 统计局\nMIME-Version 1.0 的说明',
  '全县有学校12所。\nMIME-Version: 1.0\n',
])('text that only looks like mail is text: %j', (text) => {
  expect(readerOf(Buffer.from(text), 'a.txt').id).toBe('txt')
})

describe('who sent a message, and when,', () => {
  async function originOf(head: readonly string[]) {
    const lines = [
      ...head,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '全镇有学校9所。',
    ]
    for await (const { origin } of readDocuments(Buffer.from(lines.join('\r\n')), { path: 'a.eml' }))
      return origin
    return undefined
  }

  it('is its origin', async () => {
    const head = [
      'From: =?utf-8?B?6ZWH5pS/5bqc?= <office@example.com>',
      'Date: Tue, 3 Mar 2020 23:30:00 +0800',
    ]
    expect(await originOf(head)).toMatchObject({ source: '镇政府', published: '2020-03-03' })
    expect(await originOf(['From: office@example.com'])).toMatchObject({ source: 'office@example.com' })
  })

  it('is not said of a page that a browser saved', async () => {
    const origin = await originOf(['From: <Saved by Blink>', 'Date: Tue, 3 Mar 2020 08:30:00 +0000'])
    expect(origin).not.toHaveProperty('source')
    expect(origin).not.toHaveProperty('published')
  })
})
