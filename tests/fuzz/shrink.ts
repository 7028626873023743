/** A smaller text that fails in the same way. */

type Fails = (text: string) => Promise<boolean>

/** Tries to do without each stretch of the length, and gives what is left. */
async function without(text: string, length: number, fails: Fails): Promise<string> {
  let left = text
  for (let at = 0; at < left.length; ) {
    const tried = left.slice(0, at) + left.slice(at + length)
    if (await fails(tried)) left = tried
    else at += length
  }
  return left
}

/** Takes halves away, then quarters, and so on, as long as it still fails. */
export async function shrink(text: string, fails: Fails): Promise<string> {
  let left = text
  for (let length = text.length >> 1; length > 0; length >>= 1) left = await without(left, length, fails)
  return left
}
