/** The document that a record was made of, where it still lies where it was read, or beside the file of the record. */
import { dirname, join, resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { originalIn } from '../tracked/original.js'
import type { DocumentRecord } from '../writers/schema.js'
import { readInput } from './inputs.js'
import type { Terminal } from './terminal.js'

/** Undefined where there is none that is the same, byte for byte. `near` is the file that the record was read from. */
export async function readOriginal(
  terminal: Terminal,
  record: DocumentRecord,
  near: string,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const { path } = record.origin
  if (path === null) return undefined
  for (const place of new Set([path, join(dirname(near), path)].map((one) => resolve(terminal.cwd, one)))) {
    try {
      const { bytes } = await readInput(terminal, place, maxBytes)
      const original = originalIn(bytes, record)
      if (original !== undefined) return original
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
    }
  }
  return undefined
}
