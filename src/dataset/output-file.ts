/**
 * Files that a format writes as they grow, compressed where their name says so. The library that compresses is of our
 * own choice of version, so that the bytes depend on no version of Node.
 */
import { type FileHandle, open } from 'node:fs/promises'
import { Gzip } from 'fflate'

/** Ending of the names of compressed files. */
export const gzipEnding = '.gz'

const isCompressed = (path: string) => path.endsWith(gzipEnding)

export interface OutputFile {
  write(content: string | Uint8Array): Promise<void>
  /** Writes what is held; nothing is written after it. */
  end(): Promise<void>
  /** Lets go of the file, whole or not. */
  close(): Promise<void>
}

/** Higher levels take twice the time for a twentieth of the size. */
const level = 6

/** Compresses a file as it grows; no time of day is in it. */
function compressed(file: FileHandle): OutputFile {
  let packed: Uint8Array[] = []
  const gzip = new Gzip({ level, mtime: 0 }, (piece) => packed.push(piece))
  const flush = async () => {
    const pieces = packed
    packed = []
    for (const piece of pieces) await file.writeFile(piece)
  }
  return {
    async write(content) {
      gzip.push(typeof content === 'string' ? Buffer.from(content) : content)
      await flush()
    },
    async end() {
      gzip.push(new Uint8Array(0), true)
      await flush()
    },
    close: () => file.close(),
  }
}

/** Makes a file that must not be there yet. Throws what the file system says. */
export async function createOutput(path: string): Promise<OutputFile> {
  const file = await open(path, 'wx')
  if (isCompressed(path)) return compressed(file)
  return { write: (content) => file.writeFile(content), end: async () => {}, close: () => file.close() }
}
