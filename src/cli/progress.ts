/**
 * Progress of long work on standard error: a bar with rate and time left on a terminal, a line now and then elsewhere.
 * Nothing goes to standard output.
 */
import { performance } from 'node:perf_hooks'
import cliProgress from 'cli-progress'
import { formatBytes } from './amounts.js'
import type { CommandContext } from './contract.js'
import { tell } from './language.js'
import { tellLine } from './terminal.js'

export interface Step {
  readonly phase: 'process' | 'write'
  /** Bytes of inputs, or formats that are written. */
  readonly done: number
  readonly total: number
  readonly documents: number
  readonly failed: number
}

export interface Progress {
  update(step: Step): void
  end(): void
}

/** Milliseconds between two lines where there is no terminal. */
const lineInterval = 10_000

function lines({ terminal, language }: CommandContext): Progress {
  let last = performance.now()
  return {
    update({ phase, done, total, documents, failed }) {
      if (performance.now() - last < lineInterval) return
      last = performance.now()
      const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
      const told =
        phase === 'process'
          ? tell(language, 'build.line', { percent, documents, failed })
          : tell(language, 'build.writing', { done, total })
      tellLine(terminal, told)
    },
    end() {},
  }
}

function bar({ terminal, language }: CommandContext): Progress {
  const started = performance.now()
  let first: number | undefined
  const drawn = new cliProgress.SingleBar({
    stream: terminal.stderr as NodeJS.WriteStream,
    format: tell(language, 'build.bar'),
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    formatTime: (seconds, options, roundTo) =>
      Number.isFinite(seconds) ? cliProgress.Format.TimeFormat(seconds, options, roundTo) : '–',
  })
  return {
    update({ phase, done, total, documents, failed }) {
      if (first === undefined) {
        first = done
        drawn.start(total, done, { documents, failed, rate: '–' })
      }
      drawn.setTotal(total)
      const seconds = (performance.now() - started) / 1000
      const rate = phase === 'process' ? formatBytes((done - first) / seconds) : '–'
      drawn.update(done, { documents, failed, rate })
    },
    end: () => drawn.stop(),
  }
}

/** Draws where standard error is a terminal that can be drawn on. */
export function startProgress(context: CommandContext): Progress {
  const { stderr, env } = context.terminal
  return stderr.isTTY === true && env.TERM !== 'dumb' ? bar(context) : lines(context)
}
