/**
 * Counts words by register: the texts of DIR/corpora and DIR/corpora-general, and, for all that those do not hold, the
 * frequencies of the segmenter's dictionary.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import type { Register } from '../../src/resources/frequencies.js'
import { corpusPaths, countInCorpora } from './corpora.js'

interface CountedRegister extends Register {
  /** By the word's place in the list. */
  readonly counts: ArrayLike<number>
}

/** Registers by the names of their texts, in order. */
export const registerTexts = [
  { name: 'reports', official: true, texts: /^(gwr|five_year|nbs|state_council)/ },
  { name: 'laws', official: true, texts: /^(laws|local_regs)/ },
  { name: 'news', official: false, texts: /^news/ },
  { name: 'party', official: false, texts: /^party/ },
  { name: 'judgments', official: false, texts: /^judgments/ },
  { name: 'manuals', official: false, texts: /^(business-software|database-manuals)/ },
  { name: 'prose', official: false, texts: /^prose/ },
] as const

/** The dictionary's counts: of words in texts of many kinds, as whoever made it segmented them. */
function countDictionary(words: readonly string[]): CountedRegister {
  const jieba = createRequire(import.meta.url)('nodejieba') as { readonly DEFAULT_DICT: string }
  const known = new Map<string, number>()
  let characters = 0
  for (const line of readFileSync(jieba.DEFAULT_DICT, 'utf8').split('\n')) {
    const [word = '', count = '0'] = line.split(' ')
    known.set(word, Number(count))
    characters += word.length * Number(count)
  }
  const counts = words.map((word) => known.get(word) ?? 0)
  return { name: 'dictionary', official: false, characters, counts }
}

/** How often each word stands in each register. */
export async function countRegisters(words: readonly string[], data: string): Promise<CountedRegister[]> {
  const paths = [...corpusPaths(join(data, 'corpora')), ...corpusPaths(join(data, 'corpora-general'))]
  const counted: CountedRegister[] = []
  for (const { texts, ...register } of registerTexts) {
    const own = paths.filter((path) => texts.test(basename(path)))
    counted.push({ ...register, ...(await countInCorpora(words, own)) })
  }
  return [...counted, countDictionary(words)]
}
