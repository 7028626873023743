/**
 * Sorted runs of counts in a temporary folder, for training texts larger than memory.
 * Invariant: a run is read back as it was written; `remove` deletes the folder.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Run, RunStore } from '../lm/windows.js'

/** Entries read or written at a time. */
const blockLength = 1 << 16

export interface RunFiles extends RunStore {
  remove(): void
}

/** Runs in a new folder under `parent` (default: the system's temporary folder), made when the first is written. */
export function createRunFiles(parent: string = tmpdir()): RunFiles {
  let folder: string | undefined
  const files: { file: number; length: number }[] = []
  return {
    write(run) {
      folder ??= mkdtempSync(join(parent, 'huanyuan-train-'))
      const file = openSync(join(folder, `${files.length}.run`), 'w+')
      files.push({ file, length: run.high.length })
      writeBlocks(file, run)
    },
    open: () => files.map(({ file, length }) => blockReader(file, length)),
    remove() {
      for (const { file } of files.splice(0)) closeSync(file)
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
      folder = undefined
    },
  }
}

/** A block is its high keys, then its low keys, then its counts. */
function writeBlocks(file: number, run: Run): void {
  for (let start = 0; start < run.high.length; start += blockLength) {
    for (const values of [run.high, run.low, run.count]) {
      const part = values.subarray(start, start + blockLength)
      writeFully(file, new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
    }
  }
}

function writeFully(file: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) written += writeSync(file, bytes, written)
}

function blockReader(file: number, length: number): () => Run | undefined {
  let start = 0
  return () => {
    if (start >= length) return undefined
    const count = Math.min(blockLength, length - start)
    const values = new Uint32Array(count * 3)
    const bytes = new Uint8Array(values.buffer)
    let filled = 0
    while (filled < bytes.length)
      filled += readSync(file, bytes, filled, bytes.length - filled, start * 12 + filled)
    start += count
    return {
      high: values.subarray(0, count),
      low: values.subarray(count, count * 2),
      count: values.subarray(count * 2),
    }
  }
}
