/**
 * Makes the language models that ship: `npm run model -- --data DIR` reads DIR/corpora/*.txt.gz for the model of reports,
 * and DIR/corpora-general/*.txt.gz beside them for that of general prose, and writes NAME.bin with NAME.json (settings,
 * hash, perplexity on the paragraphs left out) into corpus/language-model. `--only NAME` makes one; `--check` writes
 * nothing and compares the hash with NAME.json.
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readHeldOut, trainLanguageModel } from '../../src/learn/train.js'
import { type LanguageModel, parseLanguageModel } from '../../src/lm/query.js'
import { encodeText, end } from '../../src/lm/symbols.js'
import type { LanguageModelName } from '../../src/resources/language-model.js'
import { languageModelPath, languageModels } from '../../src/resources/language-model.js'
import { corpusPath } from '../../src/resources/tsv.js'
import { corpusPaths } from '../lexicon/corpora.js'

/** Folders of DIR that each model is trained on, and the size that it is pruned to. */
const recipes: Readonly<Record<LanguageModelName, { folders: readonly string[]; maximumBytes: number }>> = {
  reports: { folders: ['corpora'], maximumBytes: 31_900_000 },
  general: { folders: ['corpora', 'corpora-general'], maximumBytes: 24_100_000 },
}

const settings = { minimumCounts: [1, 1, 2, 2, 2], minimumCharacterCount: 5, heldOutEvery: 100 } as const

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    check: { type: 'boolean', default: false },
  },
})
if (values.data === undefined) throw new Error('usage: npm run model -- --data DIR [--only NAME] [--check]')
for (const name of languageModels) {
  if (values.only === undefined || values.only === name) await make(name, values.data, values.check)
}

async function make(name: LanguageModelName, data: string, check: boolean): Promise<void> {
  const { folders, maximumBytes } = recipes[name]
  const training = { ...settings, maximumBytes }
  const paths = folders.flatMap((folder) => corpusPaths(join(data, folder)))
  let last = ''
  const { bytes, ngrams, symbols } = await trainLanguageModel(paths, training, (step) => {
    if (step !== last) console.log(`${name}: ${step}`)
    last = step
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const manifestPath = corpusPath('language-model', `${name}.json`)
  if (check) {
    const same = JSON.parse(readFileSync(manifestPath, 'utf8')).sha256 === sha256
    console.log(same ? `the same model: ${sha256}` : `another model: ${sha256}`)
    if (!same) process.exitCode = 1
    return
  }
  const perplexity = await measure(parseLanguageModel(bytes.buffer as ArrayBuffer), paths)
  const manifest = { sha256, bytes: bytes.length, training, symbols, ngrams, perplexity }
  writeFileSync(languageModelPath(name), bytes)
  writeFileSync(manifestPath, `${JSON.stringify(manifest, null, 2)}\n`)
  console.log(manifest)
}

/** Perplexity a symbol, paragraph ends included, of what training left out: per text, and over all. */
async function measure(model: LanguageModel, paths: readonly string[]): Promise<Record<string, number>> {
  const perplexity: Record<string, number> = {}
  let allSum = 0
  let allCount = 0
  for (const path of paths) {
    let sum = 0
    let count = 0
    for await (const text of readHeldOut(path, settings.heldOutEvery)) {
      const ids = new Uint16Array(text.length + 1)
      const length = encodeText(text, model.symbols, ids)
      ids[length] = end
      sum += model.scoreParagraph(ids, length + 1)
      count += length + 1
    }
    perplexity[basename(path, '.txt.gz')] = Number(Math.exp(-sum / count).toFixed(2))
    allSum += sum
    allCount += count
  }
  perplexity.all = Number(Math.exp(-allSum / allCount).toFixed(2))
  return perplexity
}
