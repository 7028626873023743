/**
 * Lines of a stream as they come. Invariant: no more of a line is held than the limit of an input; a line that
 * goes on beyond it is given as too long, and the next one begins behind it.
 */
import type { Readable } from 'node:stream'

/** A line, from 1, without its end; null where it is longer than the limit. */
export interface StreamLine {
  readonly number: number
  readonly bytes: Uint8Array | null
}

const newline = 0x0a
const carriageReturn = 0x0d

/** Collects pieces of a line up to a limit. */
class LineBuffer {
  private pieces: Uint8Array[] = []
  private length = 0
  private number = 0

  constructor(private readonly limit: number) {}

  get isEmpty(): boolean {
    return this.length === 0
  }

  add(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length <= this.limit) this.pieces.push(Uint8Array.from(piece))
    else this.pieces = []
  }

  /** Ends the line and gives it. */
  take(): StreamLine {
    this.number++
    const isTooLong = this.length > this.limit
    const bytes = isTooLong ? null : Buffer.concat(this.pieces)
    this.pieces = []
    this.length = 0
    const hasReturn = bytes !== null && bytes.at(-1) === carriageReturn
    return { number: this.number, bytes: hasReturn ? bytes.subarray(0, -1) : bytes }
  }
}

/**
 * The lines of a stream. Where `signal` is aborted, whole lines that have come are still given, and the one that had not
 * ended is left. Throws what the stream does.
 */
export async function* readLinesOf(
  stream: Readable,
  limit: number,
  signal: AbortSignal,
): AsyncGenerator<StreamLine> {
  const line = new LineBuffer(limit)
  const stop = () => stream.destroy()
  signal.addEventListener('abort', stop)
  try {
    for await (const chunk of stream) {
      let rest: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
      for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
        line.add(rest.subarray(0, end))
        rest = rest.subarray(end + 1)
        yield line.take()
      }
      if (rest.length > 0) line.add(rest)
    }
    if (!line.isEmpty) yield line.take()
  } catch (cause) {
    if (!signal.aborted) throw cause
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
