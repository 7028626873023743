/**
 * Measures how long something takes. The clock is the processor time of this process, so other programs on the
 * machine do not count; of several runs the shortest counts, since noise only ever adds.
 */

/** Milliseconds since some moment. */
export type Clock = () => number

/** Processor time of all threads of this process: what one core would need. */
export const processorTime: Clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export interface RunLimits {
  /** At most this many runs, the first included, which also warms up. */
  readonly runs: number
  /** No further run is started once the runs before took this long together. */
  readonly milliseconds: number
}

/** Milliseconds of the shortest run. A single slow run is not repeated. */
export function shortestRun(run: () => void, limits: RunLimits, clock: Clock = processorTime): number {
  let shortest = Number.POSITIVE_INFINITY
  let spent = 0
  for (let turn = 0; turn < limits.runs && (turn === 0 || spent < limits.milliseconds); turn++) {
    const start = clock()
    run()
    const taken = clock() - start
    shortest = Math.min(shortest, taken)
    spent += taken
  }
  return shortest
}

/** Thousands of characters a second, for tables: two digits below ten, none above. */
export function formatSpeed(characters: number, milliseconds: number): string {
  const speed = characters / Math.max(milliseconds, 1e-3)
  return speed < 10 ? speed.toPrecision(2) : Math.round(speed).toLocaleString('en')
}

/** How much more one character costs than in another measurement: 1.00 is linear. */
export function costRatio(
  one: { readonly characters: number; readonly milliseconds: number },
  other: { readonly characters: number; readonly milliseconds: number },
): number {
  return one.milliseconds / one.characters / (other.milliseconds / other.characters)
}

/** What every further character adds to the peak, in bytes, from the peaks of two runs of different length. */
export function bytesPerCharacter(
  short: { readonly characters: number; readonly peak: number },
  long: { readonly characters: number; readonly peak: number },
): number {
  return (long.peak - short.peak) / (long.characters - short.characters)
}

/** The peak of memory in bytes that a Linux process status states (VmHWM). Throws where it states none. */
export function parsePeak(status: string): number {
  const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]
  if (kibibytes === undefined) throw new Error('the status of the process states no peak of memory')
  return Number(kibibytes) * 1024
}
