/**
 * The configuration file `huanyuan.config.json`: looked for in the working folder and the folders above it.
 * It says what options say, under the same names; the command line wins. Errors name the file and the key.
 */
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from './failure.js'
import type { OptionDefinition, Settings } from './options.js'
import { readOption } from './options.js'

export const configName = 'huanyuan.config.json'

/** Path and text of the nearest configuration file. */
function readNearest(cwd: string): { path: string; text: string } | undefined {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const path = join(folder, configName)
    try {
      return { path, text: readFileSync(path, 'utf8') }
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      if (code !== 'ENOENT' && code !== 'ENOTDIR') throw new UsageError('error.config-unreadable', { path })
    }
    if (dirname(folder) === folder) return undefined
  }
}

function parseObject(path: string, text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new UsageError('error.config-not-json', { path })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError('error.config-not-json', { path })
  }
  return value as Record<string, unknown>
}

/** Settings of the nearest configuration file; empty without one. Paths in it are relative to its folder. */
export function readConfig(cwd: string, table: readonly OptionDefinition[]): Settings {
  const file = readNearest(cwd)
  if (file === undefined) return {}
  const settings: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(parseObject(file.path, file.text))) {
    if (key === '$schema') continue
    const option = table.find((candidate) => candidate.key === key)
    if (option === undefined) throw new UsageError('error.config-key', { path: file.path, key })
    const read = readOption(option, value, `${file.path}: ${key}`)
    settings[key] = option.isPath ? resolvePaths(dirname(file.path), read) : read
  }
  return settings
}

function resolvePaths(folder: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((path: string) => resolve(folder, path))
  return resolve(folder, String(value))
}
