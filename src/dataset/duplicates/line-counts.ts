/** In how many documents each line stands, and in which of them first. */

const fullest = 0.8

export interface LineCounts {
  /** Counts a line, named by two hashes, in one more document. */
  count(home: number, mark: number, owner: number): void
  /** How many documents it stands in, and the first. */
  get(home: number, mark: number): { readonly documents: number; readonly first: number }
}

export function createLineCounts(): LineCounts {
  // A slot: second hash, first hash, documents, first document.
  const stride = 4
  let slots = new Uint32Array(1024 * stride)
  let used = 0

  /** The slot of a line, or the empty one where it would stand. */
  function slotOf(home: number, mark: number): number {
    const mask = slots.length / stride - 1
    let slot = home & mask
    while (
      slots[slot * stride + 2] !== 0 &&
      (slots[slot * stride] !== mark || slots[slot * stride + 1] !== home)
    )
      slot = (slot + 1) & mask
    return slot * stride
  }

  function grow(): void {
    const old = slots
    slots = new Uint32Array(old.length * 2)
    for (let at = 0; at < old.length; at += stride) {
      if (old[at + 2] !== 0) slots.set(old.subarray(at, at + stride), slotOf(old[at + 1]!, old[at]!))
    }
  }

  return {
    count(home, mark, owner) {
      if (used + 1 > (slots.length / stride) * fullest) grow()
      const at = slotOf(home, mark)
      if (slots[at + 2] === 0) {
        slots.set([mark, home, 0, owner], at)
        used++
      }
      slots[at + 2]!++
    },
    get(home, mark) {
      const at = slotOf(home, mark)
      return { documents: slots[at + 2]!, first: slots[at + 3]! }
    },
  }
}
