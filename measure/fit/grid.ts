/**
 * Search over a few values of each of several numbers, one number after the other until none changes, then those together
 * that mean little without each other. It begins where all are strictest, and a looser value must earn what it is taken for, so that nothing is loosened for
 * chance. Invariant: the result depends on the grid and on what is measured, on nothing else.
 */

/** The values that each number may take, the strictest first. */
export type Grid<Name extends string> = Readonly<Record<Name, readonly number[]>>
export type Choice<Name extends string> = Readonly<Record<Name, number>>

/** Numbers that pull each other to and fro are left where they are after so many rounds. */
const mostRounds = 10

/** All values of some of the numbers, the stricter ones first; the others stay as they are given. */
function choicesOf<Name extends string>(
  grid: Grid<Name>,
  names: readonly Name[],
  given: Choice<Name>,
): Choice<Name>[] {
  const looseness = (choice: Choice<Name>) =>
    names.reduce((sum, name) => sum + grid[name].indexOf(choice[name]), 0)
  const all = names.reduce<Choice<Name>[]>(
    (choices, name) => choices.flatMap((choice) => grid[name].map((value) => ({ ...choice, [name]: value }))),
    [given],
  )
  return all.sort((a, b) => looseness(a) - looseness(b))
}

/**
 * The choice that is worth most; of two, a looser one is taken only if it is worth `leastGain` more. `together` names the
 * numbers that are also tried with each other.
 */
export function searchGrid<Name extends string>(
  grid: Grid<Name>,
  worthOf: (choice: Choice<Name>) => number,
  leastGain: number,
  together: readonly (readonly Name[])[] = [],
): Choice<Name> {
  const names = Object.keys(grid) as Name[]
  const known = new Map<string, number>()
  const measured = (choice: Choice<Name>) => {
    const key = names.map((name) => choice[name]).join(' ')
    const worth = known.get(key) ?? worthOf(choice)
    known.set(key, worth)
    return worth
  }
  const bestOf = (given: Choice<Name>, free: readonly Name[]) =>
    choicesOf(grid, free, given).reduce((best, choice) =>
      measured(choice) >= measured(best) + leastGain ? choice : best,
    )
  const settle = (given: Choice<Name>, groups: readonly (readonly Name[])[]): Choice<Name> => {
    let best = given
    for (let round = 0; round < mostRounds; round++) {
      const before = best
      best = groups.reduce(bestOf, before)
      if (names.every((name) => best[name] === before[name])) break
    }
    return best
  }
  const singles = names.map((name) => [name])
  const strictest = Object.fromEntries(names.map((name) => [name, grid[name][0]!])) as Choice<Name>
  return settle(settle(strictest, singles), [...together, ...singles])
}

/** Every two of the numbers of a grid. */
export function pairsOf<Name extends string>(grid: Grid<Name>): Name[][] {
  const names = Object.keys(grid) as Name[]
  return names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other]))
}
