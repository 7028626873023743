/**
 * The configuration file: `huanyuan.config.json` in the working folder, or what --config names; one in a folder above
 * may be a stranger's and is not looked at. It says what options say, under the same names; the command line wins.
 * Invariant: it never says where output goes or what is replaced, and names no file outside of its own folder. Errors
 * name the file and the key.
 */
import { readFileSync, realpathSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { UsageError } from './failure.js'
import { nearestName } from './nearest.js'
import type { OptionDefinition, OptionKey, Settings } from './options.js'
import { readOption } from './options.js'

export const configName = 'huanyuan.config.json'

export interface Config {
  /** As the user knows it. */
  readonly path: string
  readonly settings: Settings
}

/** The text of the file; undefined where none was named and none is there. */
function readText(cwd: string, named: string | undefined): string | undefined {
  const path = named ?? configName
  try {
    return readFileSync(resolve(cwd, path), 'utf8')
  } catch (cause) {
    if (named === undefined && (cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new UsageError('error.config-unreadable', { path })
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

/** Where a path leads through links; what is not there yet is taken as it is written. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    return folder === path ? path : join(realPath(folder), basename(path))
  }
}

function isInside(folder: string, path: string): boolean {
  const way = relative(realPath(folder), realPath(path))
  return way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way
}

/**
 * The settings of the configuration file; undefined without one. Paths in it are relative to its folder. Throws
 * UsageError.
 */
export function readConfig(
  cwd: string,
  table: readonly OptionDefinition[],
  named?: string,
): Config | undefined {
  const text = readText(cwd, named)
  if (text === undefined) return undefined
  const path = named ?? configName
  const folder = dirname(resolve(cwd, path))
  const settings: Partial<Record<OptionKey, unknown>> = {}
  const refused: string[] = []
  for (const [key, value] of Object.entries(parseObject(path, text))) {
    if (key === '$schema') continue
    const option = table.find((candidate) => candidate.key === key)
    if (option === undefined) {
      const suggestion = nearestName(
        key,
        table.map((known) => known.key),
      )
      throw new UsageError('error.config-key', { path, key, ...(suggestion !== undefined && { suggestion }) })
    }
    if (option.isCommandLineOnly) {
      refused.push(key)
      continue
    }
    const read = readOption(option, value, `${path}: ${key}`)
    if (!option.isPath) settings[option.key] = read
    else {
      const paths = [read].flat().map((inner) => resolve(folder, String(inner)))
      if (paths.every((inner) => isInside(folder, inner))) {
        settings[option.key] = Array.isArray(read) ? paths : paths[0]
      } else refused.push(key)
    }
  }
  if (refused.length > 0) throw new UsageError('error.config-refused', { path, keys: refused.join(', ') })
  return { path, settings: settings as Settings }
}
