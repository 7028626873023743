/** The commands as their user calls them: output, one clear line for each failure, exit codes, files. */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { temporaryFolder } from '../support/folder.js'
import { checkRecord } from '../support/invariants.js'
import { rowsOfSheet, sheetsOf } from '../support/sheets.js'
import { provenByOthers, shortDocuments } from '../support/short-documents.js'
import type { TerminalOptions } from '../support/terminal.js'
import { runMain } from '../support/terminal.js'

const spun = '20xx年，全市共有黉舍108所，咱们要踊跃推动教导奇迹进展，增强黉舍治理，晋升教授教养品质。\n'
const clean = '今天天气很好，我们去公园散步。\n'
/** What a folder of outputs keeps of them. */
const listName = '.huanyuan-outputs.jsonl'

const parse = (text: string): DocumentRecord => JSON.parse(text) as DocumentRecord

function inFolder(files: Readonly<Record<string, string | Uint8Array>>) {
  const cwd = temporaryFolder(files)
  const run = (words: string, options: TerminalOptions = {}) => runMain(words.split(' '), { cwd, ...options })
  return { cwd, run }
}

describe('run', () => {
  test('prints exactly one record, which keeps every promise', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    const { code, out, err } = await run('run --format json --tokens a.txt')
    expect(err).toBe('')
    expect(code).toBe(0)
    const record = parse(out)
    checkRecord(record)
    expect(record.origin.path).toBe('a.txt')
    expect(record.source.text).toBe(spun)
    expect(record.repaired.text).toContain('学校108所')
  })

  test('prints a readable report without colour in a pipe, with colour on a terminal', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    const piped = await run('run a.txt')
    expect(piped.out).toContain('[黉舍→学校]')
    expect(piped.out).not.toContain('\u001b')
    expect((await run('run a.txt', { isTTY: true })).out).toContain('\u001b[')
    const quiet = { isTTY: true, env: { NO_COLOR: '1' } }
    expect((await run('run a.txt', quiet)).out).not.toContain('\u001b')
  })

  test('prints one list of records for several inputs, standard input among them', async () => {
    const { run } = inFolder({ 'a.txt': spun, 'b.txt': clean })
    const { out } = await run('run --format json a.txt - b.txt', { stdin: clean })
    const records: DocumentRecord[] = JSON.parse(out)
    expect(records.map(({ origin }) => origin.path)).toEqual(['a.txt', null, 'b.txt'])
  })

  test('says in the end how many documents were not read, of which kinds', async () => {
    const { run } = inFolder({
      'a.txt': clean,
      'b.zip': archiveOf({
        'c.txt': clean,
        'd.rar': Buffer.from('Rar!\u001a\u0007\u0000 and more', 'latin1'),
      }),
      'e.RAR': Buffer.from('Rar!\u001a\u0007\u0000 and more', 'latin1'),
    })
    const last = (err: string) => err.trimEnd().split('\n').at(-1)
    const english = await run('run --lang en --format jsonl a.txt b.zip e.RAR missing')
    expect(last(english.err)).toBe('huanyuan: 3 of 5 documents were not read: .rar 2, no ending 1')
    const chinese = await run('run --lang zh --format jsonl b.zip e.RAR')
    expect(last(chinese.err)).toBe('huanyuan：3 份文档中有 2 份未读：.rar 2')
    expect((await run('run --lang en --format jsonl a.txt e.RAR')).err.trimEnd().split('\n')).toHaveLength(1)
  })

  test('documents of one folder prove each other spun, but with --pool none and in folders of their own', async () => {
    const { run } = inFolder({ ...shortDocuments, 'other/weak.txt': shortDocuments['weak.txt'] })
    const names = Object.keys(shortDocuments).join(' ')
    const proven = async (words: string) => {
      const { code, out } = await run(`run --format jsonl ${words}`)
      expect(code).toBe(0)
      const records = out.trimEnd().split('\n').map(parse)
      return records.flatMap(({ origin, spin }) => (spin.bySource ? [origin.path] : []))
    }
    expect(await proven(`${names} other/weak.txt`)).toEqual(provenByOthers)
    expect(await proven(`--pool none ${names}`)).toEqual([])
    const report = await run(`run ${names}`)
    expect(report.out).toContain('as the other documents of its source show')
  })

  test('an input that cannot be read takes no other with it, and is told once', async () => {
    const { run } = inFolder({ ...shortDocuments })
    const names = Object.keys(shortDocuments).join(' ')
    const { code, out, err } = await run(`run --format jsonl gone.txt ${names}`)
    expect(code).toBe(3)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(out.trimEnd().split('\n')).toHaveLength(Object.keys(shortDocuments).length)
  })

  test('says the same twice', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    expect(await run('run --format json --tokens a.txt')).toEqual(
      await run('run --format json --tokens a.txt'),
    )
  })

  test('takes empty input as a record with empty text and one warning', async () => {
    const { run } = inFolder({ 'empty.txt': '' })
    const { code, out } = await run('run --format json empty.txt')
    expect(code).toBe(0)
    const { source, repaired, messages } = parse(out)
    expect([source.text, repaired.text]).toEqual(['', ''])
    expect(messages.map(({ level, code: reason }) => [level, reason])).toEqual([['warning', 'empty-input']])
    expect((await run('run empty.txt')).code).toBe(0)
  })
})

