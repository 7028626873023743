/**
 * Tells a build from the sources that it was made of: the last step of `npm run build` leaves their digest in `dist`,
 * and tests of the built program refuse one that is missing or another. Times of files would not do: a checkout sets
 * them anew.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './tables.js'

const stamp = join(root, 'dist/source.sha256')

/** Digest of all that the build reads, by path and content. */
function digestSources(): string {
  const sources = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', 'vite.program.config.ts'].map(
    (name) => join(root, name),
  )
  const hash = createHash('sha256')
  for (const path of [...sources, ...settings].sort()) {
    hash
      .update(`${path.slice(root.length)}\n`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

/** Whether `dist` was made of the sources as they are. */
export function isBuildFresh(): boolean {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestSources()
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(stamp, digestSources())
