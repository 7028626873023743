/** Where the program begins: what needs no command is answered before any is loaded. */
import { programVersion } from '../resources/identity.js'
import { exitCode } from './exit-codes.js'
import { ClosedPipe, processTerminal, writeSafe } from './terminal.js'

const versionFlags = new Set(['--version', '-v', '-V'])

async function printVersion(): Promise<number> {
  try {
    await writeSafe(processTerminal(), `${programVersion()}\n`)
  } catch (error) {
    if (!(error instanceof ClosedPipe)) throw error
  }
  return exitCode.done
}

/** In bytes of bytecode; several times what is usual. */
const optimizedAfter = 500_000

/**
 * Has Node 20 run functions longer before it optimizes them: most code of a short run is done with when its optimized form
 * is ready, which took a quarter of the run. Later versions wait longer by themselves, and have no such setting.
 */
async function optimizeLater(): Promise<void> {
  if (!process.versions.node.startsWith('20.')) return
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString(`--interrupt-budget=${optimizedAfter}`)
}

/** Runs the program with node's own arguments; gives the exit code. */
export async function enter(argv: readonly string[]): Promise<number> {
  const [, , word, ...more] = argv
  if (more.length === 0 && word !== undefined && versionFlags.has(word)) return printVersion()
  await optimizeLater()
  const { main } = await import('./main.js')
  return main(argv)
}
