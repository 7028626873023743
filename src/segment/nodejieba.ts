/**
 * nodejieba behind the segmenter's interface. It is loaded when the first word is asked for: the binding and its
 * dictionary cost 0.7 s and 255 MB, and stay in memory.
 * Invariant: every dictionary path is checked before nodejieba sees it, because a missing one aborts the process.
 */
import { createRequire } from 'node:module'
import { ProcessingError } from '../model/message.js'
import { readablePath, reportWordsPath } from '../resources/segmentation.js'
import type { Segmenter } from './segmenter.js'

/** The package's types leave out the paths of its own dictionaries. */
type Nodejieba = typeof import('nodejieba') &
  Readonly<
    Record<'DEFAULT_DICT' | 'DEFAULT_HMM_DICT' | 'DEFAULT_IDF_DICT' | 'DEFAULT_STOP_WORD_DICT', string>
  >

const require = createRequire(import.meta.url)

/** Loads binding and dictionaries; throws ProcessingError `segmenter-not-built` where the binding was not compiled. */
function loadNodejieba(): Nodejieba {
  try {
    const jieba: Nodejieba = require('nodejieba')
    jieba.load({
      dict: readablePath(jieba.DEFAULT_DICT),
      hmmDict: readablePath(jieba.DEFAULT_HMM_DICT),
      userDict: readablePath(reportWordsPath),
      idfDict: readablePath(jieba.DEFAULT_IDF_DICT),
      stopWordDict: readablePath(jieba.DEFAULT_STOP_WORD_DICT),
    })
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
