/** The floors of one room as tests, for the tests of its folder: what is measured now reaches what was reached before. */
import { beforeAll, describe, expect, test } from 'vitest'
import { compareFloors, foldersOf, isBelow, readFloors } from '../../measure/floors/floors.js'
import type { Room } from '../../measure/floors/rooms.js'
import { measureRoom } from '../../measure/floors/rooms.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources } from '../../src/pipeline/resources.js'

export function testFloors(room: Room): void {
  let resources: Resources
  beforeAll(async () => {
    resources = await loadResources()
  })

  describe.each(readFloors().sets)('the reports "$name"', (set) => {
    test('reach the floors; npm run floors says what changes them', () => {
      const standings = compareFloors(set, { [room]: measureRoom(room, foldersOf(set), resources) })
      expect(standings.length).toBe(Object.keys(set.floors[room]).length)
      expect(standings.filter(isBelow)).toEqual([])
    })
  })
}
