/** The HTML page: nothing is lost of the texts, nothing hostile gets through, every link leads somewhere. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseHTML } from 'linkedom'
import ts from 'typescript'
import { beforeAll, describe, expect, test } from 'vitest'
import { ProcessingError } from '../../src/model/message.js'
import { languages, sayCode } from '../../src/writers/language.js'
import { pageAssets, readPageAssets } from '../../src/writers/page/assets.js'
import type { DocumentNotes } from '../../src/writers/page/client-data.js'
import { escapeText, html } from '../../src/writers/page/html.js'
import { en } from '../../src/writers/page/messages.en.js'
import { zh } from '../../src/writers/page/messages.zh.js'
import { coverOfPages, documentPage, pageOfDocuments } from '../../src/writers/page/page.js'
import { markedText } from '../../src/writers/page/text.js'
import { viewOf } from '../../src/writers/page/view.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { root } from '../repo/source.js'
import { auditedExample } from '../support/audited.js'
import { refuseStaleBuild } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { recordsOf, reportPage } from '../support/records.js'

refuseStaleBuild()

const reports = join(root, 'corpus/reports')
const names = readdirSync(reports, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .slice(0, 2)

const example = toRecord(auditedExample())
const records = new Map<string, DocumentRecord>([['by hand', example]])
beforeAll(async () => {
  for (const name of names) {
    const text = readFileSync(join(reports, name, 'damaged.txt'), 'utf8')
    records.set(name, (await recordsOf(text, `${name}.txt`))[0]!)
  }
  records.set('with tables', (await recordsOf(reportPage, 'page.html'))[0]!)
})

const parse = (page: string) => parseHTML(page).document

/** What one side shows, without white space; the marks of the script's sheet put nothing in. */
function shown(document: ReturnType<typeof parse>, side: 's' | 'r'): string {
  const blocks = [...document.querySelectorAll(`.pair .${side}`)]
  return blocks
    .map(({ textContent }) => textContent)
    .join('')
    .replaceAll(/\s/g, '')
}

function blockText(record: DocumentRecord, text: (start: number, end: number) => string): string {
  return record.blocks
    .map(({ start, end }) => text(start, end))
    .join('')
    .replaceAll(/\s/g, '')
}

describe.each(['by hand', 'with tables', ...names])('%s', (name) => {
  test('shows both texts whole, and notes down every mark in its order', () => {
    const record = records.get(name)!
    const document = parse(documentPage(record, 'en'))
    const view = viewOf(record, 'en', '')
    expect(shown(document, 's')).toBe(blockText(record, (start, end) => record.source.text.slice(start, end)))
    expect(shown(document, 'r')).toBe(blockText(record, view.repaired))
    const notes = JSON.parse(document.querySelector('.notes')!.textContent!) as DocumentNotes
    const marks = [...document.querySelectorAll('.pair .r ins, .pair .r u')]
    expect(notes.corrections).toHaveLength(record.corrections.length)
    expect(marks.map((mark) => mark.textContent)).toEqual(
      notes.corrections.map(([pair, status]) => notes.pairs[pair]![status === 0 ? 1 : 0]),
    )
    expect(document.querySelectorAll('.pair .s del')).toHaveLength(
      record.corrections.filter(({ status }) => status === 'applied').length,
    )
    expect(document.querySelectorAll('.pair .r mark')).toHaveLength(notes.damage.length)
  })

  test.each(languages)('in %s: names are unique and every link leads to one', (language) => {
    const document = parse(documentPage(records.get(name)!, language))
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!)
    expect(links.filter((link) => !link.startsWith('#') || !ids.includes(link.slice(1)))).toEqual([])
    for (const script of document.querySelectorAll('script')) script.remove()
    expect(document.body.textContent).not.toMatch(/undefined|\[object|NaN|\{[a-z]+\}/)
  })
})

test('keeps a table a table, on both sides', () => {
  const document = parse(documentPage(records.get('with tables')!, 'zh'))
  for (const side of ['s', 'r']) {
    const rows = [...document.querySelectorAll(`.pair .${side} tr`)]
    expect(rows.map((row) => row.querySelectorAll('td').length)).toEqual([3, 3, 3, 3])
  }
})

