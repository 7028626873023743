/** The trial that is fitted proves spun texts and no clean one. */
import { describe, expect, test } from 'vitest'
import { searchTrial } from '../../../measure/fit/trial.js'

const tried = (gain: number, edits = 20, size = 500, marked = 12) => ({ gain, edits, size, marked })

describe('searchTrial', () => {
  test('goes as low as spun texts ask for, and stays well above clean ones', () => {
    const spun = [tried(7.2), tried(7.2)]
    expect(searchTrial(spun, [tried(6.4)]).gain).toBe(7)
    expect(searchTrial(spun, [tried(6.5)]).gain).toBe(9)
  })

  test('is not loosened for a single text', () => {
    expect(searchTrial([tried(9), tried(7.2)], []).gain).toBe(9)
  })

  test('tells clean texts apart by what else was counted', () => {
    const spun = [tried(8, 6), tried(8, 6), tried(8, 9), tried(8, 9)]
    expect(searchTrial(spun, [tried(8, 7)])).toMatchObject({ gain: 8, edits: 8 })
    expect(searchTrial(spun, [tried(5, 7)])).toMatchObject({ gain: 8, edits: 6 })
    const short = [tried(9, 20, 170), tried(9, 20, 170), tried(9, 20, 500, 7.5), tried(9, 20, 500, 7.5)]
    expect(searchTrial(short, [])).toMatchObject({ size: 150, least: 7 })
  })
})
