/**
 * `npm run expressions`: looks at the regular expressions of `src` that are not known to be safe, tells those that can
 * be made slow, and writes down the digests of all others, which the tests then take as safe. `--all` looks at every one.
 */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { allExpressions, dangers, digestOf, knownDigests, knownPath } from './expressions.js'

const { values: options } = parseArgs({ options: { all: { type: 'boolean', default: false } } })
const known = options.all ? new Set<string>() : knownDigests()
const expressions = await allExpressions()
const unsafe = new Set<string>()
for (const expression of expressions) {
  const found = await dangers([expression], known)
  if (found.length === 0) continue
  unsafe.add(digestOf(expression))
  console.log(found.join('\n'))
}
const safe = expressions.map(digestOf).filter((digest) => !unsafe.has(digest))
writeFileSync(knownPath, `${safe.sort().join('\n')}\n`)
console.log(`${safe.length} of ${expressions.length} are safe`)
if (unsafe.size > 0) process.exitCode = 1
