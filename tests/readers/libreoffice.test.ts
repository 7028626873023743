/**
 * One report and one workbook in every format that LibreOffice writes: the same text, blocks and facts. What it wrote is
 * kept in `samples/libreoffice`; where LibreOffice is installed, what it writes now is read as well.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { SourceDocument } from '../../src/model/document.js'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const soffice = process.env.SOFFICE_PATH ?? '/usr/bin/soffice'
const hasOffice = existsSync(soffice)
const patience = 300_000
const folder = new URL('samples/libreoffice/', import.meta.url)
const resources = await loadResources()
const boilerplate = loadBoilerplate()

const written = (name: string): Uint8Array => readFileSync(new URL(name, folder))

/** A page as a browser saves it with all that belongs to it. */
function webArchive(page: Uint8Array): Uint8Array {
  const content = Buffer.from(page).toString('base64').replace(/.{76}/g, '$&\r\n')
  const parts = [
    ['From: <Saved by a browser>', 'MIME-Version: 1.0'],
    ['Content-Type: multipart/related; type="text/html"; boundary="b1"', '', '--b1'],
    [
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: base64',
      '',
      content,
      '--b1--',
      '',
    ],
  ]
  return Buffer.from(parts.flat().join('\r\n'))
}

async function read(bytes: Uint8Array, path: string): Promise<SourceDocument> {
  for await (const document of readDocuments(bytes, { path })) return document
  throw new Error('no document')
}

/** Text, blocks and facts, without where they come from. */
async function contentOf(bytes: Uint8Array, path: string) {
  const document = await read(bytes, path)
  const { blocks } = layOut(document, boilerplate)
  for await (const { facts, checks } of processDocument(bytes, { resources, path, assume: 'clean' }))
    return {
      text: document.text,
      blocks: blocks.map(({ kind, level, label, at: { cell }, start, end }) => {
        return { kind, level, label, cell, text: document.text.slice(start, end) }
      }),
      facts: facts.map(({ text, indicator, value, unit, period }) => ({
        text,
        indicator,
        value,
        unit,
        period,
      })),
      checks: checks.map(({ rule, state, expression }) => ({ rule, state, expression })),
      messages: document.messages,
    }
  throw new Error('no document')
}

const report = () => contentOf(written('plain.odt'), 'plain.odt')
const book = () => contentOf(written('book.ods'), 'book.ods')

it('the report says what it says', async () => {
  const { text, facts } = await report()
  expect(text.split('\n').slice(0, 3)).toEqual([
    '云溪县2020年教育工作情况',
    '一、学校和学生',
    '2020年末，全县有小学23所、初中5所，比上年减少1所。在校生7886人，比上年增长2.4%，其中寄宿生1204人。',
  ])
  expect(facts.length).toBeGreaterThan(15)
})

describe('the same text, blocks and facts', () => {
  it.each(['plain.doc', 'plain.docx', 'plain.rtf', 'plain.html', 'plain.fodt'])('%s', async (name) => {
    expect(await contentOf(written(name), name)).toEqual(await report())
  })

  it('plain.mht', async () => {
    expect(await contentOf(webArchive(written('plain.html')), 'plain.mht')).toEqual(await report())
  })

  it.each(['book.xls', 'book.xlsx', 'book.fods'])('%s', async (name) => {
    expect(await contentOf(written(name), name)).toEqual(await book())
  })
})

test(`LibreOffice is at ${soffice}; SOFFICE_PATH names another`, ({ skip }) => {
  // Who tests by hand may have none; where CI is set, nothing is left untried.
  if (!hasOffice && process.env.CI === undefined) skip('what LibreOffice writes now is not tried')
  expect(hasOffice).toBe(true)
})

describe.runIf(hasOffice)('what LibreOffice writes now', () => {
  let place: string
  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), 'huanyuan-office-'))
  })
  afterAll(() => rmSync(place, { recursive: true, force: true }))

  function convert(source: string, filter: string): Uint8Array {
    const profile = `-env:UserInstallation=${pathToFileURL(join(place, 'profile')).href}`
    const path = new URL(source, folder).pathname
    const options = ['--headless', '--norestore', '--convert-to', filter, '--outdir', place, path]
    execFileSync(soffice, [profile, ...options], { stdio: 'ignore', timeout: patience })
    const [ending] = filter.split(':')
    return readFileSync(join(place, source.replace(/\.\w+$/, `.${ending}`)))
  }

  it.each(['odt', 'docx:MS Word 2007 XML', 'doc:MS Word 97', 'rtf'])(
    'report as %s',
    async (filter) => {
      const path = `plain.${filter.split(':')[0]}`
      expect(await contentOf(convert('plain.fodt', filter), path)).toEqual(await report())
    },
    patience,
  )

  it.each(['ods', 'xlsx:Calc MS Excel 2007 XML', 'xls:MS Excel 97'])(
    'workbook as %s',
    async (filter) => {
      const path = `book.${filter.split(':')[0]}`
      expect(await contentOf(convert('book.fods', filter), path)).toEqual(await book())
    },
    patience,
  )
})
