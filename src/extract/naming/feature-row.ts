/** The features of one sample, which are written one after the other, and over those of the sample before. */
export class FeatureRow {
  readonly values: Float32Array
  /** How many are written. */
  length = 0
  private last: object | undefined
  private readonly known = new Map<object, Float32Array>()

  constructor(features: number) {
    this.values = new Float32Array(features)
  }

  /** Goes back to a feature, which the next number is for. */
  rewind(length: number): void {
    this.length = length
  }

  push(value: number): void {
    this.values[this.length++] = value
  }

  /** So many features of a thing that samples in a row have: they stand there still. */
  pushLasting(thing: object, count: number, write: () => void): void {
    if (thing === this.last) this.length += count
    else write()
    this.last = thing
  }

  /** Writes features of a thing that several samples have: where it had its turn, those that were written then. */
  pushOf(thing: object, write: () => void): void {
    const first = this.length
    const known = this.known.get(thing)
    if (known === undefined) {
      write()
      this.known.set(thing, this.values.slice(first, this.length))
    } else {
      this.values.set(known, first)
      this.length += known.length
    }
  }

  /** So many flags, none of them set; returns where the first one stands. */
  pushFlags(count: number): number {
    const first = this.length
    this.length += count
    this.values.fill(0, first, this.length)
    return first
  }

  set(at: number, value = 1): void {
    this.values[at] = value
  }
}