describe('options', () => {
  test('--assume clean takes the text as it stands', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    expect((await run('repair --assume clean --format text a.txt')).out).toBe(spun)
  })

  test('--apply-from decides what is applied', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    const { corrections, repaired } = parse((await run('repair --apply-from 1 --format json a.txt')).out)
    expect(corrections.filter(({ status, confidence }) => status === 'applied' && confidence < 1)).toEqual([])
    expect(repaired.text.length).toBeGreaterThan(0)
  })

  test('--protect keeps a word', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    expect((await run('repair --format text --protect 黉舍 a.txt')).out).toContain('黉舍108所')
  })

  test('a configuration file says the same things, and the command line wins', async () => {
    const config = JSON.stringify({ format: 'text', assume: 'clean' })
    const { cwd, run } = inFolder({ 'a.txt': spun, 'huanyuan.config.json': config })
    const { out, err } = await run('run a.txt')
    expect([out, err]).toEqual([spun, 'huanyuan: the settings of huanyuan.config.json are used\n'])
    expect(parse((await run('run --format json a.txt')).out).spin.assumed).toBe(true)
    mkdirSync(join(cwd, 'below'))
    const below = await runMain(['run', '../a.txt'], { cwd: join(cwd, 'below') })
    expect([below.out.includes('Facts'), below.err]).toEqual([true, ''])
  })

  test.each([
    ['{"formt": "text"}', 'unknown key formt'],
    ['{"format": "xml"}', 'format must be one of'],
    ['{"applyFrom": "high"}', 'applyFrom must be a number'],
    ['{"protect": [1]}', 'protect must be a list'],
    ['[]', 'must hold one JSON object'],
  ])('a configuration file with %s is refused by name', async (config, reason) => {
    const { run } = inFolder({ 'a.txt': clean, 'huanyuan.config.json': config })
    const { code, err } = await run('run a.txt')
    expect(code).toBe(2)
    expect(err).toContain('huanyuan.config.json')
    expect(err).toContain(reason)
  })
})

