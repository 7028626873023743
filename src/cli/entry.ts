/** Where the program begins: what needs no command is answered before any is loaded. */
import { setFlagsFromString } from 'node:v8'
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

/** Newer versions may have no such setting, and would say so. */
const lastMeasured = 24
/** In bytes of bytecode; several times what is usual. */
const optimizedAfter = 500_000

/**
 * Has functions run longer before they are optimized: most code of a short run is done with when its optimized form is
 * ready, which took a quarter of the run. In a long one it makes no difference.
 */
function optimizeLater(): void {
  if (Number.parseInt(process.versions.node, 10) <= lastMeasured) {
    setFlagsFromString(`--interrupt-budget=${optimizedAfter}`)
  }
}

/** Runs the program with node's own arguments; gives the exit code. */
export async function enter(argv: readonly string[]): Promise<number> {
  const [, , word, ...more] = argv
  if (more.length === 0 && word !== undefined && versionFlags.has(word)) return printVersion()
  optimizeLater()
  const { main } = await import('./main.js')
  return main(argv)
}
