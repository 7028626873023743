/**
 * nodejieba behind the segmenter's port. Nothing is loaded before the first word is asked for: the binding and its
 * dictionary cost 0.7 s and 255 MB, and stay for the life of the process.
 * Invariant: what is loaded is what `segmenterFiles` lists; no dictionary path reaches nodejieba unchecked, as a missing one aborts the process.
 */
import { createRequire } from 'node:module'
import { ProcessingError } from '../model/message.js'
import { checkReadable, reportWordsPath } from '../resources/segmentation.js'
import type { Segmenter } from './segmenter.js'

/** The package's types leave out the paths of its own dictionaries. */
type Nodejieba = typeof import('nodejieba') &
  Readonly<
    Record<'DEFAULT_DICT' | 'DEFAULT_HMM_DICT' | 'DEFAULT_IDF_DICT' | 'DEFAULT_STOP_WORD_DICT', string>
  >

const require = createRequire(import.meta.url)

/** Dictionaries by the names that nodejieba gives them: its own, and the words of reports as the user's. */
function dictionariesOf(jieba: Nodejieba) {
  return {
    dict: jieba.DEFAULT_DICT,
    hmmDict: jieba.DEFAULT_HMM_DICT,
    userDict: reportWordsPath,
    idfDict: jieba.DEFAULT_IDF_DICT,
    stopWordDict: jieba.DEFAULT_STOP_WORD_DICT,
  }
}

/** Every file that tokens depend on: the dictionaries, and the manifest that names the segmenter's version. */
export function segmenterFiles(): string[] {
  return [...Object.values(dictionariesOf(require('nodejieba'))), require.resolve('nodejieba/package.json')]
}

/** Loads binding and dictionaries; throws ProcessingError `segmenter-not-built` where the binding was not compiled. */
function loadNodejieba(): Nodejieba {
  try {
    const jieba: Nodejieba = require('nodejieba')
    const dictionaries = dictionariesOf(jieba)
    for (const path of Object.values(dictionaries)) checkReadable(path)
    jieba.load(dictionaries)
    return jieba
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    throw new ProcessingError('segmenter-not-built', { reason: code ?? message })
  }
}

/** A segmenter that loads when it first cuts. Its `tag` throws ProcessingError where it cannot be loaded. */
export function nodejiebaSegmenter(): Segmenter {
  let jieba: Nodejieba | undefined
  return {
    id: 'nodejieba',
    tag(text) {
      jieba ??= loadNodejieba()
      return jieba.tag(text).map(({ word, tag }) => ({ text: word, pos: tag }))
    },
  }
}
