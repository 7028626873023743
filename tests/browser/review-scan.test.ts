/** A scan in the review: the picture of its page beside the text, and a figure typed from its piece. */
import axe from 'axe-core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { executablePath, hasBrowser, launchBrowser, patience } from '../support/browser.js'
import { refuseStaleBuild } from '../support/built.js'
import { pageOf, png, recogniserOf } from '../support/scans.js'
import { openServed } from '../support/served-review.js'

refuseStaleBuild()

let browser: Browser
let record: DocumentRecord

/** A page as a drawing, so that what is seen of it can be told. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="1654" height="2339" fill="#fff"/><text x="200" y="230" font-size="30">全县共有学生3241人，其中女生3999人。</text><text x="200" y="1430" font-size="30">全县共有各级黉舍126所，此中小学78所。</text></svg>`
const draw = async () => ({ mediaType: 'image/svg+xml', bytes: new TextEncoder().encode(drawing) })

describe.runIf(hasBrowser)(`in ${executablePath}`, () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    const page = pageOf([
      { text: '全县共有学生8241人，其中女生3999人。', left: 200, top: 200 },
      { text: '全县共有各级黉舍126所，此中小学78所。', left: 200, top: 1400 },
    ])
    const options = { resources: await loadResources(), assume: 'spun' as const, path: 'scan.png' }
    const scans = { recogniser: recogniserOf([page]) }
    for await (const one of processDocument(png, { ...options, scans })) record = one
  }, patience)
  afterAll(() => browser?.close(), patience)

  test(
    'the place at hand is marked on its page, and a figure is typed from its piece',
    async () => {
      const { page, log, told } = await openServed(browser, [record], { draw, hash: '#0' })
      const top = async () => Number(await page.locator('.sheet rect').first().getAttribute('y'))
      await page.locator('.sheet image').waitFor()
      expect(await top()).toBeGreaterThan(1300)
      expect(await page.locator('.review-panel .piece').count()).toBe(1)
      await page.locator('summary', { hasText: 'Facts' }).click()
      await page.getByRole('button', { name: /^Misread….*8241/ }).click()
      // The page shows the figure, and so does a piece of it in front of the field.
      await expect.poll(top).toBeLessThan(300)
      expect(await page.locator('.figures form .piece').count()).toBe(1)
      await page.getByLabel('As it is printed').fill('3241人')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('.figures i', { hasText: 'read as 3241人' }).waitFor()
      expect(log.decisions).toMatchObject([
        { kind: 'own', anchor: { text: '8241人' }, replacement: '3241人' },
      ])
      await page.keyboard.press('u')
      await expect.poll(() => page.locator('.figures i', { hasText: 'read as' }).count()).toBe(0)
      expect(told).toEqual([])
    },
    patience,
  )

  test(
    'where the document is not at hand, the text stands alone',
    async () => {
      const { page } = await openServed(browser, [record], { hash: '#0' })
      await expect.poll(() => page.locator('.sheet').count()).toBe(0)
      expect(await page.locator('.piece').count()).toBe(0)
      expect(await page.locator('.rows').count()).toBe(1)
    },
    patience,
  )

  test.each([
    ['desktop', { viewport: { width: 1280, height: 900 } }],
    ['tablet, dark', { viewport: { width: 820, height: 1180 }, colorScheme: 'dark' as const }],
    ['at 200 %', { viewport: { width: 640, height: 450 } }],
  ])(
    '%s: nothing serious is found, and nothing is wider than the page',
    async (_, context) => {
      const { page } = await openServed(browser, [record], { draw, hash: '#0', context })
      await page.locator('summary', { hasText: 'Facts' }).click()
      await page.evaluate(axe.source)
      const found = await page.evaluate(
        "axe.run().then(({ violations }) => violations.filter(({ impact }) => ['serious', 'critical'].includes(impact)).map(({ id, nodes }) => id + ' ' + nodes[0].html))",
      )
      expect(found).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    },
    patience,
  )
})
