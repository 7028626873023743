/**
 * `npm run floors`: every measure of the own reports beside its floor; ends with code 1 where one is below.
 * `--raise` takes what is measured where it is higher. `--lower NAME --reason "…"` takes what is measured of a floor
 * (`repair: applied, recall`) where it is lower, and keeps the reason; it may be repeated. `--restate NAME` makes a set of that name of the
 * reports that are new or altered, with floors of their own; where the rest of an older set then falls below its
 * floors, these are lowered for the reason that `--reason` gives.
 */
import { parseArgs } from 'node:util'
import { loadResources } from '../src/pipeline/resources.js'
import { formatTable } from './eval/table.js'
import type { FloorSet, Floors, RoomShares, Standing } from './floors/floors.js'
import {
  compareFloors,
  digestReports,
  findStale,
  foldersOf,
  isBelow,
  lower,
  raise,
  readFloors,
  splitSets,
  writeFloors,
} from './floors/floors.js'
import { measureRoom, rooms } from './floors/rooms.js'

const { values: options } = parseArgs({
  options: {
    raise: { type: 'boolean', default: false },
    lower: { type: 'string', multiple: true },
    restate: { type: 'string' },
    reason: { type: 'string', default: '' },
  },
})

/** Ends with the code of a mistake in the call. */
function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}

const resources = await loadResources()

const measure = (set: Pick<FloorSet, 'reports'>) =>
  Object.fromEntries(
    rooms.map((room) => [room, measureRoom(room, foldersOf(set), resources)]),
  ) as unknown as RoomShares

function print(set: FloorSet, standings: readonly Standing[]): void {
  console.log(`\n## ${set.name}: ${Object.keys(set.reports).length} reports\n`)
  const rows = standings.map((one) => [
    one.name,
    one.floor?.toFixed(4) ?? 'none',
    one.measured.toFixed(4),
    isBelow(one) ? 'BELOW' : '',
  ])
  console.log(formatTable(['measure', 'floor', 'measured', ''], rows))
}

const reports = digestReports()
const floors = readFloors()

function lowerSets(sets: readonly FloorSet[], isNamed: (name: string) => boolean): Floors {
  const results = sets.map((set) => lower(set, measure(set), isNamed, options.reason))
  const lowered = results.flatMap((result) => result.lowered)
  if (lowered.length > 0 && options.reason.trim() === '') {
    refuse(
      `say why with --reason: ${lowered.map(({ floor, from, to }) => `${floor} ${from} → ${to}`).join('; ')}`,
    )
  }
  return { sets: results.map(({ set }) => set), lowered: [...floors.lowered, ...lowered] }
}

if (options.restate !== undefined) {
  const name = options.restate
  if (floors.sets.some((set) => set.name === name)) refuse(`there is a set ${name} already`)
  const { old, added } = splitSets(floors, reports, name)
  const rest = lowerSets(old, () => true)
  const isEmpty = Object.keys(added.reports).length === 0
  writeFloors(isEmpty ? rest : { ...rest, sets: [...rest.sets, raise(added, measure(added))] })
} else {
  const stale = findStale(floors, reports)
  if (stale.length > 0) refuse(`floors were measured on other reports: ${stale.join(', ')}; see --restate`)
  if (options.raise) writeFloors({ ...floors, sets: floors.sets.map((set) => raise(set, measure(set))) })
  else if (options.lower !== undefined) {
    const known = floors.sets.flatMap((set) =>
      rooms.flatMap((room) => Object.keys(set.floors[room]).map((own) => `${room}: ${own}`)),
    )
    const names = new Set(options.lower)
    for (const name of names) if (!known.includes(name)) refuse(`no floor is called ${name}`)
    writeFloors(lowerSets(floors.sets, (own) => names.has(own)))
  }
}
for (const set of readFloors().sets) {
  const standings = compareFloors(set, measure(set))
  print(set, standings)
  if (standings.some(isBelow)) process.exitCode = 1
}
