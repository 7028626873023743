/** No way out of the program lets through what a terminal obeys, whatever documents, names and options hold. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { format as sqlite } from '../../src/dataset/formats/sqlite.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { exampleDocuments } from '../dataset/documents.js'
import { archiveOf } from '../readers/samples/office.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { hostile, obeyed } from '../support/obeyed.js'
import type { Outcome } from '../support/terminal.js'
import { runMain } from '../support/terminal.js'

const text =
  `20xx年，全市共有${hostile}各级各类黉舍98所，此中：小学78所，初中9所\u202e所01中高\u202c，合计88所。` +
  `咱们要踊跃推动${hostile}教导奇迹进展，增强黉舍治理，晋升教授教养品质。\r\n`
/** A name of a file, or of an entry, that also breaks the line. */
const name = `a${hostile}\n.txt`

const reports = `reports${hostile}`

function folder(): string {
  const cwd = temporaryFolder({
    [name]: text,
    'a.zip': archiveOf({ [name]: text, [`b${hostile}.bin`]: Uint8Array.from([0, 255, 1, 254, 0, 0, 0, 7]) }),
    [`binary${hostile}\n`]: Uint8Array.from({ length: 999 }, (_, at) => (at * 7919) % 256),
    [`bad${hostile}\n.tsv`]: `standard\tspun\tkind\tevidence\tweight\texample\n学${hostile}\t学${hostile}\tx\n`,
    'clean.txt': '全县学校共有在校学生。\n全县共有学校。\n学校教育工作。\n'.repeat(40),
    'bad.config.json': JSON.stringify({ [`key${hostile}\n`]: 1 }),
    'choice.config.json': JSON.stringify({ format: `xml${hostile}\n` }),
    [`good${hostile}\n.json`]: '{"lang":"en"}',
  })
  mkdirSync(join(cwd, reports))
  for (const count of [98, 99]) {
    writeFileSync(
      join(cwd, reports, `${count}${name}`),
      `2021年青梧县教育情况\n\n2021年，青梧县公路通车里程318公里。全县共有学校${count}所。\n`,
    )
  }
  return cwd
}

/** What is printed must hold the signs, and never what they stand for. */
function checkPrinted({ out, err }: Outcome): void {
  // Colours of our own are a digit or two each; none of the texts here has such an escape.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
  const printed = (out + err).replaceAll(/\u001b\[\d\d?m/g, '')
  expect(obeyed.exec(printed)).toBeNull()
  expect(printed).toMatch(/␛|�|\\u001b/)
}

describe.each([false, true])('on a terminal: %s', (isTTY) => {
  const formats = ['report', 'json', 'jsonl', 'html', 'text', 'markdown', 'diff', 'sarif'].map((id) => [
    'run',
    id,
  ])
  const tables = ['repair', 'segment', 'extract', 'audit'].map((command) => [command, 'csv'])
  test.each([...formats, ...tables])('%s --format %s', async (command, format) => {
    const cwd = folder()
    checkPrinted(await runMain([command!, '--format', format!, name, 'a.zip'], { cwd, isTTY }))
  })

  test.each<[string, string[]]>([
    ['segment', ['segment', name]],
    ['explain', ['explain', `${name}:${text.indexOf('黉舍')}`]],
    ['audit --across', ['audit', '--across', reports, name]],
    ['audit --across, CSV', ['audit', '--across', reports, name, '--format', 'csv']],
    ['audit --across, JSON', ['audit', '--across', reports, name, '--format', 'json']],
    ['learn', ['learn', reports, '-o', `t${hostile}\n.tsv`]],
    ['learn, in Chinese', ['learn', `none${hostile}`, '-o', 't.tsv', '--lang', 'zh']],
    ['lexicon add', ['lexicon', 'add', '学校', '黉舍', '-o', `t${hostile}\n.tsv`]],
    ['lexicon add, a bad pair', ['lexicon', 'add', `学${hostile}1`, '黉舍', '-o', 't.tsv']],
    ['lexicon check', ['lexicon', 'check', `bad${hostile}\n.tsv`]],
    ['lexicon, unknown action', ['lexicon', `x${hostile}\n`]],
    ['report', ['report', name]],
    ['build, nothing', ['build', `none${hostile}\n`, '-o', 'out']],
    ['query, no database', ['query', name]],
    ['a missing input', ['run', `none${hostile}\n`]],
    ['a binary input', ['run', `binary${hostile}\n`]],
    ['a table', ['run', '--lexicon', `bad${hostile}\n.tsv`, name]],
    ['an unknown command', [`x${hostile}\n`]],
    ['an unknown option', ['run', `--x${hostile}\n`, name]],
    ['a choice that is none', ['run', '--format', `x${hostile}\n`, name]],
    ['a configuration', ['run', '--config', `good${hostile}\n.json`, name]],
    ['an unknown key', ['run', '--config', 'bad.config.json', name]],
    ['a bad value', ['run', '--config', 'choice.config.json', name]],
    ['a folder in the way', ['run', '--out', name, 'clean.txt']],
  ])('%s', async (_, words) => {
    checkPrinted(await runMain(words, { cwd: folder(), isTTY }))
  })

  test.each(['table', 'csv', 'json', 'jsonl'])('query --format %s', async (format) => {
    const cwd = temporaryFolder()
    await sqlite.write([join(cwd, 'o.sqlite')], exampleDocuments(), { language: 'en', drop: [] })
    const codes = [...hostile].map((character) => `char(${character.codePointAt(0)})`).join('||')
    const sql = `SELECT ${codes} AS "a${hostile}"`
    checkPrinted(await runMain(['query', 'o.sqlite', sql, '--format', format], { cwd, isTTY }))
  })
})

test('build, with threads', () => {
  const cwd = folder()
  const program = builtPath('bin/huanyuan.js')
  const words = ['build', name, 'a.zip', '-o', `out${hostile}\n`, '--threads', '1', '--lang', 'en']
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd,
    encoding: 'utf8',
  })
  expect(status).toBe(3)
  checkPrinted({ code: 3, out: stdout, err: stderr })
})

describe('what is printed as signs', () => {
  test('is told where a format should have it, and kept by JSON and in files', async () => {
    const cwd = temporaryFolder({ 'a.txt': text })
    const words = ['repair', '--assume', 'clean', 'a.txt', '--format']
    const { out, err } = await runMain([...words, 'text'], { cwd })
    // Escapes, the bells that end what they begin, and marks of direction are text.
    expect(out).toHaveLength(text.length)
    expect(err).toContain('signs such as ␛ and � stand for characters')
    const json = await runMain([...words, 'json'], { cwd })
    expect((JSON.parse(json.out) as DocumentRecord).repaired.text).toBe(text)
    expect(json.err).toBe('')
    expect((await runMain([...words, 'text', '--out', 'o'], { cwd })).err).toBe('')
    expect(readFileSync(join(cwd, 'o/a.repaired.txt'), 'utf8')).toBe(text)
  })

  test('stands in names of output files too', async () => {
    const cwd = temporaryFolder({ [name]: text })
    expect((await runMain(['repair', '--format', 'diff', '--out', 'o', name], { cwd })).code).toBe(0)
    const file = join(cwd, 'o', 'a␛]0;X␇␛[2J�31m�␊.diff')
    expect(obeyed.exec(readFileSync(file, 'utf8'))).toBeNull()
  })
})