describe('inputs that cannot be processed', () => {
  const binary = Uint8Array.from({ length: 4096 }, (_, index) => (index * 7919) % 256)
  // Valid in neither UTF-8 nor GB18030 nor Big5.
  const noEncoding = Uint8Array.from([0xff, 0xff, 0x80, 0x41, 0xff, 0xfe, 0xff, 0x80, 0x80])

  test.each([
    ['missing.txt', /missing\.txt: no such file/],
    ['folder', /folder: leads to no file/],
    ['binary.txt', /binary\.txt: /],
    ['bytes.txt', /bytes\.txt: /],
    ['large.txt', /large\.txt: has \d+ bytes, more than the limit/],
    ['long.txt', /long\.txt: has 5000 characters of text, more than the limit of 4096/],
  ])('%s gives one clear line and exit code 3, and the others come out', async (name, line) => {
    const { cwd, run } = inFolder({ 'a.txt': clean, 'binary.txt': binary, 'bytes.txt': noEncoding })
    mkdirSync(join(cwd, 'folder'))
    writeFileSync(join(cwd, 'large.txt'), 'a'.repeat(9000))
    writeFileSync(join(cwd, 'long.txt'), 'a'.repeat(5000))
    const { code, out, err } = await run(`run --max-bytes 8K --max-characters 4K --format text a.txt ${name}`)
    expect(code).toBe(3)
    expect(out).toBe(clean)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(err).toMatch(line)
  })

  test.skipIf(process.getuid?.() === 0)('a file without permission is told', async () => {
    const { cwd, run } = inFolder({ 'a.txt': clean })
    chmodSync(join(cwd, 'a.txt'), 0)
    const { code, err } = await run('run a.txt')
    expect(code).toBe(3)
    expect(err).toContain('a.txt: cannot be read (no permission)')
  })

  test('the line is in the language that was asked for', async () => {
    const { run } = inFolder({})
    expect((await run('run --lang zh x.txt')).err).toBe(
      'huanyuan：x.txt：文件不存在；请检查文件名和所在文件夹\n',
    )
    expect((await run('run x.txt', { env: { LC_ALL: 'zh_CN.UTF-8' } })).err).toContain('文件不存在')
  })

  test('entries that fail are told with their place, the others come out, and the exit code is 3', async () => {
    const bytes = archiveOf({
      'a.txt': clean,
      'b.bin': binary,
      'c.zip': archiveOf({ 'd.txt': 'x'.repeat(5000) }),
    })
    const lines = `${JSON.stringify({ text: clean })}\nnot json\n{"title":"无"}\n`
    const { run } = inFolder({ 'a.zip': bytes, 'b.jsonl': lines })
    const { code, out, err } = await run('run --max-characters 4K --format jsonl a.zip b.jsonl')
    expect(code).toBe(3)
    const records = out.trimEnd().split('\n').map(parse)
    expect(records.map(({ origin, source }) => [origin.entry, source.text])).toEqual([
      ['a.txt', clean],
      ['b.bin', ''],
      ['c.zip/d.txt', ''],
      ['1', clean],
      ['2', ''],
      ['3', ''],
    ])
    expect(err.trimEnd().split('\n')).toEqual([
      'huanyuan: a.zip#b.bin: is a binary file, not a text in any known encoding',
      expect.stringMatching(/^huanyuan: a\.zip#c\.zip\/d\.txt: has 5000 characters/),
      'huanyuan: b.jsonl#2: this line is not JSON',
      'huanyuan: b.jsonl#3: this object has no field of text; it has: title',
      'huanyuan: 4 of 6 documents were not read: no ending 2, .bin 1, .txt 1',
    ])
    expect((await run('run --lang zh b.jsonl')).err).toContain('huanyuan：b.jsonl#2：此行不是 JSON\n')
  })

  test('comparing and learning tell them too', async () => {
    const { cwd, run } = inFolder({})
    mkdirSync(join(cwd, 'reports'))
    const reports = { 'a.txt': spun, 'b.bin': binary }
    writeFileSync(join(cwd, 'reports', 'a.zip'), archiveOf(reports))
    const line = /reports.a\.zip#b\.bin: is a binary file/
    const compared = await run('audit --across reports')
    expect(compared.code).toBe(3)
    expect(compared.err).toMatch(line)
    expect(compared.out).toContain('1 documents compared')
    const learned = await run('learn reports -o table.tsv')
    expect(learned.code).toBe(3)
    expect(learned.err).toMatch(line)
    expect(existsSync(join(cwd, 'table.tsv'))).toBe(true)
  })

  test('a bad table of the user ends the program once, naming the line', async () => {
    const header = 'standard\tspun\tkind\tevidence\tweight\texample\n'
    const { run } = inFolder({
      'a.txt': clean,
      'b.txt': clean,
      't.tsv': `${header}学校\t学校\tsynonym\tknowledge\t1\t\n`,
    })
    const { code, out, err } = await run('run --lexicon t.tsv a.txt b.txt')
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(/t\.tsv, line 2: /)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('--out', () => {
  test('writes one file a document and leaves nothing else behind', async () => {
    const { cwd, run } = inFolder({ 'a.txt': spun, 'b.txt': clean })
    const { code, out } = await run('run --format json --out results/new a.txt b.txt')
    expect([code, out]).toEqual([0, ''])
    expect(readdirSync(join(cwd, 'results/new')).sort()).toEqual([listName, 'a.json', 'b.json'])
    checkRecord(parse(readFileSync(join(cwd, 'results/new/a.json'), 'utf8')))
  })

  test('overwrites only with --force, and numbers files of one name', async () => {
    const { cwd, run } = inFolder({ 'a.txt': clean, 'a.md': spun })
    await run('repair --format text --out o a.txt')
    const again = await run('repair --format text --out o a.txt')
    expect(again.code).toBe(2)
    expect(again.err).toContain('exists already')
    expect((await run('repair --format text --out o --force a.txt a.md')).code).toBe(0)
    expect(readdirSync(join(cwd, 'o')).sort()).toEqual([listName, 'a-2.repaired.txt', 'a.repaired.txt'])
  })

  test('never overwrites an input', async () => {
    const { cwd, run } = inFolder({ 'a.txt': clean, 'a.repaired.txt': spun })
    const { code, err } = await run('repair --format text --out . --force a.txt a.repaired.txt')
    expect(code).toBe(2)
    expect(err).toContain('never overwritten')
    expect(readFileSync(join(cwd, 'a.repaired.txt'), 'utf8')).toBe(spun)
    expect(existsSync(join(cwd, 'a.repaired.repaired.txt'))).toBe(true)
  })
})

describe('single stages', () => {
  test('repair runs no later stage and says so', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    const record = parse((await run('repair --format json a.txt')).out)
    checkRecord(record)
    expect(record.stages).toEqual(['read', 'layout', 'repair'])
    expect(record.facts).toEqual([])
  })

  test('each prints its own part', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    expect((await run('repair a.txt')).out).toContain('[黉舍→学校]')
    expect((await run('segment a.txt')).out).toMatch(/学校\/n/)
    expect((await run('extract a.txt')).out).toMatch(/108 所/)
    expect((await run('audit a.txt')).out).toContain('Findings')
  })
})

describe('explain', () => {
  test('shows candidates, scores and evidence, in both languages', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    const place = `a.txt:${spun.indexOf('黉舍')}`
    const english = await run(`explain ${place}`)
    expect(english.code).toBe(0)
    expect(english.out).toContain('Changed: 黉舍 → 学校')
    expect((await run(`explain --lang zh ${place}`)).out).toContain('已改动：黉舍 → 学校')
  })

  test('takes line and column, and all places of a word', async () => {
    const { run } = inFolder({ 'a.txt': `${spun}\n${spun}` })
    const first = spun.split('\n').findIndex((line) => line.includes('黉舍'))
    const column = spun.split('\n')[first]!.indexOf('黉舍') + 1
    expect((await run(`explain a.txt:${first + 1}:${column}`)).out).toContain('Changed: 黉舍 → 学校')
    const { out } = await run('explain a.txt 黉舍')
    expect(out.split('▸黉舍')).toHaveLength(2 * spun.split('黉舍').length - 1)
  })

  test('says why a word was kept', async () => {
    const { run } = inFolder({ 'a.txt': spun })
    expect((await run(`explain a.txt:${spun.indexOf('108')}`)).out).toContain('Kept')
  })

  test('refuses a place that is none', async () => {
    const { run } = inFolder({ 'a.txt': clean })
    expect((await run('explain a.txt')).err).toContain('name a file with line and column')
    expect((await run('explain a.txt:999')).err).toContain('outside of the text')
    expect((await run('explain a.txt:99:1')).err).toContain('has no line 99')
    expect((await run('explain a.txt 黉舍')).err).toContain('the text has no 黉舍')
    expect((await run('explain a.txt 学校 学校')).err).toContain('too many arguments')
  })
})

describe('a workbook', () => {
  test('is one file of all documents where it is named, and replaced by force alone', async () => {
    const { cwd, run } = inFolder({ 'in/a.txt': spun, 'in/b.txt': clean })
    const first = await run('run in -o book.xlsx')
    expect(first.out).toBe('')
    expect(first.err).toContain('book.xlsx: files written: 1')
    expect(first.code).toBe(0)
    const sheets = sheetsOf(join(cwd, 'book.xlsx'))
    const documents = rowsOfSheet(sheets.find(({ title }) => title === 'documents')!)
    expect(documents.map(([key]) => key?.text)).toEqual(['in/a.txt', 'in/b.txt'])
    const again = await run('run in/a.txt -o book.xlsx')
    expect(again.code).toBe(2)
    expect(again.err).toContain('book.xlsx')
    expect((await run('run in/a.txt -o book.xlsx --force')).code).toBe(0)
  })

  test('is one a document in a folder, and none on a terminal', async () => {
    const { cwd, run } = inFolder({ 'in/a.txt': clean })
    expect((await run('run in -f xlsx -o out')).code).toBe(0)
    expect(readdirSync(join(cwd, 'out')).filter((name) => name !== listName)).toEqual(['a.xlsx'])
    const shown = await run('run in/a.txt -f xlsx', { isTTY: true })
    expect(shown).toMatchObject({ code: 2, out: '' })
    expect(shown.err).toContain('-o NAME.xlsx')
  })
})
