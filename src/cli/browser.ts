/**
 * Opens the review in the user's browser, where there is one at this terminal. The browser is started with the name of a
 * private file that leads on, never with the address: others of this machine see what programs are started with.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Terminal } from './terminal.js'

/** The program that opens a file as the user has it, by system. */
const openers: Readonly<Record<string, string>> = { darwin: 'open', win32: 'explorer.exe' }

/** Whether somebody sits before a screen of this machine. */
export function hasBrowser({ stdout, env }: Terminal, platform: string = process.platform): boolean {
  if (stdout.isTTY !== true || env.SSH_CONNECTION !== undefined || env.CI !== undefined) return false
  return platform in openers || (env.DISPLAY ?? env.WAYLAND_DISPLAY) !== undefined
}

/** Makes the file that leads to an address, for this user alone. */
export function entranceFile(address: string): { readonly path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'huanyuan-open-'))
  const path = join(folder, 'review.html')
  const page = `<!doctype html><meta charset=utf-8><meta name=referrer content=no-referrer><title>huanyuan</title><meta http-equiv=refresh content="0;url=${address}">`
  writeFileSync(path, page, { mode: 0o600, flag: 'wx' })
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Opens a file; where nothing can, the address that was printed is still there. */
export function openInBrowser(path: string): void {
  const program = spawn(openers[process.platform] ?? 'xdg-open', [path], { stdio: 'ignore', detached: true })
  program.on('error', () => {})
  program.unref()
}
