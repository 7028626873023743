/**
 * The two hashes of an n-gram, computed symbol by symbol from the last symbol to the left: one gives the bucket, the
 * other is stored as the fingerprint. Changing them changes the file format, so it needs a new format version.
 */

export const bucketSeed = 0x2545f491
export const fingerprintSeed = 0x5bd1e995

/** Bucket hash of an n-gram that has `symbol` to the left of the one hashed so far. */
export function growBucketHash(hash: number, symbol: number): number {
  const mixed = Math.imul(hash ^ symbol, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/** Fingerprint hash, likewise. */
export function growFingerprintHash(hash: number, symbol: number): number {
  const mixed = Math.imul(hash + symbol, 0x85ebca6b)
  return mixed ^ (mixed >>> 13)
}

/** Bucket number, with `scale` = number of buckets / 2³². */
export function bucketOf(hash: number, scale: number): number {
  return ((Math.imul(hash, 0xc2b2ae35) >>> 0) * scale) | 0
}

/** Fingerprint of sixteen bits. */
export function fingerprintOf(hash: number): number {
  return Math.imul(hash, 0x27d4eb2f) >>> 16
}
