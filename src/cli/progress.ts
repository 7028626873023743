/**
 * Progress of long work on standard error: a bar with rate and time left on a terminal, a line now and then elsewhere.
 * Nothing goes to standard output.
 */
import { performance } from 'node:perf_hooks'
import { requireHere } from '../resources/place.js'
import type { Language } from '../writers/language.js'
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
  readonly workers?: { readonly workers: number; readonly active: number; readonly waiting: number }
}

export interface Progress {
  update(step: Step): void
  end(): void
}

/** Milliseconds between two lines where there is no terminal. */
const lineInterval = 10_000

function lineOf(language: Language, { done, total, documents, failed, workers }: Step): string {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
  const counted = { percent, documents, failed }
  if (workers === undefined) return tell(language, 'build.line', counted)
  if (workers.workers + workers.active === 0) return tell(language, 'build.no-worker')
  return tell(language, 'build.queue-line', { ...counted, ...workers })
}

function lines({ terminal, language }: CommandContext): Progress {
  let last = performance.now()
  return {
    update(step) {
      const { phase, done, total } = step
      if (performance.now() - last < lineInterval) return
      last = performance.now()
      tellLine(
        terminal,
        phase === 'process' ? lineOf(language, step) : tell(language, 'build.writing', { done, total }),
      )
    },
    end() {},
  }
}

const load = (): typeof import('cli-progress') => requireHere()('cli-progress')

const nobody = { workers: 0, active: 0, waiting: 0 }

function bar({ terminal, language, settings }: CommandContext): Progress {
  const started = performance.now()
  let first: number | undefined
  const { SingleBar, Format } = load()
  const drawn = new SingleBar({
    stream: terminal.stderr as NodeJS.WriteStream,
    format: tell(language, settings.workQueue === undefined ? 'build.bar' : 'build.queue-bar'),
    hideCursor: true,
    clearOnComplete: true,
    etaBuffer: 50,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    formatTime: (seconds, options, roundTo) =>
      Number.isFinite(seconds) ? Format.TimeFormat(seconds, options, roundTo) : '–',
  })
  return {
    update({ phase, done, total, documents, failed, workers = nobody }) {
      if (first === undefined) {
        first = done
        drawn.start(total, done, { documents, failed, rate: '–', ...workers })
      }
      drawn.setTotal(total)
      const seconds = (performance.now() - started) / 1000
      const rate = phase === 'process' ? formatBytes((done - first) / seconds) : '–'
      drawn.update(done, { documents, failed, rate, ...workers })
    },
    end: () => drawn.stop(),
  }
}

/** Draws where standard error is a terminal that can be drawn on. */
export function startProgress(context: CommandContext): Progress {
  const { stderr, env } = context.terminal
  return stderr.isTTY === true && env.TERM !== 'dumb' ? bar(context) : lines(context)
}
