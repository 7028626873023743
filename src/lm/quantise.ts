/**
 * Quantisation of real values to 8-bit codes with a codebook: least squared error in one dimension (Lloyd 1982) over a
 * fine histogram.
 * Invariant: the codebook ascends, and the code of a value is that of the nearest entry.
 */

const bins = 1 << 14
const rounds = 40

/** A codebook of `size` ascending values for these. Fewer distinct values than that leave repeated entries. */
export function fitCodebook(values: Float64Array, size: number): Float32Array {
  const codebook = new Float32Array(size)
  if (values.length === 0) return codebook
  let least = Number.POSITIVE_INFINITY
  let greatest = Number.NEGATIVE_INFINITY
  for (const value of values) {
    if (value < least) least = value
    if (value > greatest) greatest = value
  }
  const { counts, sums } = histogramOf(values, least, (greatest - least) / bins)
  let centres = equalMassCentres(counts, sums, size)
  for (let round = 0; round < rounds; round++) centres = improveCentres(counts, sums, centres)
  codebook.set(centres)
  return codebook
}

function histogramOf(values: Float64Array, least: number, width: number) {
  const counts = new Float64Array(bins)
  const sums = new Float64Array(bins)
  const scale = width > 0 ? 1 / width : 0
  for (const value of values) {
    const bin = Math.min(Math.floor((value - least) * scale), bins - 1)
    counts[bin] = counts[bin]! + 1
    sums[bin] = sums[bin]! + value
  }
  return { counts, sums }
}

/** Means of groups of bins that hold about the same number of values. */
function equalMassCentres(counts: Float64Array, sums: Float64Array, size: number): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0)
  const centres = new Float64Array(size)
  let group = 0
  let count = 0
  let sum = 0
  let seen = 0
  for (let bin = 0; bin < bins; bin++) {
    if (counts[bin] === 0) continue
    count += counts[bin]!
    sum += sums[bin]!
    seen += counts[bin]!
    if (seen < ((group + 1) * total) / size) continue
    centres[group++] = sum / count
    count = 0
    sum = 0
    // A heavy bin may fill several groups: they share its centre.
    while (group < size && seen >= ((group + 1) * total) / size) {
      centres[group] = centres[group - 1]!
      group++
    }
  }
  centres.fill(centres[Math.max(group - 1, 0)]!, group)
  return centres
}

function improveCentres(counts: Float64Array, sums: Float64Array, centres: Float64Array): Float64Array {
  const groupCounts = new Float64Array(centres.length)
  const groupSums = new Float64Array(centres.length)
  let group = 0
  for (let bin = 0; bin < bins; bin++) {
    if (counts[bin] === 0) continue
    const value = sums[bin]! / counts[bin]!
    while (group + 1 < centres.length && nearer(centres, group, value)) group++
    groupCounts[group] = groupCounts[group]! + counts[bin]!
    groupSums[group] = groupSums[group]! + sums[bin]!
  }
  return centres
    .map((centre, at) => (groupCounts[at]! > 0 ? groupSums[at]! / groupCounts[at]! : centre))
    .sort()
}

/** Whether the next centre is at least as near to the value as this one. */
function nearer(centres: ArrayLike<number>, group: number, value: number): boolean {
  return Math.abs(centres[group + 1]! - value) <= Math.abs(centres[group]! - value)
}

/** Code of the entry nearest to the value. */
export function quantise(value: number, codebook: Float32Array): number {
  let low = 0
  let high = codebook.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (value <= (codebook[middle]! + codebook[middle + 1]!) / 2) high = middle
    else low = middle + 1
  }
  return low
}
