/** The documents are true: paths exist, commands run, code works, both languages show the same. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { transpileModule } from 'typescript'
import { describe, expect, test } from 'vitest'
import { commands } from '../../src/cli/commands/index.js'
import { optionTable } from '../../src/cli/options.js'
import { builtPath } from '../support/built.js'
import { temporaryFolder } from '../support/folder.js'
import { runMain } from '../support/terminal.js'
import { root } from './source.js'

const read = (name: string) => readFileSync(join(root, name), 'utf8')
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts)

/** Contents of the fenced blocks of a language. */
function blocksOf(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map((match) => match[1]!)
}

/** Paths that a document names: link targets, and words in code marks that look like paths of the tree. */
function pathsOf(name: string, text: string): string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) =>
    join(dirname(name), match[1]!),
  )
  const marked = [...text.matchAll(/`([^`\n]+)`/g)]
    .map((match) => match[1]!)
    .filter((word) => /^(src|tests|corpus|scripts|measure|schema|docs|bin)(\/[\w./-]*)?$/.test(word))
  return [...new Set([...links, ...marked])]
}

const documents = [
  'README.md',
  'README.zh-CN.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'measure/README.md',
]

describe.each(documents)('%s', (name) => {
  const text = read(name)

  test('names only paths that exist', () => {
    expect(pathsOf(name, text).filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('names only scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run )?([a-z:]+)/g)].map((match) => match[1]!)
    expect(
      named.filter(
        (script) =>
          !['ci', 'install', 'test', 'publish', 'version'].includes(script) && !scripts.includes(script),
      ),
    ).toEqual([])
  })

  test('names only commands and options that exist', () => {
    const options = [
      '--lang',
      '--help',
      ...optionTable([], []).map(({ flags }) => /--[a-z-]+/.exec(flags)![0]),
    ]
    for (const [call, command] of text.matchAll(/huanyuan ([a-z]+)[^`\n]*/g)) {
      if (/^huanyuan (reads|repairs|record)\b/.test(call)) continue
      expect(commands.map((known) => known.name)).toContain(command)
      for (const [option] of call.matchAll(/--[a-z-]+/g)) expect(options).toContain(option)
    }
  })
})

test('measure/README.md names every script of measure, and every folder', () => {
  const text = read('measure/README.md')
  const { scripts: calls } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
  const measuring = Object.keys(calls).filter((name) => calls[name]!.includes('tsx measure/'))
  const folders = readdirSync(join(root, 'measure'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )
  const named = [
    ...measuring.map((name) => `npm run ${name}`),
    ...folders.map(({ name }) => `\`measure/${name}\``),
  ]
  expect(named.filter((words) => !text.includes(words))).toEqual([])
})

test('ARCHITECTURE.md names every folder of src', async () => {
  const { sourceFiles } = await import('./source.js')
  const folders = new Set(sourceFiles().map(({ layer }) => layer))
  folders.delete('index.ts')
  const text = read('ARCHITECTURE.md')
  expect([...folders].filter((folder) => !text.includes(`\`src/${folder}\``))).toEqual([])
})

describe.each(['README.md', 'README.zh-CN.md'])('code of %s', (name) => {
  const text = read(name)

  test('its first example is what the program prints', async () => {
    const [, garbled, shown] = /^\$ cat report\.txt\n(.*?)\n\n\$ huanyuan run report\.txt\n(.*)$/s.exec(
      blocksOf(text, 'text')[0]!,
    )!
    const cwd = temporaryFolder({ 'report.txt': `${garbled}\n` })
    const env = { LANG: name === 'README.md' ? 'en_GB.UTF-8' : 'zh_CN.UTF-8' }
    expect((await runMain(['run', 'report.txt'], { cwd, env })).out).toBe(shown)
  })

  test('its configuration is valid', async () => {
    for (const block of blocksOf(text, 'json')) {
      const cwd = temporaryFolder({ 'huanyuan.config.json': block, 'a.txt': '今天下雨。' })
      const { code, err } = await runMain(['repair', 'a.txt'], { cwd })
      expect([code, err]).toEqual([0, 'huanyuan: the settings of huanyuan.config.json are used\n'])
    }
  })

  test('its use of the library runs', () => {
    for (const block of blocksOf(text, 'ts')) {
      const library = pathToFileURL(builtPath('dist/program/index.js')).href
      const code = transpileModule(block.replace("'huanyuan'", `'${library}'`), {
        compilerOptions: { module: 99, target: 9 },
      })
      const folder = temporaryFolder()
      writeFileSync(join(folder, 'example.mjs'), code.outputText)
      const { stdout, stderr, status } = spawnSync(process.execPath, [join(folder, 'example.mjs')], {
        encoding: 'utf8',
      })
      expect([status, stderr]).toEqual([0, ''])
      expect(stdout).toContain('学校126所')
      expect(stdout).toContain('23000')
    }
  })
})

test('both READMEs show the same code and the same commands', () => {
  const shown = (name: string) => {
    const text = read(name)
    const code = ['sh', 'json', 'ts'].flatMap((language) => blocksOf(text, language))
    const calls = [...text.matchAll(/`(?:… \\\| )?huanyuan [^`]*`/g)].map(([call]) => call)
    return { code: code.map((block) => block.replace(/ +#.*$/gm, '')), calls }
  }
  expect(shown('README.zh-CN.md')).toEqual(shown('README.md'))
})