test('cells stand in their columns, with empty ones where the original has none', async () => {
  const rows = ['<td rowspan=2>甲片</td><td>小学</td><td></td><td>12</td>', '<td></td><td>3</td><td>7</td>']
  const markup = `<table><tr>${rows.join('</tr><tr>')}</tr></table>`
  const [record] = await recordsOf(
    `<html><body><p>各片学校情况如下。</p>${markup}</body></html>`,
    'page.html',
  )
  const document = parse(documentPage(record!, 'zh'))
  const shown = [...document.querySelectorAll('.pair .r tr')].map((row) =>
    [...row.querySelectorAll('td')].map(
      (cell) =>
        `${cell.textContent}${['rowspan', 'colspan'].map((name) => cell.getAttribute(name) ?? '').join('/')}`,
    ),
  )
  expect(shown).toEqual([
    ['甲片2/', '小学/', '/', '12/'],
    ['/', '3/', '7/'],
  ])
})

test('shows the wrong share on top, with links to its figures', () => {
  const record = records.get('with tables')!
  const finding = record.checks.find(({ state }) => state === 'mismatch')!
  const card = parse(documentPage(record, 'zh')).querySelector('#findings .card')!
  expect(card.querySelector('.expression')!.textContent).toBe(finding.expression)
  expect([...card.querySelectorAll('.chips a')].map((link) => link.getAttribute('href'))).toEqual(
    finding.facts.map((id) => `#${id}`),
  )
})

describe('marks that cross', () => {
  // The figure begins inside of a correction; damage reaches over both; something was deleted at a border.
  const text = '甲乙丙12所丁戊己'
  const swap = { ...example.corrections[0]!, alternatives: [] }
  const fact = example.facts[0]!
  const crossing: DocumentRecord = {
    ...example,
    source: { text },
    repaired: { text: '甲子丑寅12处丁戊己' },
    corrections: [
      { ...swap, start: 1, end: 3, actual: '乙丙', replacement: '子丑寅', status: 'applied' },
      { ...swap, start: 5, end: 6, actual: '所', replacement: '处', status: 'applied' },
    ],
    damage: [
      { kind: 'beyond-repair', start: 2, end: 8, detail: '' },
      { kind: 'deletion', start: 9, end: 9, detail: '' },
    ],
    facts: [
      { ...fact, id: 'f1', start: 2, end: 6 },
      { ...fact, id: 'f2', start: 3, end: 5 },
    ],
    blocks: [],
  }

  test('cut no correction and lose no letter', () => {
    const marked = markedText(viewOf(crossing, 'en', ''))
    const source = parse(`<p>${marked.mark(0, text.length, 'source')}</p>`)
    expect(source.documentElement.textContent).toBe(text)
    const repaired = parse(`<p>${marked.mark(0, text.length, 'repaired')}</p>`)
    expect(repaired.documentElement.textContent).toBe('甲子丑寅12处丁戊己')
    expect(marked.noted.corrections.map(({ replacement }) => replacement)).toEqual(['子丑寅', '处'])
    expect(repaired.querySelector('#f1')!.textContent).toBe('子丑寅12处')
    expect(repaired.querySelector('#f2')).not.toBeNull()
    expect(repaired.querySelectorAll('mark.g')).toHaveLength(1)
    expect(repaired.querySelectorAll('mark')).toHaveLength(marked.noted.damage.length)
  })

  test('a block ends behind a correction that reaches out of it', () => {
    const { endOf } = markedText(viewOf(crossing, 'en', ''))
    expect([endOf(0, 2), endOf(0, 1), endOf(4, 9)]).toEqual([3, 1, 9])
  })
})

