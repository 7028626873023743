/**
 * Writes the entries of the package that `tsc` cannot, a step of `npm run build`. The types for programs that `require`
 * it: to TypeScript a declaration file is of one kind of module, and those that `tsc` writes are of the other. And
 * `dist/index.js`, which is the bundled library: who imports that of a checkout loads no module for each file.
 */
import { writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import ts from 'typescript'
import { root } from './tables.js'

/** The declarations that the exports of the package name. */
const entries = ['dist/index.d.ts', 'dist/writers/schema.d.ts'].map((path) => join(root, path))

const program = ts.createProgram(entries, {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
})
const checker = program.getTypeChecker()
const asImported = `with: { 'resolution-mode': 'import' }`

function declarationsOf(path: string): string {
  const from = `./${basename(path, '.d.ts')}.js`
  const types: string[] = []
  const lines: string[] = []
  const module = checker.getSymbolAtLocation(program.getSourceFile(path)!)!
  for (const symbol of checker.getExportsOfModule(module)) {
    const { name } = symbol
    const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const there = `import('${from}', { ${asImported} }).${name}`
    const isType = (flags & ts.SymbolFlags.Type) !== 0
    if ((flags & ts.SymbolFlags.Value) === 0) types.push(name)
    else {
      lines.push(`export declare const ${name}: typeof ${there}`)
      if (isType) lines.push(`export type ${name} = ${there}`)
    }
  }
  const imported = `export type { ${types.join(', ')} } from '${from}' with { 'resolution-mode': 'import' }`
  return `${[imported, ...lines].join('\n')}\n`
}

for (const path of entries) writeFileSync(path.replace(/ts$/, 'cts'), declarationsOf(path))
writeFileSync(join(root, 'dist/index.js'), `export * from './program/index.js'\n`)
