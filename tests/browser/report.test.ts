/** The page in a browser: opens without the network, sorts, explains a mark on a tap, fits a phone, prints whole. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { documentPage, pageOfDocuments } from '../../src/writers/page/page.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { executablePath, hasBrowser, launchBrowser, patience } from '../support/browser.js'
import { refuseStaleBuild } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { recordsOf, reportPage } from '../support/records.js'

refuseStaleBuild()

const phone = { viewport: { width: 375, height: 700 }, hasTouch: true, isMobile: true }

let browser: Browser
let record: DocumentRecord

/** A page from a file, and what it complained of or asked the network for. */
async function open(
  html: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; told: string[] }> {
  const path = join(temporaryFolder(), 'report.html')
  writeFileSync(path, html)
  const context = await browser.newContext(options)
  onTestFinished(() => context.close(), patience)
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const told: string[] = []
  page.on('console', (message) => told.push(message.text()))
  page.on('pageerror', ({ message }) => told.push(message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) told.push(request.url())
  })
  await page.goto(pathToFileURL(path).href)
  return { page, told }
}

const overflow = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

test(`there is a browser at ${executablePath}; CHROMIUM_PATH names another`, ({ skip }) => {
  // Who tests by hand may have none; where CI is set, nothing is left untried.
  if (!hasBrowser && process.env.CI === undefined) skip('the page is not tried in a browser')
  expect(hasBrowser).toBe(true)
})

describe.runIf(hasBrowser)(`in ${executablePath}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    record = (await recordsOf(reportPage, 'page.html'))[0]!
  }, patience)
  afterAll(() => browser?.close(), patience)

  test.each(['en', 'zh'] as const)(
    'in %s it opens quietly and sorts its figures',
    async (language) => {
      const { page, told } = await open(documentPage(record, language))
      const values = () =>
        page
          .locator('.facts tbody td:nth-child(2)')
          .evaluateAll((cells) =>
            cells.map((cell) => Number(cell.getAttribute('data-v') ?? cell.textContent)),
          )
      const before = await values()
      await page.locator('.facts th:nth-child(2) button').click()
      expect(await values()).toEqual(before.toSorted((a, b) => a - b))
      await page.locator('.facts th:nth-child(2) button').click()
      expect(await values()).toEqual(before.toSorted((a, b) => b - a))
      await page.locator('.filter input').fill('经费')
      const rows = page.locator('.facts tbody tr:visible')
      expect(await rows.count()).toBeGreaterThan(0)
      expect(await rows.count()).toBeLessThan(before.length)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'on a phone a tap explains a mark, and nothing is wider than the screen',
    async () => {
      const { page, told } = await open(documentPage(record, 'en'), phone)
      expect(await overflow(page)).toBe(0)
      const corrections = record.corrections.filter(({ status }) => status === 'applied')
      const mark = page.locator('.r ins').last()
      await mark.tap()
      const panel = page.locator('#panel')
      expect(await panel.isVisible()).toBe(true)
      const text = await panel.innerText()
      expect(text).toContain(corrections.at(-1)!.actual)
      expect(text).toContain(corrections.at(-1)!.replacement)
      expect(text).toMatch(/Confidence\s+[\d.]+%/)
      expect(text).toContain('Evidence')
      expect(await page.locator('.s del.on').innerText()).toBe(corrections.at(-1)!.actual)
      expect(await overflow(page)).toBe(0)
      await panel.locator('button').tap()
      expect(await panel.isVisible()).toBe(false)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'the mouse shows what a figure is, and takes it away again',
    async () => {
      const { page, told } = await open(documentPage(record, 'en'))
      const fact = record.facts.find(({ text }) => text.includes('8600'))!
      const panel = page.locator('#panel')
      await page.locator(`#${fact.id}`).hover()
      expect(await panel.locator('.swap').innerText()).toBe(`${fact.indicator}: 8600万元`)
      const names = await panel.locator('dt').allInnerTexts()
      expect(names).toContain('period')
      expect(names).not.toContain('value')
      await page.locator('h1').hover()
      expect(await panel.isVisible()).toBe(false)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'the keyboard goes from mark to mark and closes the panel',
    async () => {
      const { page } = await open(documentPage(record, 'en'))
      const marks = page.locator('.r ins, .r u')
      await marks.first().focus()
      await page.keyboard.press('ArrowRight')
      expect(await marks.nth(1).evaluate((mark) => mark === mark.ownerDocument.activeElement)).toBe(true)
      expect(await page.locator('#panel').isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await page.locator('#panel').isVisible()).toBe(false)
    },
    patience,
  )

  test(
    'several documents open on demand, and a link opens the one it leads into',
    async () => {
      const all = pageOfDocuments('en')
      all.add(record)
      all.add({ ...record, origin: { ...record.origin, path: 'second.html' } })
      const { page, told } = await open(all.text(), phone)
      expect(await overflow(page)).toBe(0)
      expect(await page.locator('details.doc[open]').count()).toBe(0)
      await page.locator('.overview tbody a').nth(1).tap()
      await page.locator('#d2[open]').waitFor()
      expect(await page.locator('#d1').getAttribute('open')).toBeNull()
      expect(await overflow(page)).toBe(0)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'on paper everything is open and no control is left',
    async () => {
      const { page } = await open(documentPage(record, 'en'))
      const folded = page.locator('details:not([open])')
      expect(await folded.count()).toBeGreaterThan(0)
      await page.emulateMedia({ media: 'print' })
      await expect.poll(() => folded.count()).toBe(0)
      for (const control of ['nav.parts', '.views', '.filter', '#panel']) {
        expect(await page.locator(control).first().isVisible(), control).toBe(false)
      }
      expect(await page.locator('.pairs tbody tr').first().isVisible()).toBe(true)
      await page.emulateMedia({ media: 'screen' })
      await expect.poll(() => folded.count()).toBeGreaterThan(0)
    },
    patience,
  )

  test(
    'without its script it can be read all the same',
    async () => {
      const { page, told } = await open(documentPage(record, 'en'), { javaScriptEnabled: false })
      expect(await page.locator('.r ins').first().isVisible()).toBe(true)
      expect(await page.locator('.facts tbody tr').count()).toBe(record.facts.length)
      expect(await page.locator('.filter').first().isVisible()).toBe(false)
      await page.locator('summary').last().click()
      expect(told).toEqual([])
    },
    patience,
  )
})
