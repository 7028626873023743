/** A `huanyuan build` as a user calls it, looked at from outside while it runs: its time, and the peak of its memory. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { root } from '../../scripts/tables.js'
import { parsePeak } from './measure.js'

const command = join(root, 'bin/huanyuan.js')

export interface Watched {
  readonly seconds: number
  /** Bytes; undefined where the system does not tell. */
  readonly peak: number | undefined
  /** Whether it came to its end. */
  readonly isDone: boolean
}

/**
 * Runs a build with these words and looks at it ten times a second; `onLook` is told the seconds, and may end it. Rejects
 * where it fails by itself.
 */
export async function watchBuild(
  words: readonly string[],
  onLook: (child: ChildProcess, seconds: number) => void = () => undefined,
): Promise<Watched> {
  const start = performance.now()
  const args = [command, 'build', ...words]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  const status = `/proc/${child.pid}/status`
  const secondsNow = () => (performance.now() - start) / 1000
  let peak: number | undefined
  const timer = setInterval(() => {
    const text = existsSync(status) ? readFileSync(status, 'utf8') : ''
    // A process that has just ended has a status and no memory.
    if (text.includes('VmHWM')) peak = Math.max(peak ?? 0, parsePeak(text))
    onLook(child, secondsNow())
  }, 100)
  const code = await new Promise((resolve) => child.on('exit', resolve))
  clearInterval(timer)
  if (code !== 0 && !child.killed) throw new Error(`the build ended with ${code}`)
  return { seconds: secondsNow(), peak, isDone: code === 0 }
}
