/** The pairs of each form of a lexicon, by either side, in arrays. */

export interface BySides {
  /** Pairs whose spun side is form f: `spunPairs[spunStarts[f] … spunStarts[f + 1])`. */
  readonly spunStarts: Int32Array
  readonly spunPairs: Int32Array
  /** Pairs whose standard side is form f, likewise. */
  readonly standardStarts: Int32Array
  readonly standardPairs: Int32Array
}

/** Groups pair numbers by form: counting sort into starts and members. */
function groupBy(owners: Int32Array, groups: number): { starts: Int32Array; members: Int32Array } {
  const starts = new Int32Array(groups + 1)
  for (let pair = 0; pair < owners.length; pair++) starts[owners[pair]! + 1]!++
  for (let group = 0; group < groups; group++) starts[group + 1]! += starts[group]!
  const next = starts.slice(0, groups)
  const members = new Int32Array(owners.length)
  for (let pair = 0; pair < owners.length; pair++) members[next[owners[pair]!]!++] = pair
  return { starts, members }
}

/** The pairs of each form, by either side. */
export function bySides(forms: number, pairSpun: Int32Array, pairStandard: Int32Array): BySides {
  const bySpun = groupBy(pairSpun, forms)
  const byStandard = groupBy(pairStandard, forms)
  return {
    spunStarts: bySpun.starts,
    spunPairs: bySpun.members,
    standardStarts: byStandard.starts,
    standardPairs: byStandard.members,
  }
}
