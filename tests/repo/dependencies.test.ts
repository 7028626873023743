/** What users install: from the registry alone, with digests, under licences that ask nothing of them, and running nothing. */
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { lockedOf, productionOf, published } from '../../scripts/locks.js'
import { root } from './source.js'

const permissive = /^(?:MIT|MIT-0|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0)$/
const isPermissive = (license = '') => license.split(' AND ').every((part) => permissive.test(part))

describe.each(published)('the lock of %s', (folder) => {
  it('takes every package from the registry, by its digest', () => {
    const others = lockedOf(folder).filter(
      ({ resolved, integrity = '' }) => resolved !== undefined || !integrity.startsWith('sha512-'),
    )
    expect(others).toEqual([])
    expect(productionOf(folder).length).toBeGreaterThan(50)
  })
})

it('what the core installs is under permissive licences', () => {
  expect(productionOf('.').filter(({ license }) => !isPermissive(license))).toEqual([])
})

it('of what huanyuan-ocr installs, libvips alone is under the LGPL: a library that is linked when it runs', () => {
  const others = productionOf('packages/ocr').filter(({ license }) => !isPermissive(license))
  expect(others.length).toBeGreaterThan(0)
  for (const { name, license = '' } of others) {
    expect(name).toMatch(/^@img\/sharp-/)
    for (const part of license.split(' AND '))
      expect(part).toMatch(/^(?:LGPL-3\.0-or-later|Apache-2\.0|MIT)$/)
  }
})

it('no package runs anything when it is installed but those that are known to', () => {
  const running = published.map((folder) =>
    productionOf(folder).flatMap(({ name, hasInstallScript }) => (hasInstallScript === true ? [name] : [])),
  )
  // nodejieba fetches or builds its binding; protobufjs compares its version with that of who installs it.
  expect(running).toEqual([['nodejieba'], ['protobufjs']])
})

it('a release can list its parts: components with names, versions and licences', () => {
  const list = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8' })
  const { bomFormat, components } = JSON.parse(list) as {
    readonly bomFormat: string
    readonly components: readonly { readonly name: string; readonly version: string }[]
  }
  expect(bomFormat).toBe('CycloneDX')
  const listed = new Set(components.map(({ name, version }) => `${name}@${version}`))
  const missing = productionOf('.').filter(({ name, version }) => !listed.has(`${name}@${version}`))
  expect(missing.map(({ name }) => name)).toEqual([])
})
