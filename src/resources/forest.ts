/** Decision trees whose values add up to log-odds. `npm run fit` grows them. */

/**
 * A tree by nodes, the root first. An inner node has a feature, and its border: samples up to it go to node `below`, the
 * others to the one behind. A leaf has the feature -1, and a value in nats.
 */
export interface Tree {
  readonly features: readonly number[]
  readonly borders: readonly number[]
  readonly below: readonly number[]
  readonly values: readonly number[]
}

export interface Forest {
  readonly trees: readonly Tree[]
}

/** What a tree says of a sample. */
export function stepOf({ features, borders, below, values }: Tree, sample: ArrayLike<number>): number {
  let node = 0
  let feature = features[node]!
  while (feature >= 0) {
    node = below[node]! + (sample[feature]! <= borders[node]! ? 0 : 1)
    feature = features[node]!
  }
  return values[node]!
}

/** Log-odds that a forest gives a sample. */
export function oddsOf({ trees }: Forest, sample: ArrayLike<number>): number {
  let odds = 0
  for (const tree of trees) odds += stepOf(tree, sample)
  return odds
}
