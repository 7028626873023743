/** A set of pairs of code units: asked at every character of a text, so it is a typed array. */
export class PairSet {
  /** Open addressing; 0 is free. */
  private keys = new Uint32Array(1 << 12)
  private size = 0

  add(first: number, second: number): void {
    const key = ((first << 16) | second) >>> 0
    if (key === 0 || this.has(first, second)) return
    if (++this.size * 2 > this.keys.length) this.grow()
    this.put(key)
  }

  has(first: number, second: number): boolean {
    const { keys } = this
    const key = ((first << 16) | second) >>> 0
    for (let slot = this.slotOf(key); keys[slot] !== 0; slot = (slot + 1) & (keys.length - 1)) {
      if (keys[slot] === key) return true
    }
    return false
  }

  private slotOf(key: number): number {
    const mixed = Math.imul(key ^ (key >>> 15), 0x2c1b3c6d)
    return (mixed ^ (mixed >>> 13)) & (this.keys.length - 1)
  }

  private put(key: number): void {
    let slot = this.slotOf(key)
    while (this.keys[slot] !== 0) slot = (slot + 1) & (this.keys.length - 1)
    this.keys[slot] = key
  }

  private grow(): void {
    const held = this.keys
    this.keys = new Uint32Array(held.length * 2)
    for (const key of held) if (key !== 0) this.put(key)
  }
}
