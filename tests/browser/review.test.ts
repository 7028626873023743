/** The review in a browser: keys decide, nothing is lost, two reviewers differ, large sets stay small, texts stay text. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { entranceFile } from '../../src/cli/browser.js'
import { parseLog } from '../../src/decisions/log.js'
import { decideRecord } from '../../src/pipeline/decided.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { listen } from '../../src/review/listen.js'
import { reviewAssets } from '../../src/review/shell.js'
import { toRecord } from '../../src/writers/record.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { auditedExample } from '../support/audited.js'
import { executablePath, hasBrowser, launchBrowser, patience } from '../support/browser.js'
import { refuseStaleBuild } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { recordsOf, reportPage } from '../support/records.js'
import { entrance, openTestReview, wordDownload } from '../support/review.js'
import { openServed, type ServedReviewOptions } from '../support/served-review.js'

refuseStaleBuild()

let browser: Browser
let record: DocumentRecord
let resources: Resources

const open = (records: readonly DocumentRecord[], options: ServedReviewOptions = {}) =>
  openServed(browser, records, options)

/** A review that its private file opened, in a browser that had not been there, and a page that comes by that file again. */
async function opened() {
  let port = 0
  const { app } = await openTestReview([record], {
    assets: reviewAssets('en'),
    hosts: () => [`127.0.0.1:${port}`],
  })
  const server = await listen(app.fetch, 0)
  port = server.port
  const { path, remove } = entranceFile(`http://127.0.0.1:${port}/?enter=${entrance}`)
  onTestFinished(async () => {
    remove()
    await server.close()
  }, patience)
  const browserPage = async () => {
    const context = await browser.newContext()
    onTestFinished(() => context.close(), patience)
    const page = await context.newPage()
    await page.goto(pathToFileURL(path).href)
    await page.waitForURL(`http://127.0.0.1:${port}/**`)
    return page
  }
  return { page: await browserPage(), browserPage }
}

/** Presses keys one after another, each when what the one before decided is saved. */
async function press(
  page: Page,
  log: { readonly decisions: readonly unknown[] },
  keys: string,
): Promise<void> {
  for (const key of keys) {
    const before = log.decisions.length
    await page.keyboard.press(key)
    if (!'jke'.includes(key)) await expect.poll(() => log.decisions.length).toBeGreaterThan(before)
  }
}

const at = (page: Page) => page.locator('ins.current').getAttribute('data-at')
const count = (page: Page, selector: string) => page.locator(selector).count()

/** A record of a text that is `times` as long. */
function repeated(one: DocumentRecord, times: number): DocumentRecord {
  const unit = `${one.source.text}\n`
  const all = <T extends { readonly start: number; readonly end: number }>(items: readonly T[]) =>
    Array.from({ length: times }, (_, index) => index * unit.length).flatMap((shift) =>
      items.map((item) => ({ ...item, start: item.start + shift, end: item.end + shift })),
    )
  return {
    ...one,
    source: { text: unit.repeat(times) },
    blocks: all(one.blocks),
    corrections: all(one.corrections),
    facts: [],
    tables: [],
    checks: [],
    damage: [],
  }
}

