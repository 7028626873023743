/**
 * Floors of quality: below which share no room may fall, by the set of own reports on which it was measured.
 * Invariant: a floor goes up by `raise`, and down only by `lower` or `restate`, which keep the reason.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/tables.js'
import { listReports } from '../reports/files.js'
import type { Room, Shares } from './rooms.js'

/** Shares by room. */
export type RoomShares = Readonly<Record<Room, Shares>>

export interface FloorSet {
  readonly name: string
  /** Digest of the texts and the gold of each report, by its id. */
  readonly reports: Readonly<Record<string, string>>
  readonly floors: RoomShares
}

/** A floor that was lowered, and why. */
export interface Lowering {
  readonly set: string
  /** Room and measure: `repair: applied, recall`. */
  readonly floor: string
  readonly from: number
  readonly to: number
  readonly reason: string
}

export interface Floors {
  readonly sets: readonly FloorSet[]
  readonly lowered: readonly Lowering[]
}

/** One floor and what is measured now. */
export interface Standing {
  readonly name: string
  readonly floor: number | undefined
  readonly measured: number
}

const reportsFolder = join(root, 'corpus/reports')
const path = join(reportsFolder, 'floors.json')

export function readFloors(): Floors {
  return JSON.parse(readFileSync(path, 'utf8')) as Floors
}

export function writeFloors(floors: Floors): void {
  writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`)
}

export const foldersOf = ({ reports }: Pick<FloorSet, 'reports'>) =>
  Object.keys(reports).map((id) => join(reportsFolder, id))

/** Digests of what floors are measured on, by the id of the report. */
export function digestReports(): Record<string, string> {
  const digest = (id: string) => {
    const hash = createHash('sha256')
    for (const file of ['clean.txt', 'damaged.txt', 'gold.json'])
      hash.update(readFileSync(join(reportsFolder, id, file)))
    return `sha256:${hash.digest('hex')}`
  }
  return Object.fromEntries(listReports(reportsFolder).map((id) => [id, digest(id)]))
}

/** Reports that the floors were not measured on, as `id is new`, `id was altered` or `id is there no more`. */
export function findStale({ sets }: Floors, reports: Readonly<Record<string, string>>): string[] {
  const measured = Object.assign({}, ...sets.map((set) => set.reports)) as Record<string, string>
  const gone = Object.keys(measured).filter((id) => reports[id] === undefined)
  return [
    ...Object.entries(reports).flatMap(([id, digest]) => {
      if (measured[id] === undefined) return [`${id} is new`]
      return measured[id] === digest ? [] : [`${id} was altered`]
    }),
    ...gone.map((id) => `${id} is there no more`),
  ]
}

const precision = 1e5
/** Rounded down, so that what was measured reaches it. */
const asFloor = (share: number) => Math.floor(share * precision) / precision

const mapShares = (
  shares: RoomShares,
  change: (share: number, room: Room, name: string) => number,
): RoomShares =>
  Object.fromEntries(
    Object.entries(shares).map(([room, own]) => [
      room,
      Object.fromEntries(
        Object.entries(own).map(([name, share]) => [name, change(share, room as Room, name)]),
      ),
    ]),
  ) as unknown as RoomShares

/** Every measure beside its floor. */
export function compareFloors({ floors }: FloorSet, measured: Partial<RoomShares>): Standing[] {
  return Object.entries(measured).flatMap(([room, shares]) =>
    Object.entries(shares).map(([name, share]) => ({
      name: `${room}: ${name}`,
      floor: floors[room as Room]?.[name],
      measured: share,
    })),
  )
}

export const isBelow = ({ floor, measured }: Standing) => floor === undefined || measured < floor

/** The set with its floors at what is measured, where that is higher; measures without a floor get one. */
export function raise(set: FloorSet, measured: RoomShares): FloorSet {
  return {
    ...set,
    floors: mapShares(measured, (share, room, name) =>
      Math.max(set.floors[room]?.[name] ?? 0, asFloor(share)),
    ),
  }
}

/**
 * The set with floors of some names at what is measured, where that is lower, and what was lowered.
 * Floors of other names stay.
 */
export function lower(
  set: FloorSet,
  measured: RoomShares,
  isNamed: (name: string) => boolean,
  reason: string,
): { readonly set: FloorSet; readonly lowered: readonly Lowering[] } {
  const lowered = compareFloors(set, measured)
    .filter((one) => isNamed(one.name) && one.floor !== undefined && isBelow(one))
    .map(({ name, floor, measured: share }) => ({
      set: set.name,
      floor: name,
      from: floor!,
      to: asFloor(share),
      reason,
    }))
  const to = new Map(lowered.map((one) => [one.floor, one.to]))
  return {
    set: {
      ...set,
      floors: mapShares(set.floors, (floor, room, name) => to.get(`${room}: ${name}`) ?? floor),
    },
    lowered,
  }
}

/** Sets without the reports that were altered or are no more, and a set, still without floors, of those without one. */
export function splitSets(
  { sets }: Floors,
  reports: Readonly<Record<string, string>>,
  name: string,
): { readonly old: readonly FloorSet[]; readonly added: FloorSet } {
  const pick = (of: Readonly<Record<string, string>>, keeps: (id: string) => boolean) =>
    Object.fromEntries(Object.entries(of).filter(([id]) => keeps(id)))
  const old = sets
    .map((set) => ({ ...set, reports: pick(set.reports, (id) => reports[id] === set.reports[id]) }))
    .filter((set) => Object.keys(set.reports).length > 0)
  const kept = new Set(old.flatMap((set) => Object.keys(set.reports)))
  const added = { name, reports: pick(reports, (id) => !kept.has(id)), floors: {} as RoomShares }
  return { old, added }
}
