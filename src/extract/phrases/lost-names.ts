/**
 * Where the name of a place was lost, which the repair says: 全 whose 县 was deleted, __县 whose name was masked. Both say
 * whose a figure is, and no such word is part of the name of what is measured.
 */
import type { SegmentedDocument } from '../../model/document.js'
import type { OffsetMap } from '../../model/edit.js'
import type { Range, Reading } from '../reading.js'
import type { Spans } from './spans.js'

type LostNames = Pick<Spans, 'isOrphan' | 'hiddenPlace'>

/** What kind of place a masked name is of; 村级 and 县委 are no places. */
const kindOfPlace = /^(?:自治[区州县]|街道|[省市县区州乡镇村])(?![级委])/
const longestKind = 4

/**
 * Words that lost the name behind them: 全 without its 县, where the repair says so. Such a word is taken for one
 * everywhere in a document that lost several, since a tool deletes a name wherever it stands.
 */
function orphansOf(document: SegmentedDocument, map: OffsetMap<'source', 'repaired'>, reading: Reading) {
  const places = new Set<number>()
  const counts = new Map<number, number>()
  for (const damage of document.damage) {
    if (damage.kind !== 'deletion') continue
    const before = map.forward(damage).start - 1
    const code = reading.codes[before]
    if (code === undefined || !reading.table.cues.subject.start.starts(code)) continue
    places.add(before)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return (offset: number) => places.has(offset) || (counts.get(reading.codes[offset] ?? 0) ?? 0) > 1
}

/** Masked names with the kind of place behind them, by where they begin. */
function hiddenPlacesOf(
  document: SegmentedDocument,
  map: OffsetMap<'source', 'repaired'>,
  reading: Reading,
): Map<number, Range> {
  const found = new Map<number, Range>()
  for (const damage of document.damage) {
    if (damage.kind !== 'mask' || /\d/.test(damage.detail)) continue
    const { start, end } = map.forward(damage)
    const kind = kindOfPlace.exec(reading.text.slice(end, end + longestKind))
    if (kind !== null) found.set(start, { start, end: end + kind[0].length })
  }
  return found
}

/** The lost names of a document, in offsets of its reading. */
export function lostNamesOf(
  document: SegmentedDocument,
  map: OffsetMap<'source', 'repaired'>,
  reading: Reading,
): LostNames {
  const hidden = hiddenPlacesOf(document, map, reading)
  return {
    isOrphan: orphansOf(document, map, reading),
    hiddenPlace(start, end) {
      const found = hidden.get(start)
      return found !== undefined && found.end <= end ? found : undefined
    },
  }
}
