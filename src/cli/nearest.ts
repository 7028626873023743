/** The name that a user may have meant. */

/** Edits between two words: letters put in, left out, exchanged for others. */
function distanceOf(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const exchange = previous[column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1)
      current.push(Math.min(exchange, previous[column]! + 1, current[column - 1]! + 1))
    }
    previous = current
  }
  return previous[other.length]!
}

/** The nearest of the names; undefined where none is near: more than two edits away, or half of the word. */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const near = names.map((name) => ({ name, distance: distanceOf(word, name) }))
  near.sort((a, b) => a.distance - b.distance)
  const [best] = near
  return best !== undefined && best.distance <= Math.min(2, word.length / 2) ? best.name : undefined
}
