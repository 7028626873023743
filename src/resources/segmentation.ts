/**
 * Paths of the segmenter's dictionaries, checked for being readable: nodejieba aborts the process if a dictionary is
 * missing.
 */
import { accessSync, constants, readFileSync } from 'node:fs'
import { ProcessingError } from '../model/message.js'
import { corpusPath } from './tsv.js'

/** The words of reports that ship, for the segmenter to add to its own dictionary. */
export const reportWordsPath = (): string => corpusPath('segmentation', 'user.dict')

/** The rows of these words. Throws ProcessingError `unreadable-table`. */
export function readReportWords(): string {
  checkReadable(reportWordsPath())
  return readFileSync(reportWordsPath(), 'utf8')
}

/** Throws ProcessingError `unreadable-table` where a file cannot be read. */
export function checkReadable(path: string): void {
  try {
    accessSync(path, constants.R_OK)
  } catch (cause) {
    const { code = 'error' } = cause as NodeJS.ErrnoException
    throw new ProcessingError('unreadable-table', { path, reason: code })
  }
}
