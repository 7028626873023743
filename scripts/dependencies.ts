/**
 * `npm run dependencies`: what users install with huanyuan and with huanyuan-ocr: version, licence, size as it is installed
 * here and whether it runs something when installed. `--releases` asks the registry when each was last released.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { formatTable } from '../measure/eval/table.js'
import type { Dependency, Published } from './locks.js'
import { productionOf, published } from './locks.js'
import { root } from './tables.js'

const { values: options } = parseArgs({ options: { releases: { type: 'boolean', default: false } } })

/** Kilobytes of its own files; nothing where it is not installed, as packages for other systems are not. */
function sizeOf(folder: string): string {
  if (!existsSync(folder)) return ''
  const bytes = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.slice(folder.length).includes('node_modules'))
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
  return String(Math.ceil(bytes / 1024))
}

function lastRelease(name: string): string {
  const times = JSON.parse(execFileSync('npm', ['view', name, 'time', '--json'], { encoding: 'utf8' })) as {
    readonly [version: string]: string
  }
  const released = Object.entries(times).flatMap(([version, time]) => (/^\d/.test(version) ? [time] : []))
  return released.sort().at(-1)?.slice(0, 10) ?? ''
}

function rowOf(folder: Published, dependency: Dependency): string[] {
  const { name, version, license = '', hasInstallScript = false, place } = dependency
  const row = [name, version, license, sizeOf(join(root, folder, place)), hasInstallScript ? 'yes' : '']
  return options.releases ? [...row, lastRelease(name)] : row
}

const header = [
  'package',
  'version',
  'licence',
  'kB',
  'install script',
  ...(options.releases ? ['last release'] : []),
]
for (const folder of published) {
  const rows = productionOf(folder).map((dependency) => rowOf(folder, dependency))
  console.log(`\n${folder === '.' ? 'huanyuan' : 'huanyuan-ocr'}: ${rows.length} packages\n`)
  console.log(formatTable(header, rows))
}
