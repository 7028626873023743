/**
 * A process that runs the tests of one folder once, with one source file read as another text, and tells its parent
 * which test failed first. The tree on the disk is not touched. Its parent ends it when it takes too long.
 */
import { once } from 'node:events'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { TestModule } from 'vitest/node'
import { BaseSequencer, startVitest } from 'vitest/node'
import { root } from '../tables.js'

export interface Order {
  readonly folder: string
  /** From the root; undefined runs the tests on the tree as it is. */
  readonly path: string | undefined
  readonly text: string
}

export interface Outcome {
  readonly tests: number
  /** The first test that failed; undefined where all passed. */
  readonly failed: string | undefined
}

/** Small files first, and floors, which measure all reports, last: what is caught is caught soon. */
class SmallFirst extends BaseSequencer {
  override async sort(files: Parameters<BaseSequencer['sort']>[0]) {
    const measures = ({ moduleId }: { moduleId: string }) => Number(/floors|gold/.test(moduleId))
    return [...files].sort((a, b) => measures(a) - measures(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

function readAs({ path, text }: Order): Plugin {
  const broken = path === undefined ? undefined : join(root, path)
  return {
    name: 'read-as-mutant',
    enforce: 'pre',
    load: (id) => (id.split('?')[0] === broken ? text : null),
  }
}

function firstFailure(modules: readonly TestModule[]): string | undefined {
  for (const module of modules) {
    for (const test of module.children.allTests('failed'))
      return `${module.relativeModuleId}: ${test.fullName}`
    if (!module.ok()) return `${module.relativeModuleId}: the file or its set-up`
  }
  return undefined
}

async function runTests(order: Order): Promise<Outcome> {
  const settings = {
    root,
    watch: false,
    bail: 1,
    reporters: [{}],
    pool: 'threads' as const,
    maxWorkers: 1,
    isolate: false,
    sequence: { sequencer: SmallFirst },
  }
  const vitest = await startVitest('test', [`tests/${order.folder}/`], settings, { plugins: [readAs(order)] })
  const modules = vitest.state.getTestModules()
  const tests = modules.reduce((sum, module) => sum + [...module.children.allTests()].length, 0)
  const failed = firstFailure(modules)
  const stray = vitest.state.getUnhandledErrors().length > 0 ? 'an error outside of the tests' : undefined
  await vitest.close()
  return { tests, failed: failed ?? stray }
}

const [order] = (await once(process, 'message')) as [Order]
const outcome = await runTests(order)
process.send!(outcome, () => process.exit(0))
