/** Values of options: lists are parted by any comma, and go on where an option is repeated. */
import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { UsageError } from '../../src/cli/failure.js'
import { optionTable, readOption } from '../../src/cli/options.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'

const program = builtPath('bin/huanyuan.js')
const table = optionTable(['report'], ['csv', 'jsonl', 'text'])
const read = (key: string, value: unknown) =>
  readOption(table.find((option) => option.key === key)!, value, `--${key}`)

test.each([
  ['protect', '学校,教师', ['学校', '教师']],
  ['protect', '学校， 教师、学生', ['学校', '教师', '学生']],
  ['protect', ['学校', '教师'], ['学校', '教师']],
  ['formats', 'csv，jsonl,csv', ['csv', 'jsonl']],
  ['lexicon', 'a,b.tsv', ['a,b.tsv']],
])('%s of %j', (key, value, items) => expect(read(key, value)).toEqual(items))

test.each(['', '学校,', '，'])('an empty item of a list is a mistake: %j', (value) => {
  expect(() => read('protect', value)).toThrow(UsageError)
})

test('a list goes on where its option is repeated', async () => {
  const cwd = temporaryFolder({ 'a.txt': '今天下雨。' })
  const call = ['build', 'a.txt', '-o', 'out', '-f', 'jsonl', '-f', 'csv,text']
  const { stderr } = spawnSync(process.execPath, [program, ...call], { cwd, encoding: 'utf8' })
  for (const name of ['records.jsonl', 'facts.csv', 'text']) expect(stderr).toContain(name)
  const wrong = await runMain([...call, '-f', 'none'], { cwd })
  expect([wrong.code, wrong.err.split('\n').length]).toEqual([2, 2])
})
