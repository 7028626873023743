/**
 * `npm run sbom`: the parts of a release, in CycloneDX, on standard output. npm writes it from a copy of the manifest and the
 * lock without what only contributors install: asked to leave that out itself, it leaves out packages that both install.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './tables.js'

type Json = Record<string, unknown>

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Json

function withoutDevelopment(lock: Json): Json {
  const packages = Object.entries(lock.packages as Record<string, Json>)
    .filter(([, { dev }]) => dev !== true)
    .map(([place, { devDependencies: _, ...locked }]) => [place, locked])
  return { ...lock, packages: Object.fromEntries(packages) }
}

const place = mkdtempSync(join(tmpdir(), 'huanyuan-parts-'))
try {
  const { devDependencies: _, ...manifest } = read('package.json')
  // npm calls what it describes by the name of its folder.
  const folder = join(place, String(manifest.name))
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest))
  writeFileSync(
    join(folder, 'package-lock.json'),
    JSON.stringify(withoutDevelopment(read('package-lock.json'))),
  )
  execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
} finally {
  rmSync(place, { recursive: true })
}