describe.runIf(hasBrowser)(`in ${executablePath}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    record = (await recordsOf(reportPage, 'page.html'))[0]!
    resources = await loadResources()
  }, patience)
  afterAll(() => browser?.close(), patience)

  test(
    'the Word file of a document is kept under its name, and the page stays',
    async () => {
      const { page, told } = await open([record], { hash: '#0' })
      const download = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Word file with tracked changes' }).click()
      expect((await download).suggestedFilename()).toBe(wordDownload.name)
      expect(readFileSync(await (await download).path())).toEqual(Buffer.from(wordDownload.bytes))
      expect(await count(page, '.rows')).toBe(1)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'ten changes by keys, one for all, undo, close, reopen, apply',
    async () => {
      const first = await open([record])
      await first.page.locator('.document-row a').first().click()
      await first.page.locator('ins.current').waitFor()
      await press(first.page, first.log, 'aaaaaaaarr')
      expect(first.log.decisions).toHaveLength(10)
      await expect.poll(() => count(first.page, 'ins.accepted')).toBe(8)
      await expect.poll(() => count(first.page, 'ins.rejected')).toBe(2)
      // One decision for every place of the same word.
      const word = record.corrections.findIndex(({ actual }) => actual === '黉舍')
      await first.page.locator(`#c${word}`).click()
      const alike = record.corrections.filter(({ actual }) => actual === '黉舍').length
      expect(alike).toBe(3)
      await press(first.page, first.log, 'd')
      await expect.poll(() => first.page.locator('ins.accepted', { hasText: '学校' }).count()).toBe(alike)
      await press(first.page, first.log, 'u')
      await press(first.page, first.log, 'y')
      expect(first.log.decisions).toHaveLength(13)
      const rejected = await first.page.locator('ins.rejected').allInnerTexts()
      expect(first.told).toEqual([])
      await first.close()
      const again = await open([record], { folder: first.folder, hash: '#0' })
      expect(await again.page.locator('ins.rejected').allInnerTexts()).toEqual(rejected)
      // It goes on at the first place that is not decided.
      const current = Number(await at(again.page))
      expect(await again.page.locator(`#c${current}`).getAttribute('class')).toContain('open')
      const log = parseLog(readFileSync(again.path, 'utf8'), 'li')
      const made = decideRecord(record, [log], resources)
      expect(made.unfit).toEqual([])
      const shown = (await again.page.locator('.row > :nth-child(2)').allInnerTexts()).join('\n')
      for (const { replacement, decidedBy } of made.record.corrections) {
        if (decidedBy !== undefined) expect(shown).toContain(replacement)
      }
      const kept = log.decisions.flatMap((one) => (one.kind === 'reject' ? [one.anchor.text] : []))
      expect(kept).toHaveLength(2)
      for (const text of kept) expect(made.record.repaired.text).toContain(text)
    },
    patience,
  )

  test(
    'own text, another word, never again; a figure and a finding',
    async () => {
      const { page, log, told } = await open([record], { hash: '#0' })
      await page.keyboard.press('e')
      await page.keyboard.press('Control+a')
      await page.keyboard.type('自己的字')
      await page.keyboard.press('Enter')
      await page.locator('ins.accepted', { hasText: '自己的字' }).waitFor()
      await press(page, log, 'w')
      await page.locator('summary', { hasText: 'Facts' }).click()
      await page.locator('button[aria-label^="Confirm:"]').first().click()
      await page.locator('.figures i', { hasText: 'confirmed' }).waitFor()
      await page.locator('button[aria-label^="error of the report:"]').first().click()
      await page.locator('.figures i', { hasText: 'error of the report' }).waitFor()
      expect(log.decisions.map(({ kind }) => kind)).toEqual(['own', 'keep-word', 'fact', 'finding'])
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'files that are chosen are read one after another, what fails is told, and the page stays',
    async () => {
      const { page, log, told } = await open([record])
      const files = ['a.txt', 'b.txt'].map((name) => ({
        name,
        text: `全县共有黉舍${name.length}2所，${name}。`,
      }))
      const buffers = files.map(({ name, text }) => ({ name, mimeType: '', buffer: Buffer.from(text) }))
      const broken = { name: 'c.pdf', mimeType: '', buffer: Buffer.from('%PDF-1.4 none') }
      await page
        .getByLabel('Add files…')
        .last()
        .setInputFiles([...buffers, broken])
      await page.getByText('2 documents added, 0 were there already, 1 could not be read').waitFor()
      expect(await page.locator('.intake li').allInnerTexts()).toEqual([expect.stringMatching(/^c\.pdf: /)])
      expect(await page.locator('h1').innerText()).toBe('Documents (3)')
      await page.locator('.document-row a[href="#2"]').click()
      await page.locator('ins.current').waitFor()
      await press(page, log, 'r')
      expect(log.decisions).toMatchObject([{ kind: 'reject' }])
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'a file that is dropped joins the documents, also where there were none',
    async () => {
      const { page, told } = await open([])
      await page.evaluate(`{
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File(['全县共有黉舍12所。'], '报告.txt'))
        for (const kind of ['dragover', 'drop'])
          dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }))
      }`)
      await page.locator('.document-row', { hasText: '报告.txt' }).waitFor()
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'a folder that is dragged in by the system is read with the folders in it, by the way to each file',
    async () => {
      const folder = temporaryFolder({
        ...{ '报告/甲.txt': '全县共有黉舍12所。', '报告/旧/乙.txt': '全县共有黉舍13所。' },
        '报告/.hidden.txt': '全县共有黉舍14所。',
      })
      const { page, told } = await open([])
      const system = await page.context().newCDPSession(page)
      const data = { items: [], files: [join(folder, '报告')], dragOperationsMask: 1 }
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
        await system.send('Input.dispatchDragEvent', { type, x: 300, y: 200, data })
      await page.locator('.document-row', { hasText: '报告/旧/乙.txt' }).waitFor()
      await page.locator('.document-row', { hasText: '报告/甲.txt' }).waitFor()
      expect(await page.locator('h1').innerText()).toBe('Documents (2)')
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'on paper there are lists and texts, and nothing to press',
    async () => {
      const { page } = await open([record])
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.intake').isVisible()).toBe(false)
      const overflow = "getComputedStyle(document.querySelector('.document-list')).overflowY"
      expect(await page.evaluate(overflow)).toBe('visible')
      await page.evaluate("location.hash = '#0'")
      await page.locator('.rows').waitFor()
      expect(await page.locator('.review-panel').isVisible()).toBe(false)
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    },
    patience,
  )

  test(
    'a private file of this machine opens the review, once',
    async () => {
      const { page, browserPage } = await opened()
      await page.locator('.document-row').first().waitFor()
      expect(new URL(page.url()).search).toBe('')
      await expect(browserPage()).rejects.toThrow('HTTP_RESPONSE_CODE_FAILURE')
    },
    patience,
  )

  test(
    'all of a kind are accepted by a key, and what was not mended is marked and listed',
    async () => {
      const { start, end } = record.blocks[0]!
      const marked = {
        ...record,
        damage: [{ kind: 'mask' as const, start, end: Math.min(end, start + 5), detail: '' }],
      }
      const { page, log } = await open([marked], { hash: '#0' })
      expect(await page.locator('.row mark').first().getAttribute('title')).toContain('masked')
      await page.locator('summary', { hasText: 'Found, not mended (1)' }).click()
      const { kind } = record.corrections[Number(await at(page))]!
      const alike = record.corrections.filter((one) => one.kind === kind)
      await press(page, log, 't')
      await expect.poll(() => log.decisions.length).toBe(alike.length)
      await press(page, log, 'u')
      await expect.poll(() => count(page, 'ins.accepted')).toBe(0)
    },
    patience,
  )

  test(
    'two reviewers have two logs, and where they differ is shown',
    async () => {
      const li = await open([record], { hash: '#0' })
      await press(li.page, li.log, 'aa')
      const wang = await open([record], { hash: '#0', reviewer: 'wang', folder: li.folder })
      await press(wang.page, wang.log, 'ra')
      const logs = [li, wang].map(({ path }) => parseLog(readFileSync(path, 'utf8'), 'else'))
      expect(logs.map(({ by }) => by)).toEqual(['li', 'wang'])
      const { conflicts } = decideRecord(record, logs, resources)
      expect(conflicts).toHaveLength(1)
      expect(conflicts[0]!.sides.map(({ by }) => by)).toEqual(['li', 'wang'])
    },
    patience,
  )

  test(
    'of ten thousand documents some rows are drawn, wherever one scrolls to',
    async () => {
      const small = toRecord(auditedExample())
      const many = Array.from({ length: 10_000 }, (_, at) => ({ ...small, id: `sha256:${at}` }))
      const { page, told } = await open(many)
      expect(await page.locator('h1').innerText()).toContain('10000')
      await page.locator('.document-list').evaluate((list) => {
        list.scrollTop = list.scrollHeight
      })
      await page.locator('a[href="#9999"]').waitFor()
      expect(await count(page, '.document-row')).toBeLessThan(100)
      await page.locator('a[href="#9999"]').click()
      await page.locator('.rows').waitFor()
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'in a text of 160,000 characters a key redraws two rows at most',
    async () => {
      const long = repeated(record, Math.ceil(160_000 / record.source.text.length))
      expect(long.source.text.length).toBeGreaterThan(160_000)
      const { page, log } = await open([long], { hash: '#0' })
      await page.locator('ins.current').waitFor()
      await page.evaluate(`
        window.touched = new Set()
        new MutationObserver((changes) => {
          for (const { target } of changes) {
            const row = (target.closest ? target : target.parentElement).closest('.row')
            if (row !== null) window.touched.add(row)
          }
        }).observe(document.querySelector('.rows'), { attributes: true, childList: true, characterData: true, subtree: true })`)
      const touched = async (key: string) => {
        await page.evaluate('window.touched.clear()')
        await press(page, log, key)
        return page.evaluate('window.touched.size')
      }
      for (const key of 'jjka') expect(await touched(key)).toBeLessThanOrEqual(2)
    },
    patience,
  )

  test(
    'a hostile document shows as text',
    async () => {
      const evil = '<script>window.bad=1</script><img src=x onerror="window.bad=1">\u202e\u001b[31m\u0007'
      const text = `${evil}黉舍${evil}`
      const start = text.indexOf('黉舍')
      const template = record.corrections.find(({ actual }) => actual === '黉舍')!
      const hostile: DocumentRecord = {
        ...record,
        origin: { ...record.origin, path: `${evil}.html` },
        source: { text },
        blocks: [{ ...record.blocks[0]!, kind: 'title', start: 0, end: text.length }],
        corrections: [
          {
            ...template,
            start,
            end: start + 2,
            replacement: evil,
            alternatives: [{ text: evil, confidence: 0.1 }],
          },
        ],
        spin: { ...record.spin, windows: [] },
        coverage: { ...record.coverage, ignored: [] },
        messages: [],
        facts: [],
        tables: [],
        checks: [],
        damage: [],
      }
      const { page, log, told } = await open([hostile])
      expect(await page.evaluate('window.bad')).toBeUndefined()
      await page.locator('.document-row a').first().click()
      await page.locator('ins.current').waitFor()
      await press(page, log, '1')
      expect(await page.evaluate('window.bad')).toBeUndefined()
      expect(await count(page, '#review script, #review img')).toBe(0)
      expect(await page.locator('ins').innerText()).toContain('<script>')
      expect(told).toEqual([])
    },
    patience,
  )

  test.each([
    ['a desktop', { viewport: { width: 1280, height: 800 } }],
    ['a tablet', { viewport: { width: 768, height: 1024 }, hasTouch: true }],
    ['a dark screen', { colorScheme: 'dark' as const }],
    ['twice the size', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])(
    'on %s axe finds nothing serious, and nothing is wider than the screen',
    async (_, context) => {
      const { page, log } = await open([record], { context })
      const serious = async () => {
        await page.evaluate(axe.source)
        const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults
        return violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      }
      const overflow = () =>
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
      expect(await serious()).toEqual([])
      expect(await overflow()).toBe(0)
      await page.locator('.document-row a').first().click()
      await page.locator('ins.current').waitFor()
      await press(page, log, 'ar')
      await page.locator('summary', { hasText: 'Facts' }).click()
      expect(await serious()).toEqual([])
      expect(await overflow()).toBe(0)
    },
    patience,
  )
})
