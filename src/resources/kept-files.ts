/** Small files that a build keeps for the case that it is ended: each is there whole, or it is not. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'

/** The text that was kept under a name; undefined where there is none, or none that can be read. */
export function readKept(folder: string, name: string): string | undefined {
  try {
    return gunzipSync(readFileSync(join(folder, name))).toString('utf8')
  } catch {
    return undefined
  }
}

/** Keeps a text under a name. What cannot be written is made again, should it be needed. */
export function keep(folder: string, name: string, text: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    const partial = join(folder, `${name}.${process.pid}`)
    writeFileSync(partial, gzipSync(text, { level: 1 }))
    renameSync(partial, join(folder, name))
  } catch {
    // A full disk stops the build where it writes what is wanted.
  }
}
