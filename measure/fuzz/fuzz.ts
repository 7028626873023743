/**
 * `npm run fuzz`: tries damaged documents of every format and random texts against what is promised of any input
 * (`tests/fuzz/promises.ts`); each that breaks a promise is kept in `tests/fuzz/found` with the reason, texts as small
 * as they still break it. `--count N` numbers, each with one document of every format and twenty texts (100); `--seed N`
 * the first number (0); `--format TEXT` only kinds whose name holds it; `--state FILE` where a run that was stopped goes on.
 * Ends with exit code 1 where a promise was broken.
 */
import { fork } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { keep } from './found.js'
import { caseOf, turnAt, turnsOf } from './order.js'
import type { Told } from './tries.js'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '0' },
    format: { type: 'string', default: '' },
    state: { type: 'string' },
  },
})
const { format, state } = values
const seed = Number(values.seed)
const turns = turnsOf(format)
const end = Number(values.count) * turns.length

/** Mebibytes of the engine's heap: a document that needs more ends the process, and is found. */
const heap = 1024
const statedEvery = 200

let faults = 0

function blame(place: number, reasons: readonly string[], text?: string): void {
  if (reasons.length === 0) return
  const turn = turnAt(turns, seed, place)
  const input = caseOf(turn)
  const kept = text === undefined ? input : { ...input, bytes: Buffer.from(text) }
  const name = keep(turn.kind.name, turn.number, kept, reasons[0]!)
  faults++
  console.log(`FAULT ${name}: ${reasons.join('; ')}`)
}

function noteProgress(next: number): void {
  if (state !== undefined) writeFileSync(state, JSON.stringify({ format, seed, next }))
  console.log(`${next} of ${end}, ${faults} faults, up to number ${seed + Math.floor(next / turns.length)}`)
}

/** Tries the places from one on in a process of its own; gives the place to go on at. */
function tryFrom(from: number): Promise<number> {
  const child = fork(
    fileURLToPath(new URL('./tries.ts', import.meta.url)),
    [format, String(seed), String(from), String(end)],
    { execArgv: ['--import', 'tsx', `--max-old-space-size=${heap}`] },
  )
  let place = from
  let isAtWork = true
  child.on('message', (told: Told) => {
    place = told.place
    isAtWork = !('faults' in told)
    if (!('faults' in told)) return
    blame(place, told.faults, told.text)
    if ((place + 1) % statedEvery === 0) noteProgress(place + 1)
  })
  return new Promise((resolve) => {
    child.on('exit', (code, signal) => {
      if (!isAtWork && code === 0) return resolve(place + 1)
      blame(place, [`ends the process: ${signal ?? code}`])
      resolve(place + 1)
    })
  })
}

function firstPlace(): number {
  if (state === undefined || !existsSync(state)) return 0
  const known = JSON.parse(readFileSync(state, 'utf8')) as { format: string; seed: number; next: number }
  if (known.format !== format || known.seed !== seed)
    throw new Error(`${state} is of a run with other options`)
  return known.next
}

for (let next = firstPlace(); next < end; ) next = await tryFrom(next)
noteProgress(end)
process.exitCode = faults > 0 ? 1 : 0
