/**
 * Every regular expression of `src`: literals by their place in the syntax tree, and those that are put together at run
 * time, taken down while the program's own tables are loaded. For each, recheck proves that matching takes time in
 * proportion to the length of the text, or says how it can be made to take more.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { check } from 'recheck'
import { globSync } from 'tinyglobby'
import ts from 'typescript'
import { root } from './tables.js'

export interface Expression {
  readonly source: string
  readonly flags: string
  /** File and line. */
  readonly place: string
}

/** Milliseconds in which one expression is to be decided. */
const longest = 20_000

/** The literals of one file. */
function literalsOf(path: string): Expression[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest)
  const found: Expression[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/')
      const { line } = file.getLineAndCharacterOfPosition(node.getStart(file))
      const place = `${relative(root, path)}:${line + 1}`
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), place })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

export function literalExpressions(): Expression[] {
  return globSync('src/**/*.ts', { cwd: root, absolute: true }).sort().flatMap(literalsOf)
}

/** The expressions that files of `src` construct while `work` runs, which imports them. */
export async function constructedExpressions(work: () => Promise<unknown>): Promise<Expression[]> {
  const found: Expression[] = []
  const Native = globalThis.RegExp
  const note = ({ source, flags }: RegExp) => {
    const callers = new Error().stack?.split('\n').filter((line) => line.includes(' at ')) ?? []
    const caller = callers.find((line) => !line.includes('expressions.ts'))
    const place = caller?.includes('node_modules') ? undefined : caller?.match(/src\/[\w./-]+:\d+/)?.[0]
    if (place !== undefined) found.push({ source, flags, place })
  }
  globalThis.RegExp = new Proxy(Native, {
    construct(target, args, made) {
      const expression: RegExp = Reflect.construct(target, args, made)
      note(expression)
      return expression
    },
  })
  try {
    await work()
  } finally {
    globalThis.RegExp = Native
  }
  return found
}

/** Whether every quantifier has an upper bound, so that a match looks at so many characters and no more. */
function isBounded(source: string): boolean {
  const bare = source.replaceAll(/\\./gs, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  return !/[*+]|\{\d+,\}/.test(bare)
}

/** What recheck says against an expression; undefined where it is safe, or slow only up to a bound of its own. */
async function dangerOf({ source, flags }: Expression): Promise<string | undefined> {
  const result = await check(source, flags.replace(/[dv]/g, ''), { timeout: longest })
  if (result.status === 'safe') return undefined
  // A group that is not repeated cannot be matched in more and more ways.
  const isPolynomial =
    result.status === 'vulnerable' ? result.complexity.type === 'polynomial' : !source.includes('){')
  if (isPolynomial && isBounded(source)) return undefined
  return result.status === 'vulnerable' ? result.complexity.summary : `not decided: ${result.error.kind}`
}

/** The digests of expressions that were found safe, so that only new ones are decided: one a line. */
export const knownPath = join(root, 'tests', 'repo', 'expressions.txt')

export const knownDigests = () => new Set(readFileSync(knownPath, 'utf8').split('\n'))

export const digestOf = ({ source, flags }: Expression): string =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16)

/** All of them, each once. */
export async function allExpressions(): Promise<Expression[]> {
  const constructed = await constructedExpressions(async () => {
    const { loadResources } = await import('../src/pipeline/resources.js')
    const { processText } = await import('../src/pipeline/process.js')
    const { readDocuments } = await import('../src/readers/read.js')
    processText('全县共有学校12所，比上年增长3.5%。', { resources: await loadResources() })
    for await (const document of readDocuments(Buffer.from('**全县**<b>12</b>'), { path: 'a.md' }))
      void document
  })
  return [
    ...new Map([...literalExpressions(), ...constructed].map((each) => [digestOf(each), each])).values(),
  ]
}

/** What is wrong with those that are not known to be safe: their places, with what recheck says. */
export async function dangers(
  expressions: readonly Expression[],
  known: ReadonlySet<string>,
): Promise<string[]> {
  const found: string[] = []
  for (const expression of expressions) {
    if (known.has(digestOf(expression))) continue
    const danger = await dangerOf(expression)
    if (danger !== undefined)
      found.push(`${expression.place}: /${expression.source}/${expression.flags}: ${danger}`)
  }
  return found
}
