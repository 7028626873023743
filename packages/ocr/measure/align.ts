/** Aligns what was read with what is printed, character by character: fewest changes (Levenshtein). */

/** A place of the alignment: a printed character, the index of the one read for it, or one of both. */
export interface Pair {
  readonly printed: string | undefined
  /** Index in what was read. */
  readonly read: number | undefined
}

/** How characters are compared: without their width and the form of their quotation marks. */
export function folded(character: string): string {
  return character
    .normalize('NFKC')
    .replace(/[“”]/, '"')
    .replace(/[‘’]/, "'")
    .replace(/[—―－−]/, '-')
}

export function align(printed: readonly string[], read: readonly string[]): Pair[] {
  const width = read.length + 1
  const costs = new Uint16Array((printed.length + 1) * width)
  const isSame = (row: number, column: number) => folded(printed[row]!) === folded(read[column]!)
  for (let row = 0; row <= printed.length; row++) {
    for (let column = 0; column <= read.length; column++) {
      const at = row * width + column
      if (row === 0 || column === 0) costs[at] = row + column
      else {
        const change = isSame(row - 1, column - 1) ? 0 : 1
        costs[at] = Math.min(costs[at - width - 1]! + change, costs[at - width]! + 1, costs[at - 1]! + 1)
      }
    }
  }
  const pairs: Pair[] = []
  let [row, column] = [printed.length, read.length]
  while (row > 0 || column > 0) {
    const at = row * width + column
    const isPair = row > 0 && column > 0
    if (isPair && costs[at] === costs[at - width - 1]! + (isSame(row - 1, column - 1) ? 0 : 1)) {
      pairs.push({ printed: printed[--row]!, read: --column })
    } else if (row > 0 && costs[at] === costs[at - width]! + 1)
      pairs.push({ printed: printed[--row]!, read: undefined })
    else pairs.push({ printed: undefined, read: --column })
  }
  return pairs.reverse()
}
