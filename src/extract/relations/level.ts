/** Levels that a change reaches, with where it came from: 提高到83%, 由78%提高到83%. */
import { decimalsOf } from '../../model/exact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Discourse } from '../mentions/discourse.js'
import type { Mention, MentionChange } from '../mentions/mention.js'
import { isRatioJoin } from '../mentions/ratio-row.js'
import { endsOf } from '../mentions/timeline.js'
import { standardBase } from '../phrases/comparison.js'
import { readPeriod } from '../phrases/period.js'
import type { Range } from '../reading.js'
import { firstCue, textOf } from '../reading.js'

const decreaseCues = anyOf('decrease')

/** 提高到, 由 … 到 …: the level that a figure reached, with where it came from. */
export function readLevel(discourse: Discourse, mention: Mention): boolean {
  const last = discourse.mentions.at(-1)
  if (last === undefined || last.sentence !== mention.sentence || mention.words !== '') return false
  if (continuesStart(discourse, mention, last)) return false
  if (last.phrase.from && last.quantity.measure === mention.quantity.measure) {
    mention.name = last.name
    mention.implicit = true
    mention.change = fromTo(discourse, mention, last)
    return true
  }
  if (!mention.phrase.reaches || last.role !== 'change' || last.change === null) return false
  mention.name = last.name
  mention.implicit = true
  last.change.of ??= mention
  return true
}

/** 由5.8:42.1:52.1: what a change starts at is all of a ratio. */
function continuesStart(discourse: Discourse, mention: Mention, last: Mention): boolean {
  const { reading } = discourse.around
  if (!isRatioJoin(reading, last.quantity.end, mention.quantity.start)) return false
  if (last.phrase.from) dateStart(discourse, last)
  if (!last.isStart) return false
  mention.isStart = true
  mention.period = last.period
  return true
}

/** A change starts at a figure: its time is the one that its own words say, if they do, which are returned. */
function dateStart(discourse: Discourse, from: Mention): Range | undefined {
  const { reading, report } = discourse.around
  const own = from.phrase.periods.findLast((range) => !textOf(reading, range).startsWith('每'))
  from.isStart = true
  from.period =
    own === undefined ? (endsOf(discourse.timeline)?.[0] ?? null) : readPeriod(reading, own, report)
  return own
}

function fromTo(discourse: Discourse, mention: Mention, from: Mention): MentionChange {
  const { reading } = discourse.around
  const between = { start: from.quantity.end, end: mention.quantity.start }
  const isDecrease = firstCue(reading, between, decreaseCues) !== undefined
  const { value } = from.quantity
  const own = dateStart(discourse, from)
  const against = own === undefined ? null : standardBase(reading, own)
  return {
    of: from,
    direction: isDecrease ? 'decrease' : 'increase',
    kind: 'from-to',
    against,
    prior: value && { value, decimals: decimalsOf(value) },
  }
}
