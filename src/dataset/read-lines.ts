/** The lines of a file with their places in it. */
import { createReadStream } from 'node:fs'

const lineFeed = 0x0a

/** The whole lines of a file with their offsets in bytes; half a line at its end is none. */
export async function* readLines(path: string): AsyncGenerator<{ offset: number; bytes: Buffer }> {
  let held: Buffer[] = []
  let heldBytes = 0
  let offset = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 1024 ** 2 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let feed = chunk.indexOf(lineFeed); feed >= 0; feed = chunk.indexOf(lineFeed, start)) {
      const piece = chunk.subarray(start, feed)
      const bytes = held.length === 0 ? piece : Buffer.concat([...held, piece])
      yield { offset, bytes }
      offset += heldBytes + piece.length + 1
      held = []
      heldBytes = 0
      start = feed + 1
    }
    held.push(chunk.subarray(start))
    heldBytes += chunk.length - start
  }
}
