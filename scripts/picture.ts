/**
 * The picture of the review that the README shows: `npm run picture` starts the built program on a report that ships,
 * decides three places by keys, and takes it with the browser of the tests. Wants a font for Chinese.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchBrowser } from '../tests/support/browser.js'
import { builtPath } from '../tests/support/built.js'
import { root } from './tables.js'

const report = 'corpus/reports/education-bureau-halfyear/damaged.txt'
const folder = mkdtempSync(join(tmpdir(), 'huanyuan-picture-'))
const words = ['serve', report, '--lang', 'zh', '--reviewer', 'li', '--decisions', folder]
const program = spawn(process.execPath, [builtPath('bin/huanyuan.js'), ...words], { cwd: root })

function addressOf(): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = ''
    program.stdout.on('data', (piece: Buffer) => {
      out += piece.toString()
      const address = /^(http:\S+)\n/m.exec(out)?.[1]
      if (address !== undefined) resolve(address)
    })
    program.once('exit', (code) => reject(new Error(`huanyuan serve ended with ${code}`)))
  })
}

try {
  const address = await addressOf()
  const browser = await launchBrowser()
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 } })
  await page.goto(address)
  await page.locator('.document-row a').first().click()
  await page.locator('ins.current').waitFor()
  for (const key of 'aar') await page.keyboard.press(key)
  await page.locator('ins.rejected').waitFor()
  await page.screenshot({ path: join(root, 'docs/review.png') })
  await browser.close()
} finally {
  program.kill('SIGTERM')
  rmSync(folder, { recursive: true, force: true })
}
