/** A terminal for tests: what is written is kept, standard input is given, nothing of this machine leaks in. */
import { Readable, Writable } from 'node:stream'
import { main } from '../../src/cli/main.js'
import type { Terminal } from '../../src/cli/terminal.js'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface TerminalOptions {
  readonly stdin?: string | Uint8Array
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly isTTY?: boolean
}

function collector(chunks: string[], isTTY: boolean): Writable & { isTTY: boolean; columns: number } {
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      chunks.push(String(chunk))
      done()
    },
  })
  return Object.assign(stream, { isTTY, columns: 100 })
}

/** Runs the command line with the given words, and gives exit code and output. */
export async function runMain(words: readonly string[], options: TerminalOptions = {}): Promise<Outcome> {
  const out: string[] = []
  const err: string[] = []
  const isTTY = options.isTTY ?? false
  const terminal: Terminal = {
    stdin: Readable.from(options.stdin === undefined ? [] : [Buffer.from(options.stdin)]),
    stdout: collector(out, isTTY),
    stderr: collector(err, isTTY),
    env: options.env ?? { LANG: 'en_GB.UTF-8' },
    cwd: options.cwd ?? process.cwd(),
  }
  const code = await main(['node', 'huanyuan', ...words], terminal)
  return { code, out: out.join(''), err: err.join('') }
}
