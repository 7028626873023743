/** Floors of quality: they belong to the reports that are there, rise with what is measured, and fall with a reason. */
import { describe, expect, test } from 'vitest'
import type { FloorSet, RoomShares } from '../../measure/floors/floors.js'
import {
  compareFloors,
  digestReports,
  findStale,
  isBelow,
  lower,
  raise,
  readFloors,
  splitSets,
} from '../../measure/floors/floors.js'

test('the floors were measured on the reports that are there', () => {
  const sentence =
    'reports changed: npm run floors -- --restate NAME gives those that are new or altered a set'
  expect(findStale(readFloors(), digestReports()), sentence).toEqual([])
})

test('each floor that was lowered says why', () => {
  for (const { reason, from, to } of readFloors().lowered) {
    expect(reason.trim()).not.toBe('')
    expect(to).toBeLessThan(from)
  }
})

const shares = (recall: number, precision: number): RoomShares => ({
  repair: { recall, precision },
  extract: {},
  audit: {},
  pipeline: {},
})
const set: FloorSet = { name: 'old', reports: { a: 'one', b: 'two' }, floors: shares(0.5, 0.9) }

describe('one set', () => {
  test('is below where a share is lower than its floor, or has none', () => {
    const below = (measured: RoomShares) => compareFloors(set, measured).filter(isBelow)
    expect(below(shares(0.5, 0.9))).toEqual([])
    expect(below(shares(0.4999, 0.9))).toEqual([{ name: 'repair: recall', floor: 0.5, measured: 0.4999 }])
    expect(below({ ...shares(1, 1), audit: { found: 1 } })).toHaveLength(1)
  })

  test('rises with what is higher alone, rounded down', () => {
    expect(raise(set, shares(0.666669, 0.8)).floors).toEqual(shares(0.66666, 0.9))
  })

  test('falls where it is named alone, and keeps the reason', () => {
    const { set: now, lowered } = lower(
      set,
      shares(0.4, 0.8),
      (name) => name === 'repair: recall',
      'clean text wins',
    )
    expect(now.floors).toEqual(shares(0.4, 0.9))
    expect(lowered).toEqual([
      { set: 'old', floor: 'repair: recall', from: 0.5, to: 0.4, reason: 'clean text wins' },
    ])
  })

  test('does not fall where what is measured reaches it', () => {
    expect(lower(set, shares(0.5, 1), () => true, 'none').lowered).toEqual([])
  })
})

describe('reports that are new or altered', () => {
  const floors = { sets: [set], lowered: [] }
  const reports = { a: 'one', b: 'another', c: 'three' }

  test('are told, and so are those that are gone', () => {
    expect(findStale(floors, { a: 'one', b: 'two' })).toEqual([])
    expect(findStale(floors, reports)).toEqual(['b was altered', 'c is new'])
    expect(findStale(floors, { a: 'one' })).toEqual(['b is there no more'])
  })

  test('get a set of their own; the others keep theirs', () => {
    const { old, added } = splitSets(floors, reports, 'new')
    expect(old).toEqual([{ ...set, reports: { a: 'one' } }])
    expect(added).toMatchObject({ name: 'new', reports: { b: 'another', c: 'three' } })
  })

  test('leave no empty set behind', () => {
    expect(splitSets(floors, { c: 'three' }, 'new').old).toEqual([])
  })
})
