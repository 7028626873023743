/** A forest in few arrays, for many samples. Gives to the last bit what `oddsOf` gives. */
import type { Forest } from './forest.js'

/** All trees, one after the other; of a leaf `below` is -1 and `borders` holds its value. */
export interface FlatForest {
  readonly roots: Int32Array
  readonly features: Uint8Array
  readonly borders: Float64Array
  readonly below: Int32Array
}

export function flatten({ trees }: Forest): FlatForest {
  const roots = new Int32Array(trees.length)
  const size = trees.reduce((sum, { features }) => sum + features.length, 0)
  const features = new Uint8Array(size)
  const borders = new Float64Array(size)
  const below = new Int32Array(size)
  let root = 0
  trees.forEach((tree, index) => {
    roots[index] = root
    tree.features.forEach((feature, node) => {
      const isLeaf = feature < 0
      features[root + node] = isLeaf ? 0 : feature
      borders[root + node] = isLeaf ? tree.values[node]! : tree.borders[node]!
      below[root + node] = isLeaf ? -1 : root + tree.below[node]!
    })
    root += tree.features.length
  })
  return { roots, features, borders, below }
}

const flattened = new WeakMap<Forest, FlatForest>()

/** A forest that is never changed, flattened when it is first asked for. */
export function flatOf(forest: Forest): FlatForest {
  let flat = flattened.get(forest)
  if (flat === undefined) {
    flat = flatten(forest)
    flattened.set(forest, flat)
  }
  return flat
}

/** Log-odds that a flat forest gives a sample. */
export function flatOdds({ roots, features, borders, below }: FlatForest, sample: Float64Array): number {
  let odds = 0
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree]!
    for (let next = below[node]!; next >= 0; next = below[node]!) {
      node = sample[features[node]!]! <= borders[node]! ? next : next + 1
    }
    odds += borders[node]!
  }
  return odds
}
