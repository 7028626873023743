/** How many threads a machine has room for. */
import { freemem } from 'node:os'
import { allottedCores } from './allotment.js'

const megabyte = 1024 ** 2

/** What the main thread takes, its index of duplicates included. */
const mainBytes = 400 * megabyte
/** A thread with its tables and a large document at hand; the segmenter's dictionary comes on top. */
const threadBytes = 500 * megabyte
const dictionaryBytes = 300 * megabyte

/** Memory that can be had now: that of the container where there is one. */
function availableBytes(): number {
  const { availableMemory } = process as { availableMemory?: () => number }
  return availableMemory?.() ?? freemem()
}

/** Threads by cores and memory, one at least. `tokens` asks for the segmenter. */
export function threadCount(tokens: boolean, bytes = availableBytes(), cores = allottedCores()): number {
  const each = threadBytes + (tokens ? dictionaryBytes : 0)
  return Math.max(1, Math.min(cores, Math.floor((bytes - mainBytes) / each)))
}
