/** The peak of memory by length of the text, each measured in a process of its own. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { StageName } from '../../src/model/message.js'
import { bytesPerCharacter } from './measure.js'

const program = fileURLToPath(new URL('./peak.ts', import.meta.url))

export interface PeakRequest {
  readonly until: StageName
  readonly kind: 'clean' | 'spun'
  readonly data: string | undefined
}

/** Bytes that the process held at most; young objects are collected early, so that garbage hardly counts. */
function peakOf({ until, kind, data }: PeakRequest, characters: number): number {
  const node = ['--import', 'tsx', '--expose-gc', '--max-semi-space-size=1']
  const args = [...node, program, until, String(characters), kind]
  if (data !== undefined) args.push(data)
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the process that measures memory failed: ${stderr}`)
  return Number(stdout)
}

/** What one more character of a document costs at the peak, in bytes: its text and all that is made of it. */
export function peakPerCharacter(request: PeakRequest, characters: number): number {
  const [short, long] = [Math.round(characters / 4), characters].map((length) => ({
    characters: length,
    peak: peakOf(request, length),
  }))
  return bytesPerCharacter(short!, long!)
}
