/**
 * The thread that shows that a build is alive: it writes into the lock's file again and again, whatever the main thread
 * is at. A builder that is stopped, or whose machine is, beats no more.
 */
import { openSync, writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'
import { type LockHead, lockText } from './lock-text.js'

export interface HeartbeatData {
  readonly path: string
  readonly head: LockHead
  /** Milliseconds. */
  readonly interval: number
}

const { path, head, interval } = workerData as HeartbeatData
// Opened once: a lock that was taken away is not made again.
const file = openSync(path, 'r+')
let beat = 0

setInterval(() => {
  beat++
  try {
    writeSync(file, lockText(head, beat), 0)
  } catch {
    // Whether the lock is still ours is looked at before anything is written; here nobody would hear of it.
  }
}, interval)
