/** A review as a browser sees it: served at a free port, and opened by its first address. */
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { listen } from '../../src/review/listen.js'
import { reviewAssets } from '../../src/review/shell.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { patience } from './browser.js'
import type { TestReviewOptions } from './review.js'
import { openTestReview, token } from './review.js'

export type ServedReviewOptions = TestReviewOptions & {
  readonly context?: BrowserContextOptions
  /** The part of the address behind #, to begin at a document. */
  readonly hash?: string
}

/** A review that is served, opened in a page of its own, and what that page complained of or asked other hosts for. */
export async function openServed(
  browser: Browser,
  records: readonly DocumentRecord[],
  options: ServedReviewOptions = {},
) {
  let port = 0
  const review = await openTestReview(records, {
    ...options,
    assets: reviewAssets('en'),
    hosts: () => [`127.0.0.1:${port}`],
  })
  const server = await listen(review.app.fetch, 0)
  port = server.port
  const context = await browser.newContext(options.context)
  const close = async () => {
    await context.close()
    await server.close()
  }
  onTestFinished(close, patience)
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  const told: string[] = []
  page.on('console', (message) => told.push(message.text()))
  page.on('pageerror', ({ message }) => told.push(message))
  page.on('request', (request) => {
    if (!request.url().startsWith(`http://127.0.0.1:${port}/`)) told.push(request.url())
  })
  await page.goto(`http://127.0.0.1:${port}/?token=${token}`)
  await page
    .locator(records.length === 0 ? '.intake' : '.document-row')
    .first()
    .waitFor()
  if (options.hash !== undefined) {
    await page.evaluate(`location.hash = '${options.hash}'`)
    await page.locator('.rows').waitFor()
  }
  return { ...review, page, told, close }
}
