/**
 * The files that inputs lead to: a file, what lies in a folder and below, what a pattern names, or standard input.
 * An input that leads nowhere stays among them with what is wrong with it, and fails in its turn.
 */

import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { append } from '../model/lists.js'
import type { ProcessingError } from '../model/message.js'
import type { FileIdentities } from './file-identities.js'
import { outputStem, standardInput, unreadable } from './inputs.js'

export interface InputFile {
  /** As the user named it or what led to it. */
  readonly path: string
  /** Where its output stands below an output folder, without an ending. */
  readonly place: string
  readonly bytes: number
  readonly failure?: ProcessingError
}

export interface InputFiles {
  readonly files: readonly InputFile[]
  /** Whether a folder or a pattern was named. */
  readonly isExpanded: boolean
  /** Files that are no documents by their ending. */
  readonly skipped: number
  /** Of these, pictures that would be read if any were. */
  readonly scans: number
}

/** A lone file, without a look at what patterns there may be. */
function plainFile(cwd: string, input: string): InputFile | undefined {
  const place = outputStem(input)
  if (input === standardInput) return { path: input, place, bytes: 0 }
  const status = statSync(resolve(cwd, input), { throwIfNoEntry: false })
  if (status === undefined || status.isDirectory()) return undefined
  return { path: input, place, bytes: status.size }
}

/** `excluded` are files of the output: where a folder holds them, they are no inputs; `readsPictures`: see there. */
export async function findInputFiles(
  cwd: string,
  inputs: readonly string[],
  excluded: FileIdentities,
  readsPictures: boolean,
): Promise<InputFiles> {
  const files: InputFile[] = []
  const passed = { skipped: [], scans: [] }
  let isExpanded = false
  for (const input of inputs) {
    try {
      const plain = plainFile(cwd, input)
      if (plain !== undefined) {
        files.push(plain)
        continue
      }
      const { findFiles } = await import('../dataset/find-files.js')
      const found = await findFiles(input, { inputs, cwd, excluded, readsPictures }, passed)
      isExpanded = true
      append(
        files,
        found.map(({ path, place, size }) => ({ path, place, bytes: size })),
      )
    } catch (cause) {
      const failure = unreadable(input, cause)
      files.push({ path: input, place: outputStem(input), bytes: 0, failure })
    }
  }
  return { files, isExpanded, skipped: passed.skipped.length, scans: passed.scans.length }
}