describe('hostile texts', () => {
  const attack = `"'><img src=x onerror=alert(1)></script><script>alert(2)</script><!-- \u2028&amp;`
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') return value + attack
    if (Array.isArray(value)) return value.map(poison)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, poison(inner)]))
  }

  test.each(languages)('stay text wherever they stand, in %s', (language) => {
    const hostile = poison(example) as DocumentRecord
    const clean = parse(documentPage(example, language))
    const cover = coverOfPages(language)
    cover.add(hostile, 'a.html')
    for (const page of [documentPage(hostile, language), cover.text([attack])]) {
      const document = parse(page)
      expect(document.querySelectorAll('img')).toHaveLength(0)
      expect(page.match(/<script/g)!.length).toBeLessThanOrEqual(clean.querySelectorAll('script').length)
      const names = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames())
      expect(names.filter((name) => name.startsWith('on') || name === 'src')).toEqual([])
    }
  })

  test('and so do characters that HTML forbids', () => {
    expect(escapeText('a\0b\u0007\ud800c\n"')).toBe('a\ufffdb\ufffd\ufffdc\n&quot;')
    expect(html`<b>${'<'}${html`<i>`}${null}${3}</b>`.text).toBe('<b>&lt;<i>3</b>')
  })
})

test('nothing on the page may come from anywhere else', () => {
  const page = documentPage(example, 'en')
  const document = parse(page)
  const policy = document.querySelector('meta[http-equiv=Content-Security-Policy]')!.getAttribute('content')!
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  const script = /<script>(.*)<\/script>/s.exec(page)![1]!
  const style = /<style>(.*)<\/style>/s.exec(page)![1]!
  expect(policy).toMatch(/^default-src 'none'; /)
  expect(policy).toContain(`script-src ${hash(script)};`)
  expect(policy).toContain(`style-src ${hash(style)};`)
  expect(policy).not.toContain('unsafe')
  expect(page).not.toMatch(/https?:|\/\/[a-z]|url\(|@import| style=|<link|srcset/)
  expect(script).not.toMatch(/<\/script|<!--/)
  expect({ script, sheet: style }).toEqual(pageAssets())
})

test('the script is one expression: it names nothing on the page and imports nothing', () => {
  const { script } = pageAssets()
  const { statements } = ts.createSourceFile('report.js', script, ts.ScriptTarget.ES2023)
  expect(statements.map(({ kind }) => ts.SyntaxKind[kind])).toEqual(['ExpressionStatement'])
  expect(script).not.toMatch(
    /\bimport\b|\beval\b|\bfetch\b|XMLHttpRequest|innerHTML|outerHTML|insertAdjacent/,
  )
})

test('a front end that was not built is named, with what builds it', () => {
  const folder = temporaryFolder()
  const path = join(folder, 'report.js')
  const failure = new ProcessingError('unbuilt-page', { path, reason: 'ENOENT' })
  expect(() => readPageAssets(folder)).toThrow(failure)
  expect(sayCode('en', 'message', failure.code, failure.parameters)).toBe(
    `${path}: a part of the page cannot be read (ENOENT); npm run build makes it`,
  )
})

test('several documents come folded below a cover sheet, each with names of its own', () => {
  const page = pageOfDocuments('en')
  page.add(example)
  page.add(records.get('with tables')!)
  page.add(example)
  const document = parse(page.text())
  expect(document.querySelectorAll('table.overview tbody tr')).toHaveLength(3)
  expect(document.querySelectorAll('details.doc')).toHaveLength(3)
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')!.slice(1))
  expect(links.filter((link) => !ids.includes(link))).toEqual([])
})

test('a record of some stages says which, and that nothing was audited', () => {
  const record: DocumentRecord = { ...example, facts: [], checks: [], stages: ['read', 'layout', 'repair'] }
  const text = parse(documentPage(record, 'en')).body.textContent!
  expect(text).toContain('Only these stages ran: read, layout, repair.')
  expect(text).toContain(en['findings.not-run'])
  expect(text).toContain(en['facts.not-run'])
})

test('both languages say the same things', () => {
  expect(Object.keys(zh)).toEqual(Object.keys(en))
  const places = (table: Readonly<Record<string, string>>) =>
    Object.entries(table).map(([key, text]) => [key, [...new Set(text.match(/\{[a-z]+\}/g) ?? [])].sort()])
  expect(places(zh)).toEqual(places(en))
})
