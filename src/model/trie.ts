/**
 * A trie over UTF-16 code units in typed arrays: finds every pattern that starts at an offset of a text. Transitions
 * are hashed by (node, code unit), so most steps cost one probe. A trie is never changed after it is built.
 */
export interface SmallTrie {
  /** Open addressing: node * 65536 + code unit (as two 32-bit words) to child. The root is node 0. */
  readonly keyNodes: Int32Array
  readonly keyCodes: Uint16Array
  readonly children: Int32Array
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

function createSteps(size: number): Steps {
  return {
    keyNodes: new Int32Array(size),
    keyCodes: new Uint16Array(size),
    children: new Int32Array(size),
    mask: size - 1,
  }
}

/** The slot of a step, or the free one where it belongs. */
function findSlot({ keyNodes, keyCodes, children, mask }: Steps, node: number, code: number): number {
  let slot = slotOf(node, code, mask)
  while (children[slot] !== 0 && !(keyNodes[slot] === node && keyCodes[slot] === code)) {
    slot = (slot + 1) & mask
  }
  return slot
}

function setStep({ keyNodes, keyCodes, children }: Steps, slot: number, step: [number, number, number]) {
  ;[keyNodes[slot], keyCodes[slot], children[slot]] = step
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
  for (let slot = 0; slot <= steps.mask; slot++) {
    const child = steps.children[slot]!
    if (child === 0) continue
    const [node, code] = [steps.keyNodes[slot]!, steps.keyCodes[slot]!]
    setStep(less, findSlot(less, node, code), [node, code, child])
  }
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
      const slot = findSlot(steps, node, code)
      if (steps.children[slot] === 0) setStep(steps, slot, [node, code, ++nodes])
      node = steps.children[slot]!
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

export function freezeTrie({ keyNodes, keyCodes, children, patterns }: SmallTrie): FrozenTrie {
  const parents = new Int32Array(patterns.length - 1)
  const codes = new Uint16Array(patterns.length - 1)
  children.forEach((child, slot) => {
    if (child === 0) return
    parents[child - 1] = keyNodes[slot]!
    codes[child - 1] = keyCodes[slot]!
  })
  return { parents, codes, patterns }
}

export function thawTrie({ parents, codes, patterns }: FrozenTrie): Trie {
  const steps = createSteps(roomFor(parents.length))
  const { keyNodes, keyCodes, children, mask } = steps
  const roots = new Int32Array(0x10000)
  for (let at = 0; at < parents.length; at++) {
    const node = parents[at]!
    const code = codes[at]!
    let slot = slotOf(node, code, mask)
    while (children[slot] !== 0) slot = (slot + 1) & mask
    keyNodes[slot] = node
    keyCodes[slot] = code
    children[slot] = at + 1
    if (node === 0) roots[code] = at + 1
  }
  return { roots, ...steps, patterns }
}

/** Child of a node by code unit; 0 is none. */
export function trieStep(trie: SmallTrie, node: number, code: number): number {
  let slot = slotOf(node, code, trie.mask)
  for (;;) {
    const child = trie.children[slot]!
    if (child === 0) return 0
    if (trie.keyNodes[slot] === node && trie.keyCodes[slot] === code) return child
    slot = (slot + 1) & trie.mask
  }
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
