/** A Node that is too old is told so in a sentence: what starts the program is written for the oldest. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript'
import { expect, test } from 'vitest'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'

const program = builtPath('bin/huanyuan.js')

test.each([
  [
    '20.18.3',
    'en_US.UTF-8',
    [],
    'huanyuan: needs Node 20.19 or later, this is 20.18.3: get it from https://nodejs.org\n',
  ],
  [
    '8.17.0',
    'zh_CN.UTF-8',
    [],
    'huanyuan：需要 Node 20.19 或更高版本，现在是 8.17.0；请从 https://nodejs.org 安装新版本\n',
  ],
  [
    '8.17.0',
    'C',
    ['--lang', 'zh'],
    'huanyuan：需要 Node 20.19 或更高版本，现在是 8.17.0；请从 https://nodejs.org 安装新版本\n',
  ],
])('Node %s, %s', (version, lang, words, sentence) => {
  const folder = temporaryFolder({
    'older.cjs': `Object.defineProperty(process.versions, 'node', { value: '${version}' })`,
  })
  const call = ['--require', join(folder, 'older.cjs'), program, ...words]
  const { status, stdout, stderr } = spawnSync(process.execPath, call, {
    encoding: 'utf8',
    env: { LANG: lang },
  })
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: sentence })
})

test('its first file has no syntax that ECMAScript 5 lacks', () => {
  const source = readFileSync(program, 'utf8')
  const as = (target: ScriptTarget) =>
    transpileModule(source, { compilerOptions: { target, module: ModuleKind.CommonJS } }).outputText
  expect(as(ScriptTarget.ES5)).toBe(as(ScriptTarget.ESNext))
})
