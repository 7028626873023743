/** What links words to the number behind them: 为, 共, 分别为, 预计. */

import { anyOf } from '../../resources/cue-group.js'
import type { Reading } from '../reading.js'
import { cueAtEnd, cueAtStart, endOfWordOver, isKnownName, isPartOfWord } from '../reading.js'

const averageCues = anyOf('average')
const sumCues = anyOf('sum')
const respectiveCues = anyOf('respective')

/** What is left of a phrase while it is taken apart. */
export interface PhraseCursor {
  start: number
  end: number
}

export function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09
}

function skipBlanksBefore(reading: Reading, cursor: PhraseCursor): void {
  while (cursor.end > cursor.start && isBlank(reading.codes[cursor.end - 1]!)) cursor.end--
}

const endCues = anyOf('link', 'sum', 'respective', 'plan', 'estimate')

export interface Ending {
  sum: boolean
  respective: boolean
  planned: boolean
  estimated: boolean
}

/** Takes linking words off the end of a range. */
export function readEnding(reading: Reading, cursor: PhraseCursor): Ending {
  const ending: Ending = { sum: false, respective: false, planned: false, estimated: false }
  for (;;) {
    skipBlanksBefore(reading, cursor)
    if (cursor.end <= cursor.start || cueAtEnd(reading, cursor, averageCues) !== undefined) return ending
    const found = cueAtEnd(reading, cursor, endCues)
    if (found === undefined) return ending
    if (found.start > cursor.start && isKnownName(reading, cursor)) return ending
    // 计 of 审计, 约 of 签约.
    if (isPartOfWord(reading, found.start, found.end)) return ending
    if (cueAtEnd(reading, cursor, sumCues) !== undefined) ending.sum = true
    const isRespective = found.cue.kind === 'respective' || cueAtStart(reading, found, respectiveCues)
    if (isRespective) ending.respective = true
    if (found.cue.kind === 'plan') ending.planned = true
    if (found.cue.kind === 'estimate') ending.estimated = true
    // 年平均为: the average is what is measured, 为 leads to the number.
    cursor.end = endOfWordOver(reading, found.start) ?? found.start
  }
}

export const noEnding: Ending = { sum: false, respective: false, planned: false, estimated: false }
