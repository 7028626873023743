/** The arithmetic of the bench, with a clock that is wound by hand. */
import { expect, test } from 'vitest'
import {
  bytesPerCharacter,
  costRatio,
  formatSpeed,
  parsePeak,
  processorTime,
  shortestRun,
} from '../../../measure/bench/measure.js'
import { lengthOf, longText, onOneLine, readBenchTexts, repeatTexts } from '../../../measure/bench/texts.js'

/** A run that takes the next of some times, and the clock that sees it. */
function timedRuns(times: readonly number[]) {
  let now = 0
  let runs = 0
  const run = () => {
    now += times[runs++] ?? 0
  }
  return { run, clock: () => now, count: () => runs }
}

test('the shortest run counts', () => {
  const { run, clock, count } = timedRuns([9, 4, 6])
  expect(shortestRun(run, { runs: 3, milliseconds: 100 }, clock)).toBe(4)
  expect(count()).toBe(3)
})

test('a slow run is not repeated', () => {
  const { run, clock, count } = timedRuns([50, 40])
  expect(shortestRun(run, { runs: 5, milliseconds: 45 }, clock)).toBe(50)
  expect(count()).toBe(1)
})

test('one run is made whatever the limits', () => {
  const { run, clock } = timedRuns([7])
  expect(shortestRun(run, { runs: 1, milliseconds: 0 }, clock)).toBe(7)
})

test('processor time does not go back', () => {
  const before = processorTime()
  expect(processorTime()).toBeGreaterThanOrEqual(before)
})

test('speeds are thousands of characters a second', () => {
  expect(formatSpeed(3000, 2)).toBe('1,500')
  expect(formatSpeed(3000, 2000)).toBe('1.5')
  expect(formatSpeed(1000, 0)).toBe('1,000,000')
})

test('cost a character tells a square from a line', () => {
  const short = { characters: 100, milliseconds: 10 }
  expect(costRatio({ characters: 400, milliseconds: 40 }, short)).toBe(1)
  expect(costRatio({ characters: 400, milliseconds: 160 }, short)).toBe(4)
})

test('memory that does not depend on the text cancels out', () => {
  expect(bytesPerCharacter({ characters: 100, peak: 5100 }, { characters: 300, peak: 5900 })).toBe(4)
})

test('the peak of a process is read from its status', () => {
  expect(parsePeak('Name:\tnode\nVmHWM:\t   1024 kB\nVmRSS:\t 900 kB\n')).toBe(1024 * 1024)
  expect(() => parsePeak('Name:\tnode\n')).toThrow('no peak')
})

test('texts are repeated in turn to a length', () => {
  expect(repeatTexts(['甲乙', '丙'], 5)).toEqual(['甲乙', '丙', '甲乙'])
  expect(lengthOf(['甲乙', '丙'])).toBe(3)
  expect(() => repeatTexts(['', ''], 5)).toThrow('no text')
})

test('a long text has exactly the characters asked for, on lines or on one', () => {
  const text = longText(['共有3所。', '增长5%。'], 13)
  expect(text).toBe('共有3所。\n增长5%。\n共')
  expect(onOneLine(text)).toBe('共有3所。\u3000增长5%。\u3000共')
})

test('the own reports are there, clean and damaged', () => {
  const { clean, spun } = readBenchTexts(undefined)
  expect(clean.length).toBeGreaterThan(0)
  expect(spun).toHaveLength(clean.length)
})
