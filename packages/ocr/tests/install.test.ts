/**
 * Both packages as they are published, side by side in an empty folder: huanyuan finds this one and reads a scan with it.
 * Their dependencies are those that are installed in the two checkouts. huanyuan must have been built.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'

const own = fileURLToPath(new URL('..', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'huanyuan-ocr-'))
const modules = join(folder, 'node_modules')
const program = join(modules, 'huanyuan', 'bin', 'huanyuan.js')
const pictureOf = (name: string) => join(own, 'tests', 'pictures', `${name}.png`)

/** Runs huanyuan as it is installed. */
const call = (...args: readonly string[]) =>
  spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26, cwd: folder })

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
  const { stdout, stderr, status } = call('run', '--format', 'json', pictureOf('page'))
  expect([status, stderr]).toEqual([0, ''])
  const record = JSON.parse(stdout)
  expect(record.corrections).toEqual([])
  expect(record.recognition.pages).toMatchObject([{ page: 1, width: 1654, height: 2338, dpi: 200 }])
  const values = record.facts.map(({ value, unit }: { value: string; unit: string }) => `${value}${unit}`)
  for (const value of ['58701', '61225', '118316', '41.6万册', '28.3万人次', '3.74万户'])
    expect(values).toContain(value)
  expect(record.checks.filter(({ state }: { state: string }) => state === 'mismatch')).toEqual([])
})

test('a page of a report shows the scan, and none where none is wanted', () => {
  const shown = call('run', '--format', 'html', pictureOf('thousands'))
  expect([shown.status, shown.stderr]).toEqual([0, ''])
  expect(shown.stdout.match(/<image [^>]*href="data:image\/webp;base64,/g)).toHaveLength(1)
  const records = join(folder, 'records.jsonl')
  writeFileSync(records, call('run', '--format', 'jsonl', pictureOf('thousands')).stdout)
  expect(call('report', records).stdout).toContain('data:image/webp;base64,')
  expect(call('report', '--page-images', 'none', records).stdout).not.toContain('data:image')
})

test('a scan that takes too long is given up, and the next input is read', () => {
  const text = join(folder, 'a.txt')
  writeFileSync(text, '全县有学校12所。')
  const { stdout, stderr, status } = call(
    'run',
    '--format',
    'jsonl',
    '--max-seconds',
    '0.02',
    pictureOf('page'),
    text,
  )
  expect(status).not.toBe(0)
  expect(stderr).toContain('page.png')
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

test('a build that was killed goes on with the page that is missing', async () => {
  const input = join(folder, 'input')
  mkdirSync(input)
  await sharp(['table', 'thousands', 'per-mille'].map(pictureOf), { join: { animated: true } })
    .tiff({ compression: 'lzw' })
    .toFile(join(input, 'scan.tif'))
  const output = join(folder, 'dataset')
  const pages = join(output, '.build', 'pages')
  const build = ['build', input, '-o', output, '--threads', '1']
  const kept = () => (existsSync(pages) ? readdirSync(pages).filter((name) => name.endsWith('.gz')) : [])
  const child = spawn(process.execPath, [program, ...build], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  while (kept().length === 0 && child.exitCode === null) await sleep(20)
  child.kill('SIGKILL')
  await ended
  const first = kept().sort()[0]!
  const written = statSync(join(pages, first)).mtimeMs
  const again = spawn(process.execPath, [program, ...build, '--resume'], { stdio: 'ignore' })
  const done = once(again, 'exit')
  let last = written
  while (again.exitCode === null) {
    last = statSync(join(pages, first), { throwIfNoEntry: false })?.mtimeMs ?? last
    await sleep(20)
  }
  expect(await done).toEqual([0, null])
  expect(last).toBe(written)
  expect(readdirSync(output)).toContain('records.jsonl')
  expect(existsSync(pages)).toBe(false)
})
