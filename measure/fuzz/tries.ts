/**
 * The process that tries cases, for `fuzz.ts`, which it tells of each: what breaks a promise costs this process, not that
 * one. Arguments: the format, the first number, the first place in the order, the place to end before.
 */
import { Worker } from 'node:worker_threads'
import { loadResources } from '../../src/pipeline/resources.js'
import { extentOf, texts } from '../../tests/fuzz/cases.js'
import { faultsOf } from '../../tests/fuzz/promises.js'
import { shrink } from '../../tests/fuzz/shrink.js'
import { caseOf, type Turn, turnAt, turnsOf } from './order.js'

/** What is told of a case: that it begins, and what came of it. */
export type Told =
  | { readonly place: number }
  | {
      readonly place: number
      readonly faults: readonly string[]
      /** A smaller input with the first of the faults. */
      readonly text?: string
    }

const [format = '', ...places] = process.argv.slice(2)
const [seed = 0, from = 0, to = 0] = places.map(Number)
const resources = await loadResources()

/** The name of what is broken. */
const promiseOf = (fault: string | undefined) => fault?.split(':')[0]

async function triedAgain(text: string): Promise<string[]> {
  return faultsOf({ bytes: Buffer.from(text), path: 'a.txt' }, { resources })
}

async function faultsAt(turn: Turn): Promise<string[]> {
  try {
    return await faultsOf(caseOf(turn), { resources, ...extentOf(turn.kind, turn.number) })
  } catch (cause) {
    return [`throws: ${(cause as Error).stack}`]
  }
}

const turns = turnsOf(format)
/** Odd while a case is tried: a thread looks whether it ends. */
const steps = new Int32Array(new SharedArrayBuffer(4))
new Worker(new URL('./guard.js', import.meta.url), { workerData: steps }).unref()
for (let place = from; place < to; place++) {
  const turn = turnAt(turns, seed, place)
  process.send!({ place } satisfies Told)
  Atomics.add(steps, 0, 1)
  const faults = await faultsAt(turn)
  const isText = turn.kind === texts && faults.length > 0 && !faults[0]!.startsWith('throws')
  const fails = async (text: string) =>
    (await triedAgain(text)).some((fault) => promiseOf(fault) === promiseOf(faults[0]))
  const text = isText ? await shrink(Buffer.from(caseOf(turn).bytes).toString(), fails) : undefined
  Atomics.add(steps, 0, 1)
  process.send!({ place, faults, ...(text !== undefined && { text }) } satisfies Told)
}
process.disconnect()
