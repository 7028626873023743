/** Which configuration is obeyed, what it may say, and that it is said which one was used. */
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const text = '今天天气很好，我们去公园散步。\n'
const table = 'standard\tspun\tkind\tevidence\tweight\texample\n'

/** A folder with files in folders. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), content)
  }
  return root
}

const used = (path: string) => `huanyuan: the settings of ${path} are used\n`

describe('a configuration', () => {
  test('of a folder above is not looked at', async () => {
    const config = JSON.stringify({ out: '../stolen', force: true, lexicon: ['../../outside.tsv'] })
    const root = folderOf({ 'huanyuan.config.json': config, 'work/a.txt': text })
    const { code, err } = await runMain(['repair', 'a.txt'], { cwd: join(root, 'work') })
    expect([code, err]).toEqual([0, ''])
    expect(readdirSync(root).sort()).toEqual(['huanyuan.config.json', 'work'])
    const named = await runMain(['repair', '--config', '../huanyuan.config.json', 'a.txt'], {
      cwd: join(root, 'work'),
    })
    expect([named.code, named.out]).toEqual([2, ''])
    expect(named.err).toMatch(
      /^huanyuan: \.\.\/huanyuan\.config\.json: a configuration may not set out, force, lexicon: .*\n$/,
    )
  })

  test('that is named wins over the one of the working folder, and is said', async () => {
    const cwd = folderOf({
      'huanyuan.config.json': '{"format":"json"}',
      'other/mine.json': '{"format":"text"}',
      'a.txt': text,
    })
    expect(await runMain(['repair', '--config', 'other/mine.json', 'a.txt'], { cwd })).toEqual({
      code: 0,
      out: text,
      err: used('other/mine.json'),
    })
    expect((await runMain(['repair', '-f', 'text', 'a.txt'], { cwd })).err).toBe(used('huanyuan.config.json'))
    // It has nothing to say of this command.
    expect((await runMain(['schema'], { cwd })).err).toBe('')
  })

  test.each(['out', 'force', 'dataset', 'replace', 'table', 'page', 'config'])(
    'may not set %s',
    async (key) => {
      const cwd = folderOf({ 'huanyuan.config.json': JSON.stringify({ [key]: 'x' }), 'a.txt': text })
      const { code, err } = await runMain(['repair', 'a.txt'], { cwd })
      expect(code).toBe(2)
      expect(err).toMatch(
        new RegExp(`^huanyuan: huanyuan\\.config\\.json: a configuration may not set ${key}: .*\\n$`),
      )
    },
  )

  test.each(['../t.tsv', 'link.tsv', 'folder/t.tsv', '../work/../t.tsv', '/etc/t.tsv'])(
    'names no table outside of its folder: %s',
    async (path) => {
      const root = folderOf({ 't.tsv': table, 'work/a.txt': text })
      const cwd = join(root, 'work')
      symlinkSync('../t.tsv', join(cwd, 'link.tsv'))
      symlinkSync('..', join(cwd, 'folder'))
      for (const key of ['lexicon', 'units', 'indicators']) {
        writeFileSync(join(cwd, 'huanyuan.config.json'), JSON.stringify({ [key]: ['t.tsv', path] }))
        const { code, err } = await runMain(['repair', 'a.txt'], { cwd })
        expect(code).toBe(2)
        expect(err).toContain(`may not set ${key}`)
      }
    },
  )

  test('may name tables in its folder, from wherever it is called', async () => {
    const config = '{"lexicon":"below/..t.tsv"}'
    const root = folderOf({ 'own/c.json': config, 'own/below/..t.tsv': table, 'work/a.txt': text })
    const words = ['repair', '--format', 'text', '--config', '../own/c.json', 'a.txt']
    const { code, out } = await runMain(words, { cwd: join(root, 'work') })
    expect([code, out]).toEqual([0, text])
  })

  test.each([['none.json'], ['.']])('that cannot be read ends the program: %s', async (path) => {
    const cwd = folderOf({ 'a.txt': text })
    const { code, err } = await runMain(['repair', '--config', path, 'a.txt'], { cwd })
    expect([code, err]).toEqual([2, `huanyuan: ${path}: this configuration cannot be read; check its name\n`])
  })
})
