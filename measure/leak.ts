/**
 * `npm run leak`: whether the built library keeps anything of documents that it is done with; the nightly form of
 * `tests/measure/leak.test.ts`. `--count N` documents a call (10,000). Ends with exit code 1 where a call keeps more than
 * `mostHeap` or `mostResident` bytes a document.
 */
import { parseArgs } from 'node:util'
import type * as Library from '../src/index.js'
import { builtPath } from '../tests/support/built.js'
import { formatTable } from './eval/table.js'
import { growthOf } from './leak/growth.js'
import { worksOf } from './leak/works.js'

const { values } = parseArgs({ options: { count: { type: 'string', default: '10000' } } })
const count = Number(values.count)
/** Bytes a document. What is kept once, such as compiled code, is less of each the more there are. */
const mostHeap = 200
const mostResident = 4096

const { works, close } = await worksOf((await import(builtPath('dist/program/index.js'))) as typeof Library)
const rows: string[][] = []
for (const [name, work] of Object.entries(works)) {
  const { heap, resident } = await growthOf(work, count, Math.ceil(count / 10))
  if (heap > mostHeap || resident > mostResident) process.exitCode = 1
  rows.push([name, heap.toFixed(0), resident.toFixed(0)])
}
await close()
console.log(formatTable(['call', 'heap, bytes a document', 'resident, bytes a document'], rows))
