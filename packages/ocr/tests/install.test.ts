/**
 * Both packages as they are published, side by side in an empty folder: huanyuan finds this one and reads a scan with it.
 * Their dependencies are those that are installed in the two checkouts. huanyuan must have been built.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'

const own = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'huanyuan-ocr-'))
const modules = join(folder, 'node_modules')

/** Unpacks what would be published of a package, and gives it what it depends on. */
function install(source: string, name: string): void {
  const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
  })
  const target = join(modules, name)
  mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', join(folder, packed.trim()), '--strip-components=1', '-C', target])
  symlinkSync(join(source, 'node_modules'), join(target, 'node_modules'))
}

beforeAll(() => {
  install(root, 'huanyuan')
  install(own, 'huanyuan-ocr')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the package ships its licence of the models, and neither tests nor measurements', () => {
  const shipped = readdirSync(join(modules, 'huanyuan-ocr'))
  expect(shipped.filter((name) => name !== 'node_modules').sort()).toEqual([
    'LICENSE',
    'MODELS.md',
    'README.md',
    'dist',
    'licenses',
    'package.json',
  ])
})

test('a scan goes from its picture to facts', () => {
  const picture = join(own, 'tests', 'pictures', 'page.png')
  const program = join(modules, 'huanyuan', 'bin', 'huanyuan.js')
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [program, 'run', '--format', 'json', picture],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  )
  expect([status, stderr]).toEqual([0, ''])
  const record = JSON.parse(stdout)
  expect(record.corrections).toEqual([])
  expect(record.recognition.pages).toMatchObject([{ page: 1, width: 1654, height: 2338, dpi: 200 }])
  const values = record.facts.map(({ value, unit }: { value: string; unit: string }) => `${value}${unit}`)
  for (const value of ['58701', '61225', '118316', '41.6万册', '28.3万人次', '3.74万户'])
    expect(values).toContain(value)
  expect(record.checks.filter(({ state }: { state: string }) => state === 'mismatch')).toEqual([])
})
