/**
 * Masks: digits of years and counts and names that were replaced by letters or asterisks. They are found and not
 * mended: what stood there is never invented.
 */
import type { Damage } from '../../model/correction.js'
import { spanOf } from '../../model/span.js'

/** Digits of which some are masked: 20xx, 2××, 1**人. */
const mask =
  /(?<![0-9A-Za-z])[12]?[0-9]{0,3}[xX×＊*]{1,3}(?=年|人|所|名|个|万|亿|元|户|月|[,，。、])|(?<![0-9A-Za-z])(?:19|20)[xX×＊*]{2}(?![A-Za-z])/g
/** Asterisks that stand for a name: **一中, ××县. */
const maskedName = /(?:\*{2,}|＊{2,}|×{2,}|[Xx]{2,})(?=[\u4e00-\u9fff])/g

/** Masks of a source, by start. */
export function findMasks(source: string): Damage[] {
  const found: Damage[] = []
  for (const match of source.matchAll(mask)) {
    const span = spanOf<'source'>(match.index, match.index + match[0].length)
    found.push({ kind: 'mask', ...span, detail: match[0] })
  }
  for (const match of source.matchAll(maskedName)) {
    if (/[0-9]/.test(source[match.index - 1] ?? '')) continue
    const span = spanOf<'source'>(match.index, match.index + match[0].length)
    found.push({ kind: 'deletion', ...span, detail: match[0] })
  }
  return found.sort((a, b) => a.start - b.start)
}
