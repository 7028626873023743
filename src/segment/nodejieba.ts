/**
 * nodejieba behind the segmenter's port, where its binding was built. Nothing is loaded before the first word is asked
 * for: the binding and its dictionary cost 0.7 s and 255 MB, and stay for the life of the process.
 * Invariant: what is loaded is what `nodejiebaFiles` lists; no dictionary path reaches nodejieba unchecked, as a missing one aborts the process.
 */
import { requireHere } from '../resources/place.js'
import { checkReadable, reportWordsPath } from '../resources/segmentation.js'
import type { Segmenter } from './segmenter.js'

/** The package's types leave out the paths of its own dictionaries. */
type Nodejieba = typeof import('nodejieba') &
  Readonly<
    Record<'DEFAULT_DICT' | 'DEFAULT_HMM_DICT' | 'DEFAULT_IDF_DICT' | 'DEFAULT_STOP_WORD_DICT', string>
  >

/** Whether its binding is there and fits this machine and this Node. */
export function isNodejiebaBuilt(): boolean {
  try {
    requireHere()('nodejieba/build/Release/nodejieba.node')
    return true
  } catch {
    return false
  }
}

/** Dictionaries by the names that nodejieba gives them: its own, and the words of reports as the user's. */
function dictionariesOf(jieba: Nodejieba) {
  return {
    dict: jieba.DEFAULT_DICT,
    hmmDict: jieba.DEFAULT_HMM_DICT,
    userDict: reportWordsPath(),
    idfDict: jieba.DEFAULT_IDF_DICT,
    stopWordDict: jieba.DEFAULT_STOP_WORD_DICT,
  }
}

/** Every file that its tokens depend on: the dictionaries, and the manifest that names its version. */
export function nodejiebaFiles(): string[] {
  return [
    ...Object.values(dictionariesOf(requireHere()('nodejieba'))),
    requireHere().resolve('nodejieba/package.json'),
  ]
}

function loadNodejieba(): Nodejieba {
  const jieba: Nodejieba = requireHere()('nodejieba')
  const dictionaries = dictionariesOf(jieba)
  for (const path of Object.values(dictionaries)) checkReadable(path)
  jieba.load(dictionaries)
  return jieba
}

/** A segmenter that loads when it first cuts. Its `tag` throws ProcessingError where a dictionary cannot be read. */
export function nodejiebaSegmenter(): Segmenter {
  let jieba: Nodejieba | undefined
  return {
    id: `nodejieba ${(requireHere()('nodejieba/package.json') as { version: string }).version}`,
    tag(text) {
      jieba ??= loadNodejieba()
      return jieba.tag(text).map(({ word, tag }) => ({ text: word, pos: tag }))
    },
  }
}
