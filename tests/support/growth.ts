/**
 * How what a work costs grows with the length of what it is given. Processor time of one length is compared with that of
 * another, so that neither the machine nor its load counts.
 */

/** The longer input is so many times as long. */
export const times = 4
/** What costs the square of its length would cost sixteen times as much; sorting costs a little more than four times. */
export const mostGrowth = 10

/** Milliseconds from which the fixed costs of a work are a small share of it. */
const fewest = 60
/** Less is no cost of a work, but what its process does beside it. */
const leastCompared = 15
const longestInput = 128_000

type Work = (count: number) => unknown

async function costOf(work: Work, count: number): Promise<number> {
  const { user, system } = process.cpuUsage()
  await work(count)
  const spent = process.cpuUsage({ user, system })
  return (spent.user + spent.system) / 1000
}

async function leastCost(work: Work, count: number, tries: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < tries; at++) least = Math.min(least, await costOf(work, count))
  return least
}

/** A length at which the work costs something, from so many on. */
async function startOf(work: Work, count: number, longest: number): Promise<number> {
  await work(count)
  let start = count
  while (start < longest && (await costOf(work, start)) < fewest) start *= 2
  return start
}

/**
 * How many times as much a work costs for an input `times` as long, `count` at least and `longest` at most. What seems too much is measured again: something else
 * may have been at work in the process.
 */
export async function growthOf(work: Work, count = 250, longest = longestInput): Promise<number> {
  const start = await startOf(work, count, longest)
  const growth = async (tries: number) =>
    (await leastCost(work, start * times, tries)) /
    Math.max(leastCompared, await leastCost(work, start, tries))
  const first = await growth(1)
  return first < mostGrowth ? first : Math.min(first, await growth(3))
}
