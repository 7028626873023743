/**
 * Scores repairs by edit regions: overlapping predicted and gold spans merge; a region is right when the predicted
 * text of it equals the gold text. Precision is right regions of those that we changed, recall of those with gold.
 */
import type { GoldEdit } from './sets.js'

export interface PredictedEdit {
  readonly start: number
  readonly end: number
  readonly replacement: string
  readonly confidence: number
}

export interface Region {
  readonly start: number
  readonly end: number
  readonly predicted: readonly PredictedEdit[]
  readonly gold: readonly GoldEdit[]
  readonly right: boolean
}

export interface Score {
  right: number
  changed: number
  wanted: number
}

export function emptyScore(): Score {
  return { right: 0, changed: 0, wanted: 0 }
}

export const precisionOf = (score: Score) => (score.changed === 0 ? 1 : score.right / score.changed)
export const recallOf = (score: Score) => (score.wanted === 0 ? 1 : score.right / score.wanted)

/** F with precision weighing twice as much as recall. */
export function halfF(score: Score): number {
  const precision = precisionOf(score)
  const recall = recallOf(score)
  return precision + recall === 0 ? 0 : (1.25 * precision * recall) / (0.25 * precision + recall)
}

function rewrite(
  text: string,
  start: number,
  end: number,
  edits: readonly { start: number; end: number; replacement: string }[],
): string {
  let result = ''
  let position = start
  for (const edit of edits) {
    result += text.slice(position, edit.start) + edit.replacement
    position = edit.end
  }
  return result + text.slice(position, end)
}

/** Merges predicted and gold edits into regions. Both lists are sorted and disjoint. */
export function findRegions(
  text: string,
  predicted: readonly PredictedEdit[],
  gold: readonly GoldEdit[],
): Region[] {
  const all = [
    ...predicted.map((edit) => ({ start: edit.start, end: edit.end, predicted: edit, gold: undefined })),
    ...gold.map((edit) => ({ start: edit.start, end: edit.end, predicted: undefined, gold: edit })),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  const regions: Region[] = []
  let index = 0
  while (index < all.length) {
    const start = all[index]!.start
    let end = all[index]!.end
    const members = [all[index]!]
    index++
    while (
      index < all.length &&
      (all[index]!.start < end || (all[index]!.start === start && all[index]!.end === end))
    ) {
      end = Math.max(end, all[index]!.end)
      members.push(all[index]!)
      index++
    }
    const ours = members.flatMap((member) => (member.predicted ? [member.predicted] : []))
    const theirs = members.flatMap((member) => (member.gold ? [member.gold] : []))
    const wanted = rewrite(
      text,
      start,
      end,
      theirs.map((edit) => ({ ...edit, replacement: edit.gold })),
    )
    const got = rewrite(text, start, end, ours)
    regions.push({ start, end, predicted: ours, gold: theirs, right: wanted === got })
  }
  return regions
}

/** Adds regions to a score. Gold of other kinds than swap and layout is not wanted, but changing it is wrong. */
export function addRegions(score: Score, regions: readonly Region[]): void {
  for (const region of regions) {
    const wanted = region.gold.some((edit) => edit.kind === 'swap' || edit.kind === 'layout')
    const changed = region.predicted.length > 0
    if (wanted) score.wanted++
    if (changed) score.changed++
    if (wanted && changed && region.right) score.right++
  }
}
