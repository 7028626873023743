/**
 * jieba as WebAssembly behind the segmenter's port: one file for every machine, its dictionary inside, no compiler and no
 * install script. It cuts as nodejieba does but for one border in 300.
 * Invariant: what is loaded is what `jiebaWasmFiles` lists.
 */
import { join } from 'node:path'
import { requireHere } from '../resources/place.js'
import { readReportWords, reportWordsPath } from '../resources/segmentation.js'
import type { Segmenter } from './segmenter.js'

type JiebaWasm = typeof import('jieba-wasm')

/** The package's folder, which its `exports` hide, seen from the script that they name. */
const packageFolder = () => join(requireHere().resolve('jieba-wasm'), '..', '..', '..')
const manifestPath = () => join(packageFolder(), 'package.json')

/** Every file that its tokens depend on: the module with its dictionary, the words of reports, and the manifest. */
export function jiebaWasmFiles(): string[] {
  return [join(packageFolder(), 'pkg', 'nodejs', 'jieba_rs_wasm_bg.wasm'), reportWordsPath(), manifestPath()]
}

interface Loaded {
  readonly jieba: JiebaWasm
  /** Part of speech by word of reports: jieba keeps the one that its own dictionary gave a word. */
  readonly ofReports: ReadonlyMap<string, string>
}

function loadJiebaWasm(): Loaded {
  const words = readReportWords()
  const jieba: JiebaWasm = requireHere()('jieba-wasm')
  jieba.with_dict(words)
  const rows = words.trimEnd().split('\n')
  return {
    jieba,
    ofReports: new Map(
      rows.map((row) => {
        const [word = '', , pos = ''] = row.split(' ')
        return [word, pos]
      }),
    ),
  }
}

/** Words in Latin letters have a tag of their own in jieba, which the ICTCLAS set lacks. */
const ictclas = (pos: string) => (pos === 'eng' ? 'x' : pos)

/** A segmenter that loads when it first cuts. Its `tag` throws ProcessingError where the words of reports cannot be read. */
export function jiebaWasmSegmenter(): Segmenter {
  let loaded: Loaded | undefined
  return {
    id: `jieba-wasm ${(requireHere()(manifestPath()) as { version: string }).version}`,
    tag(text) {
      loaded ??= loadJiebaWasm()
      const { jieba, ofReports } = loaded
      return jieba.tag(text, true).map(({ word, tag }) => ({
        text: word,
        pos: ofReports.get(word) ?? ictclas(tag),
      }))
    },
  }
}
