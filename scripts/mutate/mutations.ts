/**
 * Ways to break a line of TypeScript: each swaps one piece of code for another that says something else.
 * Invariant: only code that does something is broken, no import, type, comment or text, and what comes out parses.
 */
import ts from 'typescript'

export interface Mutation {
  /** From 1. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly replacement: string
}

const operators: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '+=': '-=',
  '-=': '+=',
  '&&': '||',
  '||': '&&',
  '===': '!==',
  '!==': '===',
}

const methods: Readonly<Record<string, string>> = { some: 'every', every: 'some', max: 'min', min: 'max' }
/** Calls whose result is replaced by no result, and calls that are left out so that their list stays as it was. */
const makers = new Set(['map', 'flatMap', 'matchAll', 'split'])
const choosers = new Set(['filter', 'sort', 'toSorted', 'reverse', 'toReversed', 'slice', 'trim'])

/** What is replaced: a node, or what stands behind the first node up to the end of the second. */
type Break = readonly [node: ts.Node, replacement: string, behind?: ts.Node]

function breakCall(node: ts.CallExpression): Break[] {
  if (!ts.isPropertyAccessExpression(node.expression)) return []
  const { name, expression } = node.expression
  const other = methods[name.text]
  if (other !== undefined) return [[name, other]]
  if (makers.has(name.text)) return [[node, '[]']]
  return choosers.has(name.text) && node.questionDotToken === undefined ? [[node, '', expression]] : []
}

/** What can be broken at one node, not counting what is inside of it. */
function breaksOf(node: ts.Node, text: (node: ts.Node) => string): Break[] {
  if (ts.isBinaryExpression(node)) {
    const other = operators[text(node.operatorToken)]
    return other === undefined ? [] : [[node.operatorToken, other]]
  }
  if (ts.isIfStatement(node)) return [[node.expression, `!(${text(node.expression)})`]]
  if (ts.isConditionalExpression(node)) return [[node.condition, `!(${text(node.condition)})`]]
  if (ts.isNumericLiteral(node)) return [[node, String(Number(node.text.replaceAll('_', '')) + 1)]]
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, 'false']]
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, 'true']]
  if (ts.isExpressionStatement(node) || ts.isContinueStatement(node)) return [[node, ';']]
  if (ts.isReturnStatement(node) && node.expression !== undefined) return [[node.expression, 'undefined']]
  if (ts.isCallExpression(node)) return breakCall(node)
  return []
}

const saysNothing = (node: ts.Node) =>
  ts.isTypeNode(node) ||
  ts.isImportDeclaration(node) ||
  ts.isExportDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node)

/** The text with the mutation in it. */
export function applyMutation(text: string, { start, end, replacement }: Mutation): string {
  return text.slice(0, start) + replacement + text.slice(end)
}

function parses(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true })
  return diagnostics.length === 0
}

/** Every way to break a source file, in its order. */
export function findMutations(source: string): Mutation[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true)
  const text = (node: ts.Node) => node.getText(file)
  const found: Mutation[] = []
  const visit = (node: ts.Node): void => {
    if (saysNothing(node)) return
    for (const [broken, replacement, behind] of breaksOf(node, text)) {
      const start = behind?.getEnd() ?? broken.getStart(file)
      const end = broken.getEnd()
      if (source.slice(start, end) === replacement) continue
      const shown = start + /^\s*/.exec(source.slice(start))![0].length
      found.push({ line: file.getLineAndCharacterOfPosition(shown).line + 1, start, end, replacement })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** One mutation of those of a line that parses; undefined where none does. `random` is in [0, 1). */
export function pickMutation(
  source: string,
  mutations: readonly Mutation[],
  random: () => number,
): Mutation | undefined {
  const left = [...mutations]
  while (left.length > 0) {
    const [mutation] = left.splice(Math.floor(random() * left.length), 1)
    if (parses(applyMutation(source, mutation!))) return mutation
  }
  return undefined
}
