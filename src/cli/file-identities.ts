/** Which files are read, by device and inode: a file has many names, by links and by ways through folders. */
import type { BigIntStats } from 'node:fs'
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CommandContext } from './contract.js'
import { standardInput } from './inputs.js'

export type FileIdentities = ReadonlySet<string>

export function identityOf({ dev, ino }: Pick<BigIntStats, 'dev' | 'ino'>): string {
  return `${dev}:${ino}`
}

/** The files that a command reads: its inputs, the tables and the configuration. What is not there is left out. */
export function inputIdentities(
  { terminal, settings, config }: CommandContext,
  inputs: readonly string[],
): FileIdentities {
  const { lexicon = [], units = [], indicators = [] } = settings
  const identities = new Set<string>()
  for (const path of [...inputs, ...lexicon, ...units, ...indicators, ...(config ? [config] : [])]) {
    if (path === standardInput) continue
    try {
      identities.add(identityOf(statSync(resolve(terminal.cwd, path), { bigint: true })))
    } catch {
      // What cannot be found cannot be overwritten; that it cannot be read is told when it is.
    }
  }
  return identities
}
