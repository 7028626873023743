/**
 * Which process a lock is of, so that nobody waits for one that was killed on the very machine where the next one
 * begins. Of all others, on other machines, in other containers, or where a system tells of neither, nothing is known,
 * and their locks are waited for.
 */
import { readFileSync, readlinkSync } from 'node:fs'

/** Where numbers of processes mean the same: one start of one machine, one namespace of its processes. */
function placeOfProcesses(): string | undefined {
  try {
    const start = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${start} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    // Another system than Linux, or one that hides it.
    return undefined
  }
}

/** What a lock says of its owner; empty where nobody could make use of it. */
export function ownerName(): string {
  const place = placeOfProcesses()
  return place === undefined ? '' : `${place} ${process.pid}`
}

/** Whether it is certain that the owner is no more: a number that was given anew counts as living. */
export function isGone(owner: string): boolean {
  const at = owner.lastIndexOf(' ')
  if (at < 0 || owner.slice(0, at) !== placeOfProcesses()) return false
  try {
    process.kill(Number(owner.slice(at + 1)), 0)
    return false
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
