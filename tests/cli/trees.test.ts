/**
 * Whatever lies around an output stays: a random tree of files, folders, links and hard links above, beside and inside
 * of it is the same before and after every command, with and without --force, whatever name the output is given.
 */
import { createHash } from 'node:crypto'
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toRecord } from '../../src/writers/record.js'
import { auditedExample } from '../support/audited.js'
import { temporaryFolder } from '../support/folder.js'
import { seededRandom } from '../support/random.js'
import { runMain } from '../support/terminal.js'

const spun = '全市共有黉舍108所，咱们要踊跃推动教导奇迹进展。\n'
const record = JSON.stringify(toRecord(auditedExample()))
const paragraphs = '全县学校共有在校学生。\n全县共有学校。\n'.repeat(40)

/** Names that commands give to their outputs, and others. */
const names = ['a', 'b', 'index.html', '00001-example.html', 'a-2', 'text', 'x y', '.huanyuan', '甲']
const endings = [
  '',
  '.txt',
  '.report.txt',
  '.json',
  '.repaired.txt',
  '.diff',
  '.tsv',
  '.bin',
  '.html',
  '.partial',
]

/** Makes a tree of `count` entries; `work` is the working folder, `work/out` that of the outputs. */
function growTree(root: string, count: number, seed: number): void {
  const random = seededRandom(seed)
  const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const folders = ['.', 'work', 'work/out', 'work/out/pages', 'work/reports', 'beside']
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true })
  const inputs = { 'a.txt': spun, 'b.txt': paragraphs, 'r.json': record, 'reports/a.txt': spun }
  for (const [name, content] of Object.entries(inputs)) writeFileSync(join(root, 'work', name), content)
  const files = Object.keys(inputs).map((name) => join(root, 'work', name))
  for (let made = files.length; made < count; ) {
    const number = random() < 0.5 ? '' : String(Math.floor(random() * count))
    const path = join(root, oneOf(folders), oneOf(names) + number + oneOf(endings))
    if (existsSync(path) || lstatSync(path, { throwIfNoEntry: false })) continue
    made++
    const kind = random()
    if (kind < 0.6) {
      writeFileSync(path, String(random()))
      files.push(path)
    } else if (kind < 0.75) linkSync(oneOf(files), path)
    else if (kind < 0.9) symlinkSync(random() < 0.8 ? oneOf(files) : join(root, 'nowhere'), path)
    else mkdirSync(path)
  }
}

/** Every entry with what it is and holds. */
function lookAt(root: string): Map<string, string> {
  const seen = new Map<string, string>()
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(root, name)
    const status = lstatSync(path)
    const held = status.isSymbolicLink()
      ? readlinkSync(path)
      : status.isFile()
        ? createHash('sha256').update(readFileSync(path)).digest('hex')
        : ''
    seen.set(name, `${status.ino} ${status.mode} ${held}`)
  }
  return seen
}

/** What stands in the way of the calls below, from the working folder. */
const inTheWay: Readonly<Record<string, (path: string, work: string) => void>> = {
  'out/a.report.txt': (path) => writeFileSync(path, 'of somebody else'),
  'out/a.diff': (path, work) => linkSync(join(work, 'a.txt'), path),
  'out/a.json': (path, work) => symlinkSync(join(work, 'b.txt'), path),
  'a.repaired.txt': (path) => symlinkSync('nowhere', path),
  'a.json': (path) => mkdirSync(path),
  '../a.md': (path, work) => linkSync(join(work, 'b.txt'), path),
  'out/pages/00001-example.html': (path) => writeFileSync(path, '<p>of somebody else'),
}

/** Calls with an input that is not what they read: the folder has numbers under names of JSON. */
const unread: ReadonlySet<string> = new Set(['query', 'lexicon', 'audit --across'])

