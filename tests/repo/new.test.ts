/** `npm run new`: its templates compile in their place and join their index; mistakes are told, nothing is made. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { indexes } from '../../scripts/generate.js'
import { kinds, makeNew } from '../../scripts/new.js'
import { formatTable, isSorted, parseTable } from '../../scripts/tables.js'
import { templates } from '../../scripts/templates.js'
import { root } from './source.js'

const id = 'newly-made'

/** Errors of the compiler over files that exist nowhere but here. */
function compile(files: ReadonlyMap<string, string>): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (path) => files.has(path) || fileExists.call(host, path)
  host.readFile = (path) => files.get(path) ?? readFile.call(host, path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = files.get(path)
    return text === undefined
      ? getSourceFile.call(host, path, version, ...rest)
      : ts.createSourceFile(path, text, version)
  }
  const program = ts.createProgram([...files.keys()], options, host)
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path)
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    )
  })
}

test('templates compile in their place and export what the index takes', () => {
  const files = new Map<string, string>()
  for (const { folder, member } of indexes) {
    const text = templates[member](id)
    expect(text).toMatch(new RegExp(`^export const ${member}\\b`, 'm'))
    expect(text).toMatch(/^\/\*\*/)
    files.set(join(root, folder, `${id}.ts`), text)
  }
  expect(compile(files)).toEqual([])
})

describe('mistakes', () => {
  test.each([
    [[], 'say what is new'],
    [['planet', 'mars'], 'say what is new'],
    [['rule', 'Not An Id'], 'lower-case words'],
    [['writer', 'json'], 'exists already'],
    [['pair', '学校', '黉舍', 'planets'], 'name a table'],
    [['unit'], 'name the unit'],
    [['indicator', 'only-an-id'], 'name the id'],
    [['cue', 'no-such-kind', '增长'], 'no cues of the kind'],
    [['cue', 'increase', '增长'], 'already'],
  ])('%j is refused', (words, reason) => {
    expect(() => makeNew(words)).toThrow(reason)
  })
})

test('every kind that ARCHITECTURE.md promises is there', () => {
  expect(Object.keys(kinds).sort()).toEqual(
    [
      'command',
      'construction',
      'cue',
      'format',
      'indicator',
      'pair',
      'reader',
      'report',
      'rule',
      'unit',
      'writer',
    ].sort(),
  )
})

test('tables keep their comments and lines through reading and writing', () => {
  const path = join(root, 'corpus/lexicon/nouns.tsv')
  expect(existsSync(path)).toBe(true)
  const text = readFileSync(path, 'utf8')
  const table = parseTable(text)
  expect(formatTable(table)).toBe(text)
  expect(isSorted(table.rows)).toBe(true)
})
