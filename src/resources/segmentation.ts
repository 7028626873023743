/**
 * The segmenter's dictionaries as paths that were looked at: nodejieba ends the whole process where a dictionary is
 * missing, so each must be known to be readable before it is named to it. What is in them is the segmenter's matter.
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
