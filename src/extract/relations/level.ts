/** Levels that a change reaches, with where it came from: 提高到83%, 由78%提高到83%. */
import { decimalsOf } from '../../model/exact.js'
import { anyOf } from '../../resources/cue-group.js'
import type { Discourse } from '../mentions/discourse.js'
import type { Mention, MentionChange } from '../mentions/mention.js'
import { endsOf } from '../mentions/timeline.js'
import { standardBase } from '../phrases/comparison.js'
import { readPeriod } from '../phrases/period.js'
import { firstCue, textOf } from '../reading.js'

const decreaseCues = anyOf('decrease')

/** 提高到, 由 … 到 …: the level that a figure reached, with where it came from. */
export function readLevel(discourse: Discourse, mention: Mention): boolean {
  const last = discourse.mentions.at(-1)
  if (last === undefined || last.sentence !== mention.sentence || mention.words !== '') return false
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

function fromTo(discourse: Discourse, mention: Mention, from: Mention): MentionChange {
  const { reading, report } = discourse.around
  const between = { start: from.quantity.end, end: mention.quantity.start }
  const isDecrease = firstCue(reading, between, decreaseCues) !== undefined
  const { value } = from.quantity
  const own = from.phrase.periods.findLast((range) => !textOf(reading, range).startsWith('每'))
  from.period =
    own === undefined ? (endsOf(discourse.timeline)?.[0] ?? null) : readPeriod(reading, own, report)
  const against = own === undefined ? null : standardBase(reading, own)
  return {
    of: from,
    direction: isDecrease ? 'decrease' : 'increase',
    kind: 'from-to',
    against,
    prior: value && { value, decimals: decimalsOf(value) },
  }
}
