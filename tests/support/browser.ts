/** The browser of the tests: Debian's chromium, or what CHROMIUM_PATH names. */
import { existsSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'

export const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
export const hasBrowser = existsSync(executablePath)

/** Milliseconds; ends what hangs, and is not reached on a busy machine. */
export const patience = 600_000

/** Starts it without anything that asks the network on its own. */
export function launchBrowser(): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run']
  const offline = ['--disable-background-networking', '--disable-component-update', '--disable-sync']
  return chromium.launch({ executablePath, timeout: patience, args: [...quiet, ...offline] })
}
