/** Only `src/page` knows a browser; no function is shipped as its own text. */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/folder.js'
import { root, sourceFiles } from './source.js'

function configuration(path: string): ts.ParsedCommandLine {
  const file = join(root, path)
  const { config } = ts.readConfigFile(file, ts.sys.readFile)
  return ts.parseJsonConfigFileContent(config, ts.sys, join(file, '..'), undefined, file)
}

function programOf(path: string): ts.Program {
  const { fileNames, options } = configuration(path)
  return ts.createProgram(fileNames, options)
}

/** Whether types of the browser are known, by whatever file or package brought them in. */
function knowsBrowser(program: ts.Program): boolean {
  return program.getSourceFiles().some(({ fileName }) => /^lib\.dom\./.test(basename(fileName)))
}

/** What a node turns into text, by `.toString()`, by `String()` or in a template. */
function turnedIntoText(node: ts.Node): ts.Expression | undefined {
  if (ts.isTemplateSpan(node)) return node.expression
  if (!ts.isCallExpression(node)) return undefined
  const { expression } = node
  if (ts.isPropertyAccessExpression(expression) && expression.name.text === 'toString') {
    return expression.expression
  }
  return ts.isIdentifier(expression) && expression.text === 'String' ? node.arguments[0] : undefined
}

/** Functions that are turned into text, as `file: expression`. */
function functionsAsText(program: ts.Program, isOurs: (path: string) => boolean): string[] {
  const checker = program.getTypeChecker()
  const found: string[] = []
  for (const file of program.getSourceFiles()) {
    if (!isOurs(file.fileName)) continue
    const visit = (node: ts.Node): void => {
      const text = turnedIntoText(node)
      const isFunction = text !== undefined && checker.getTypeAtLocation(text).getCallSignatures().length > 0
      if (isFunction) found.push(`${basename(file.fileName)}: ${text.getText(file)}`)
      ts.forEachChild(node, visit)
    }
    visit(file)
  }
  return found
}

const everything = programOf('tsconfig.json')
const page = programOf('src/page/tsconfig.json')
const inSource = (path: string) => path.startsWith(join(root, 'src').replaceAll('\\', '/'))

describe('types of the browser', () => {
  test('are known to the page', () => {
    expect(knowsBrowser(page)).toBe(true)
  })

  test('are known to nothing else, whether checked or built', () => {
    const build = configuration('tsconfig.build.json')
    const isPage = (path: string) => path.includes('/src/page/')
    expect(build.fileNames.length).toBeGreaterThan(100)
    expect(
      [...everything.getSourceFiles().map(({ fileName }) => fileName), ...build.fileNames].filter(isPage),
    ).toEqual([])
    expect(build.options.lib).toEqual(everything.getCompilerOptions().lib)
    expect(knowsBrowser(everything)).toBe(false)
  })
})

test('texts go into the page as text, never as markup', () => {
  const markup = /\b(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|document\.write)\b/
  const files = sourceFiles().filter(({ layer }) => layer === 'page')
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter(({ code }) => markup.test(code)).map(({ path }) => path)).toEqual([])
})

describe('a function turned into text', () => {
  test('is found', () => {
    const path = join(temporaryFolder(), 'sample.ts')
    writeFileSync(
      path,
      `const f = () => 1
      f.toString() + \`\${f}\` + String(f)
      f().toString() + \`\${f()}\` + String(f())`,
    )
    const sample = ts.createProgram([path], { noLib: true })
    expect(functionsAsText(sample, (name) => name === path)).toEqual([
      'sample.ts: f',
      'sample.ts: f',
      'sample.ts: f',
    ])
  })

  test('is nowhere in the source', () => {
    expect([...functionsAsText(everything, inSource), ...functionsAsText(page, inSource)]).toEqual([])
  })
})
