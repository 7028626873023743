/**
 * A trie over UTF-16 code units in typed arrays: finds every pattern that starts at an offset of a text. Transitions
 * are hashed by (node, code unit), so most steps cost one probe. A trie is never changed after it is built.
 */
export interface SmallTrie {
  /**
   * Open addressing, three numbers a slot, side by side so that a step reads one place of memory: the node, the code
   * unit, and the child, which is 0 in a free slot. The root is node 0.
   */
  readonly slots: Int32Array
  /** One less than the number of slots, which is a power of two. */
  readonly mask: number
  /** Pattern number that ends at a node, or -1. */
  readonly patterns: Int32Array
}

/** One that is asked at every place of a text: its first step is a look into a table, of a quarter of a megabyte. */
export interface Trie extends SmallTrie {
  /** Child of the root by code unit; 0 is none. */
  readonly roots: Int32Array
}

function slotOf(node: number, code: number, mask: number): number {
  let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b)
  hash ^= hash >>> 15
  hash = Math.imul(hash, 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) & mask
}

type Steps = Omit<SmallTrie, 'patterns'>

/** How many numbers a slot has, and which of them the child is. */
const slotSize = 3
const childAt = 2

function createSteps(size: number): Steps {
  return { slots: new Int32Array(size * slotSize), mask: size - 1 }
}

/** Where the slot of a step begins, or the free one where it belongs. */
function findSlot({ slots, mask }: Steps, node: number, code: number): number {
  let slot = slotOf(node, code, mask)
  for (;;) {
    const at = slot * slotSize
    if (slots[at + childAt] === 0 || (slots[at] === node && slots[at + 1] === code)) return at
    slot = (slot + 1) & mask
  }
}

function setStep({ slots }: Steps, at: number, node: number, code: number, child: number): void {
  slots[at] = node
  slots[at + 1] = code
  slots[at + childAt] = child
}

/** Calls `visit` with each step, in the order of the slots. */
function visitSteps({ slots }: Steps, visit: (node: number, code: number, child: number) => void): void {
  for (let at = 0; at < slots.length; at += slotSize) {
    const child = slots[at + childAt]!
    if (child !== 0) visit(slots[at]!, slots[at + 1]!, child)
  }
}

/** A power of two with room for so many steps. */
function roomFor(steps: number): number {
  let size = 16
  while (size < steps * 2) size *= 2
  return size
}

/** The same steps with no more room than they need. */
function fitted(steps: Steps, count: number): Steps {
  const size = roomFor(count)
  if (size > steps.mask) return steps
  const less = createSteps(size)
  visitSteps(steps, (node, code, child) => setStep(less, findSlot(less, node, code), node, code, child))
  return less
}

/** Builds a trie of distinct non-empty patterns without a table of its roots; pattern numbers are their places in the list. */
export function buildSmallTrie(patterns: readonly string[]): SmallTrie {
  let units = 1
  for (const pattern of patterns) units += pattern.length
  const steps = createSteps(roomFor(units))
  const ends = new Int32Array(units + 1).fill(-1)
  let nodes = 0
  for (let number = 0; number < patterns.length; number++) {
    const pattern = patterns[number]!
    let node = 0
    for (let index = 0; index < pattern.length; index++) {
      const code = pattern.charCodeAt(index)
      const at = findSlot(steps, node, code)
      if (steps.slots[at + childAt] === 0) setStep(steps, at, node, code, ++nodes)
      node = steps.slots[at + childAt]!
    }
    ends[node] = number
  }
  return { ...fitted(steps, nodes), patterns: ends.slice(0, nodes + 1) }
}

/** Builds a trie of distinct non-empty patterns; pattern numbers are their places in the list. */
export function buildTrie(patterns: readonly string[]): Trie {
  const trie = buildSmallTrie(patterns)
  const roots = new Int32Array(0x10000)
  for (const pattern of patterns) {
    const code = pattern.charCodeAt(0)
    roots[code] = trieStep(trie, 0, code)
  }
  return { roots, ...trie }
}

/** A trie as a list of its steps, in which it takes little room: of each node but the root, from which node and by what it is come to. */
export interface FrozenTrie {
  readonly parents: Int32Array
  readonly codes: Uint16Array
  readonly patterns: Int32Array
}

export function freezeTrie(trie: SmallTrie): FrozenTrie {
  const { patterns } = trie
  const parents = new Int32Array(patterns.length - 1)
  const codes = new Uint16Array(patterns.length - 1)
  visitSteps(trie, (node, code, child) => {
    parents[child - 1] = node
    codes[child - 1] = code
  })
  return { parents, codes, patterns }
}

export function thawTrie({ parents, codes, patterns }: FrozenTrie): Trie {
  const steps = createSteps(roomFor(parents.length))
  const roots = new Int32Array(0x10000)
  for (let at = 0; at < parents.length; at++) {
    const node = parents[at]!
    const code = codes[at]!
    setStep(steps, findSlot(steps, node, code), node, code, at + 1)
    if (node === 0) roots[code] = at + 1
  }
  return { roots, ...steps, patterns }
}

/** Child of a node by code unit; 0 is none. */
export function trieStep(trie: SmallTrie, node: number, code: number): number {
  return trie.slots[findSlot(trie, node, code) + childAt]!
}

/** Calls `visit` with pattern number and end for every pattern that starts at `start`, shortest first. */
export function visitMatches(
  trie: Trie,
  text: string,
  start: number,
  visit: (pattern: number, end: number) => void,
): void {
  let node = trie.roots[text.charCodeAt(start)]!
  let end = start + 1
  while (node !== 0) {
    const pattern = trie.patterns[node]!
    if (pattern >= 0) visit(pattern, end)
    if (end >= text.length) return
    node = trieStep(trie, node, text.charCodeAt(end))
    end++
  }
}

/** The longest pattern that starts at `start`: its number and end, or undefined. */
export function longestMatch(
  trie: Trie,
  text: string,
  start: number,
): { readonly pattern: number; readonly end: number } | undefined {
  let best: { pattern: number; end: number } | undefined
  visitMatches(trie, text, start, (pattern, end) => {
    best = { pattern, end }
  })
  return best
}
