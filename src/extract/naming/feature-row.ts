/** The features of one sample, which are written one after the other, and over those of the sample before. */
export class FeatureRow {
  readonly values: Float32Array
  private length = 0

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
