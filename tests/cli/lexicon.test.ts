/** `huanyuan lexicon` and `huanyuan learn`: tables that users keep, and one inferred from damaged documents. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lexiconColumns } from '../../src/resources/lexicon.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const header = lexiconColumns.join('\t')
const row = (standard: string, spun: string) => `${standard}\t${spun}\tsynonym\tknowledge\t1\t`

function inFolder(files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder(files)
  return { cwd, run: (words: string) => runMain(words.split(' '), { cwd }) }
}

describe('lexicon add', () => {
  test('makes a table with its header, and puts pairs in their order', async () => {
    const { cwd, run } = inFolder()
    expect((await run('lexicon add 学校 黉舍 -o own.tsv')).code).toBe(0)
    await run('lexicon add 免费 收费 --kind antonym -o own.tsv')
    await run('lexicon add 学习 进修 -o own.tsv')
    expect(readFileSync(join(cwd, 'own.tsv'), 'utf8').split('\n')).toEqual([
      header,
      row('免费', '收费').replace('synonym', 'antonym'),
      row('学习', '进修'),
      row('学校', '黉舍'),
      '',
    ])
  })

  test('changes nothing but its pair: blank lines, breaks and an end without one stay', async () => {
    const old = `# ours\r\n${header}\r\n\r\n${row('学习', '进修')}\r\n\r\n# schools\r\n${row('学校', '黉舍')}`
    const { cwd, run } = inFolder({ 'own.tsv': old })
    await run('lexicon add 学会 懂得 -o own.tsv')
    const added = `${row('学会', '懂得')}\r\n`
    const first = readFileSync(join(cwd, 'own.tsv'), 'utf8')
    expect(first).toContain(added)
    expect(first.replace(added, '')).toBe(old)
    await run('lexicon add 鼓励 激励 -o own.tsv')
    expect(readFileSync(join(cwd, 'own.tsv'), 'utf8')).toBe(`${first}\r\n${row('鼓励', '激励')}\r\n`)
  })

  test('keeps comments where they are', async () => {
    const { cwd, run } = inFolder({ 'own.tsv': `# ours\n${header}\n${row('学校', '黉舍')}\n` })
    await run('lexicon add 学习 进修 -o own.tsv')
    const lines = readFileSync(join(cwd, 'own.tsv'), 'utf8').split('\n')
    expect(lines).toEqual(['# ours', header, row('学习', '进修'), row('学校', '黉舍'), ''])
  })

  test.each([
    ['lexicon add 学校 黉舍', 'the option -o, --table is needed'],
    ['lexicon add 学校 -o own.tsv', 'name the standard word and the spun form'],
    ['lexicon add 学校 学校 -o own.tsv', 'the two sides are equal'],
    ['lexicon add 学校 A校 -o own.tsv', 'a figure, Latin, a space or punctuation'],
    ['lexicon add 学校 黉舍 --kind odd -o own.tsv', '--kind must be one of'],
    ['lexicon mend own.tsv', 'unknown action: mend'],
  ])('%s: %s', async (words, reason) => {
    const { cwd, run } = inFolder()
    const { code, out, err } = await run(words)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(reason)
    expect(existsSync(join(cwd, 'own.tsv'))).toBe(false)
  })

  test('refuses what the table holds', async () => {
    const { run } = inFolder({ 'own.tsv': `${header}\n${row('学校', '黉舍')}\n` })
    const { code, err } = await run('lexicon add 学校 黉舍 -o own.tsv')
    expect([code, err]).toEqual([2, 'huanyuan: own.tsv: holds 学校 → 黉舍 already\n'])
  })
})

describe('lexicon check', () => {
  test('names file, line and reason, and looks at every file', async () => {
    const { run } = inFolder({
      'good.tsv': `${header}\n${row('学校', '黉舍')}\n`,
      'kind.tsv': `${header}\n学校\t黉舍\todd\tknowledge\t1\t\n`,
      'twice.tsv': `${header}\n${row('学校', '黉舍')}\n${row('学校', '黉舍')}\n`,
    })
    const { code, out, err } = await run('lexicon check kind.tsv twice.tsv missing.tsv good.tsv')
    expect(code).toBe(3)
    expect(out).toBe('good.tsv: 1 pairs, in order\n')
    const lines = err.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toContain('kind.tsv, line 2: kind must be one of')
    expect(lines[1]).toContain('twice.tsv:3: 学校 → 黉舍 stands in line 2 already')
    expect(lines[2]).toContain('missing.tsv')
  })

  test('gives 0 where all is in order, 2 where no file is named', async () => {
    const { run } = inFolder({ 'good.tsv': `${header}\n` })
    expect((await run('lexicon check good.tsv')).code).toBe(0)
    expect((await run('lexicon check')).code).toBe(2)
  })
})

describe('lexicon stats', () => {
  test('counts what ships', async () => {
    const { code, out } = await inFolder().run('lexicon stats')
    expect(code).toBe(0)
    expect(out).toMatch(/^\d{5,} pairs of \d{4,} standard words/)
    for (const name of ['nouns', 'antonym', 'sibling +related word', 'knowledge +from a thesaurus'])
      expect(out).toMatch(new RegExp(`\\d  ${name}$`, 'm'))
  })

  test('counts a table of the user, in Chinese', async () => {
    const { run } = inFolder({ 'own.tsv': `${header}\n${row('学校', '黉舍')}\n` })
    const { out } = await run('lexicon stats own.tsv --lang zh')
    expect(out).toContain('1 个词对，标准词 1 个，替换词 1 个')
    expect(out).toContain('     1  own\n')
  })
})

describe('learn', () => {
  const line = (place: string) =>
    `${place}20xx年共有黉舍108所，咱们要踊跃推动教导奇迹进展，增强黉舍治理，晋升教授教养品质。各黉舍要落实义务。\n`

  test('writes a table that --lexicon takes', async () => {
    const { cwd, run } = inFolder()
    mkdirSync(join(cwd, 'texts'))
    for (const [index, place] of ['甲县', '乙县', '丙县'].entries()) {
      writeFileSync(join(cwd, 'texts', `${index}.txt`), line(place))
    }
    const { code, out, err } = await run('learn texts -o learned.tsv')
    expect(code).toBe(0)
    expect(out).toMatch(/^learned.tsv: \d+ pairs from 3 documents/)
    expect(err).toContain('round 1 of')
    const table = readFileSync(join(cwd, 'learned.tsv'), 'utf8')
    expect(table.split('\n')[0]).toBe(header)
    expect(table).toMatch(/^学校\t黉舍\t[a-z]+\tlearned\t(0\.\d+|1)\t.*黉舍/m)
    expect((await run('lexicon check learned.tsv')).code).toBe(0)
    expect((await run('repair --lexicon learned.tsv --format text texts/0.txt')).out).toContain('学校108所')
    const again = await run('learn texts -o again.tsv')
    expect(again.code).toBe(0)
    expect(readFileSync(join(cwd, 'again.tsv'), 'utf8')).toBe(table)
    expect((await run('learn texts -o learned.tsv')).code).toBe(2)
  })

  test.each([
    ['learn nowhere -o t.tsv', 3, 'nowhere: is not a folder that can be read'],
    ['learn . -o t.tsv', 3, 'holds no document that can be read'],
    ['learn .', 2, 'the option -o, --table is needed'],
  ])('%s: %i, %s', async (words, expected, reason) => {
    const { code, err } = await inFolder().run(words)
    expect(code).toBe(expected)
    expect(err).toContain(reason)
  })
})
