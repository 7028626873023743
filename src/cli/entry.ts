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

/** Runs the program with node's own arguments; gives the exit code. */
export async function enter(argv: readonly string[]): Promise<number> {
  const [, , word, ...more] = argv
  if (more.length === 0 && word !== undefined && versionFlags.has(word)) return printVersion()
  const { main } = await import('./main.js')
  return main(argv)
}
