/** What takes the records of a command, and where the output of each stands. */
import { safePlace, withoutEnding } from '../dataset/unit.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { InputFile } from './input-files.js'

export interface CommandOutput {
  /** Takes the next record of a file, with the bytes of that where they are at hand. */
  add(record: DocumentRecord, file: InputFile, input?: Uint8Array): Promise<void>
  /** Writes what was held back. `failures` are sentences on what could not be read at all. */
  end(failures?: readonly string[]): Promise<void>
  /** Whether all records are in one file of a name. */
  readonly isOneFile?: true
}

/** Where the output of a record stands below the folder: entries of an archive in a folder of its name. */
export function placeOf({ place }: InputFile, { origin }: DocumentRecord): string {
  if (origin.entry === null) return place
  return safePlace(`${place}/${withoutEnding(origin.entry)}`)
}