/** Calls whose output is a folder, or printed. */
const calls: readonly (readonly [string, readonly string[]])[] = [
  ['run', ['run', 'a.txt', 'b.txt', '--out', 'out']],
  ['repair', ['repair', 'a.txt', '--format', 'text', '--out', '.']],
  ['repair, diff', ['repair', 'a.txt', '--format', 'diff', '--out', 'out']],
  ['segment', ['segment', 'a.txt', '--format', 'json', '--out', 'out']],
  ['extract', ['extract', 'a.txt', '--format', 'json', '--out', '.']],
  ['audit', ['audit', 'a.txt', '--format', 'markdown', '--out', '..']],
  ['audit --across', ['audit', '--across', 'reports', 'a.txt']],
  ['report', ['report', 'r.json', '-o', 'out/pages/']],
  ['explain', ['explain', 'a.txt:4']],
  ['lexicon', ['lexicon', 'stats', 'a.tsv']],
  ['query', ['query', 'a.txt', 'SELECT 1']],
  ['schema', ['schema']],
]

/** Calls that write one file, but for its name, and names that their inputs have. */
const writing: readonly (readonly [words: readonly string[], inputs: readonly string[]])[] = [
  [
    ['report', 'r.json'],
    ['r.json', 'second-name.json'],
  ],
  [
    ['learn', 'reports', '--assume', 'spun'],
    ['reports/a.txt', '../second-name'],
  ],
  [
    ['learn', 'reports', '--lexicon', 'own.tsv'],
    ['own.tsv', '../second-name.tsv'],
  ],
]

/** Names of what is no regular file. */
const noFiles = ['a-link', 'a-link-to-nothing', 'a-folder', 'reports']

function addNames(root: string): void {
  const work = join(root, 'work')
  writeFileSync(join(work, 'own.tsv'), 'standard\tspun\tkind\tevidence\tweight\texample\n')
  linkSync(join(work, 'own.tsv'), join(root, 'second-name.tsv'))
  linkSync(join(work, 'b.txt'), join(work, 'second-name.txt'))
  linkSync(join(work, 'r.json'), join(work, 'second-name.json'))
  linkSync(join(work, 'reports/a.txt'), join(root, 'second-name'))
  symlinkSync('a.txt', join(work, 'a-link'))
  symlinkSync('../beside/new', join(work, 'a-link-to-nothing'))
  mkdirSync(join(work, 'a-folder'))
}

describe.each([[[]], [['--force']]])('with %j', (force) => {
  const root = { path: '' }
  const cwd = () => join(root.path, 'work')
  const start = (seed: number) => {
    root.path = temporaryFolder()
    growTree(root.path, 1000, seed)
  }
  const checkSame = async (words: readonly string[]) => {
    const before = lookAt(root.path)
    const outcome = await runMain(words, { cwd: cwd() })
    const after = lookAt(root.path)
    const changed = [...before].filter(([name, was]) => after.get(name) !== was)
    expect(changed, words.join(' ')).toEqual([])
    const left = [...after.keys()].filter((name) => !before.has(name) && name.includes('.partial'))
    expect(left, words.join(' ')).toEqual([])
    return outcome
  }

  test('folders of output and what is printed', async () => {
    start(1)
    for (const [path, make] of Object.entries(inTheWay)) {
      rmSync(join(cwd(), path), { recursive: true, force: true })
      make(join(cwd(), path), cwd())
    }
    for (const [name, words] of calls) {
      const takesForce = words.includes('--out') || words.includes('-o')
      const { code } = await checkSame([...words, ...(takesForce ? force : [])])
      expect(code, name).toBe(takesForce ? 2 : unread.has(name) ? 3 : 0)
    }
  })

  test('one file of output whose name is that of an input, a link or a folder', async () => {
    start(2)
    addNames(root.path)
    for (const [words, inputs] of writing) {
      // A report takes a folder for one of pages.
      const others = noFiles.slice(0, words[0] === 'report' ? 2 : 4)
      for (const path of [...inputs, ...others]) {
        const { code } = await checkSame([...words, '-o', path, ...force])
        expect(code, path).toBe(2)
      }
    }
    for (const path of ['a-link', 'a-link-to-nothing', 'a-folder', 'a.txt']) {
      const { code } = await checkSame(['lexicon', 'add', '学校', '黉舍', '-o', path])
      expect(code).toBe(2)
    }
    expect(existsSync(join(dirname(cwd()), 'beside/new'))).toBe(false)
  })
})
