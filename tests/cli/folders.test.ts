/** Folders and patterns as inputs: what they lead to, the tree of the output, what is told of it, threads. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtPath } from '../support/built.js'
import { placeOfOutputs, temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const program = builtPath('bin/huanyuan.js')
const school = '全县共有学校12所。\n'
const files = {
  'in/a.txt': school,
  'in/b/a.md': school,
  'in/b/c.html': `<p>${school}</p>`,
  'in/b/photo.png': 'none',
}

function inFolder(more: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder({ ...files, ...more })
  return { cwd, run: (...words: string[]) => runMain(words, { cwd }) }
}

const pathsOf = (out: string): string[] =>
  (JSON.parse(out) as { origin: { path: string } }[]).map(({ origin }) => origin.path)

describe('a folder', () => {
  test('is all that lies in it and below, in the order of the names', async () => {
    const { run } = inFolder()
    const { code, out, err } = await run('run', '-f', 'json', 'in')
    expect(code).toBe(0)
    expect(pathsOf(out)).toEqual(['in/a.txt', 'in/b/a.md', 'in/b/c.html'])
    // A slow machine shows progress too.
    expect(err.replace(/^\d+ %.*\n/gm, '')).toBe(
      'huanyuan: files left out, being no documents by their ending: 1\n',
    )
  })

  test('says how many scans it leaves out, and what reads them; not where none are wanted', async () => {
    const { run } = inFolder({ 'scans/1.png': 'none', 'scans/2.tif': 'none', 'scans/a.txt': school })
    const { err } = await run('run', '-f', 'json', 'scans')
    expect(err).toContain('left out, being no documents by their ending: 2\n')
    expect(err).toContain('scans: 2; npm install huanyuan-ocr reads them\n')
    expect((await run('run', '-f', 'json', '--ocr', 'never', 'scans')).err).not.toContain('huanyuan-ocr')
  })

  test('keeps its tree in the output, and what was written is said', async () => {
    const { cwd, run } = inFolder()
    const { out, err } = await run('repair', '-f', 'text', 'in', '-o', 'out')
    expect(out).toBe('')
    expect(err).toContain('huanyuan: out: files written: 3\n')
    expect(placeOfOutputs(join(cwd, 'out'))).toEqual([
      'a.repaired.txt',
      'b/a.repaired.txt',
      'b/c.repaired.txt',
    ])
  })

  test('that the output lies in gives the same a second time', async () => {
    const { cwd, run } = inFolder()
    const words = ['repair', '-f', 'text', 'in', '-o', 'in/out', '--force']
    await run(...words)
    expect((await run(...words)).err).toContain('files written: 3\n')
    expect(placeOfOutputs(join(cwd, 'in/out'))).toHaveLength(3)
  })

  test('without files fails alone', async () => {
    const { cwd, run } = inFolder()
    mkdirSync(join(cwd, 'empty'))
    const { code, out, err } = await run('run', '-f', 'json', 'empty', 'in/a.txt')
    expect(code).toBe(3)
    expect(err).toMatch(/^huanyuan: empty: /)
    expect(pathsOf(out)).toEqual(['in/a.txt'])
  })

  test('needs no command', async () => {
    const { run } = inFolder()
    expect(pathsOf((await run('in', '-f', 'json')).out)).toHaveLength(3)
    expect((await run('on')).err).toContain('unknown command: on')
  })

  test('gives the same with threads', async () => {
    const { cwd, run } = inFolder()
    const { out } = await run('run', '-f', 'json', 'in')
    const words = [program, 'run', '-f', 'json', '--threads', '2', 'in']
    expect(execFileSync(process.execPath, words, { cwd, encoding: 'utf8', stdio: 'pipe' })).toBe(out)
  })
})

test('a pattern leads to what it names', async () => {
  const { run } = inFolder()
  expect(pathsOf((await run('run', '-f', 'json', 'in/**/*.{md,html}')).out)).toEqual([
    'in/b/a.md',
    'in/b/c.html',
  ])
  expect((await run('run', 'in/*.pdf')).code).toBe(3)
  // A pattern that says an ending means it, whatever is left out of a folder.
  expect(pathsOf((await run('run', '-f', 'json', 'in/b/*.png')).out)).toEqual(['in/b/photo.png'])
  expect(pathsOf((await run('run', '-f', 'json', 'in/b/*.{png,jpg}')).out)).toEqual(['in/b/photo.png'])
})

test('nothing is written through a link among the folders of the output', async () => {
  const { cwd, run } = inFolder({ 'elsewhere/keep.txt': 'mine' })
  mkdirSync(join(cwd, 'out'))
  symlinkSync(join(cwd, 'elsewhere'), join(cwd, 'out/b'))
  const { code, err } = await run('repair', '-f', 'text', 'in', '-o', 'out')
  expect(code).toBe(2)
  expect(err).toContain('out/b')
  expect(readdirSync(join(cwd, 'elsewhere'))).toEqual(['keep.txt'])
})

test('entries of an archive and lines of a list lie in a folder of its name', async () => {
  const { cwd, run } = inFolder({ 'list.jsonl': `${JSON.stringify({ text: school })}\n` })
  await run('repair', '-f', 'text', 'list.jsonl', '-o', 'out')
  expect(readFileSync(join(cwd, 'out/list/1.repaired.txt'), 'utf8')).toBe(school)
})

test('notices can be left out of the text', async () => {
  const notice = '版权所有：某某网站 未经许可不得转载\n'
  const { cwd, run } = inFolder({ 'page.txt': `${school}\n${notice}` })
  const whole = (await run('repair', '-f', 'text', 'page.txt')).out
  const { out } = await run('repair', '-f', 'text', '--drop', 'boilerplate', 'page.txt')
  expect(whole).toContain('版权所有')
  expect(out).toBe(school)
  expect(existsSync(join(cwd, 'page.txt'))).toBe(true)
})
