/**
 * Paths of the segmenter's dictionaries, checked for being readable: nodejieba aborts the process if a dictionary is
 * missing.
 */
import { accessSync, constants } from 'node:fs'
import { ProcessingError } from '../model/message.js'
import { corpusPath } from './tsv.js'

/** The words of reports that ship, for the segmenter to add to its own dictionary. */
export const reportWordsPath: string = corpusPath('segmentation', 'user.dict')

/** Gives the path back where the file can be read; throws ProcessingError `unreadable-table` where it cannot. */
export function readablePath(path: string): string {
  try {
    accessSync(path, constants.R_OK)
    return path
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path, reason: code })
  }
}
