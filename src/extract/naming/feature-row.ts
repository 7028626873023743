/** The features of one sample, which are written one after the other, and over those of the sample before. */
export class FeatureRow {
  readonly values: Float32Array
  private length = 0
  private readonly known = new Map<object, Float32Array[]>()

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

  /** Writes features of a thing that several samples have, piece by piece: where it had its turn, those that were written then. */
  pushOf(thing: object, piece: number, write: () => void): void {
    const first = this.length
    const pieces = this.known.get(thing) ?? []
    if (pieces.length === 0) this.known.set(thing, pieces)
    const known = pieces[piece]
    if (known === undefined) {
      write()
      pieces[piece] = this.values.slice(first, this.length)
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

  set(at: number): void {
    this.values[at] = 1
  }
}
