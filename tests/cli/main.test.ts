/** The program around the commands: help, version, mistakes in the call, the built binary, closed pipes. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import { languages } from '../../src/writers/language.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const root = fileURLToPath(new URL('../..', import.meta.url))

describe('help', () => {
  test.each(languages)('of the program, in %s', async (language) => {
    const { code, out } = await runMain(['--help', '--lang', language])
    expect(code).toBe(0)
    expect(out).toMatchSnapshot()
  })

  test.each(commands.map(({ name }) => name))('of %s, in both languages', async (name) => {
    for (const language of languages) {
      const { code, out } = await runMain([name, '--help', '--lang', language])
      expect(code).toBe(0)
      expect(out).toMatchSnapshot()
    }
  })

  test('is shown, with exit code 2, where nothing is asked', async () => {
    const { code, err } = await runMain([])
    expect(code).toBe(2)
    expect(err).toContain('Usage:')
  })
})

test('--version prints the version of the package', async () => {
  const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }
  expect(await runMain(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

describe('mistakes in the call end with one line and exit code 2', () => {
  test.each([
    ['rnu a.txt', 'huanyuan: unknown command: rnu (did you mean run?)'],
    ['run --formt json a.txt', 'huanyuan: unknown option: --formt (did you mean --format?)'],
    ['run', 'huanyuan: an argument is missing: input'],
    ['run --format', 'huanyuan: the option -f, --format <format> needs a value'],
    [
      'run --format xml a.txt',
      'huanyuan: --format must be one of diff, docx, docx-clean, html, json, jsonl, markdown, report, sarif, text, xlsx, not xml',
    ],
    ['run --apply-from 2 a.txt', 'huanyuan: --apply-from must be a number from 0 to 1, not 2'],
    [
      'run --max-bytes much a.txt',
      'huanyuan: --max-bytes must be a size such as 1048576, 512K or 20M, not much',
    ],
    ['serve --port 70000 a.txt', 'huanyuan: --port must be a port from 1 to 65535, not 70000'],
    ['run - -', 'huanyuan: standard input (-) can be named only once'],
    ['schema more', 'huanyuan: too many arguments for schema'],
  ])('%s', async (words, line) => {
    const { code, out, err } = await runMain(words.split(' '))
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err.split('\n').filter(Boolean)).toHaveLength(1)
    expect(err).toContain(line)
  })

  test('in Chinese too', async () => {
    expect((await runMain(['rnu', '--lang', 'zh'])).err).toBe('huanyuan：未知命令：rnu（是不是 run？）\n')
  })
})

test('schema prints the JSON Schema', async () => {
  const { out } = await runMain(['schema'])
  expect(JSON.parse(out)).toHaveProperty('title', 'huanyuan record')
})

describe('the built program', () => {
  const program = builtPath('bin/huanyuan.js')

  test('ends quietly when its reader goes away', () => {
    const folder = temporaryFolder({ 'a.txt': '全市共有黉舍108所。\n'.repeat(20_000) })
    const { stderr, status } = spawnSync(
      'bash',
      ['-c', `set -o pipefail; node "${program}" repair --assume clean --format json a.txt | head -c 10`],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  test.each(['--help', 'explain --help', '--version'])('so does %s', (call) => {
    const { stderr, status } = spawnSync('bash', ['-c', `node "${program}" ${call} | true`], {
      encoding: 'utf8',
    })
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 })
  })
})
