/**
 * Makes the language model that ships: `npm run model -- --data DIR` reads DIR/corpora/*.txt.gz and writes
 * corpus/language-model/model.bin with model.json (settings, hash, perplexity on the paragraphs left out).
 * `--check` writes nothing and compares the hash with model.json.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { readHeldOut, trainLanguageModel } from '../../src/learn/train.js'
import { type LanguageModel, parseLanguageModel } from '../../src/lm/query.js'
import { encodeText, end } from '../../src/lm/symbols.js'
import { languageModelPath } from '../../src/resources/language-model.js'
import { corpusPath } from '../../src/resources/tsv.js'

const training = {
  minimumCounts: [1, 1, 2, 2, 2],
  minimumCharacterCount: 5,
  maximumBytes: 31_900_000,
  heldOutEvery: 100,
} as const

const { values } = parseArgs({
  options: { data: { type: 'string' }, check: { type: 'boolean', default: false } },
})
if (values.data === undefined) throw new Error('usage: npm run model -- --data DIR [--check]')
await main(join(values.data, 'corpora'), values.check)

async function main(folder: string, check: boolean): Promise<void> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt.gz'))
  const paths = names.sort().map((name) => join(folder, name))
  let last = ''
  const { bytes, ngrams, symbols } = await trainLanguageModel(paths, training, (step) => {
    if (step !== last) console.log(step)
    last = step
  })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const manifestPath = corpusPath('language-model', 'model.json')
  if (check) {
    const same = JSON.parse(readFileSync(manifestPath, 'utf8')).sha256 === sha256
    console.log(same ? `the same model: ${sha256}` : `another model: ${sha256}`)
    process.exitCode = same ? 0 : 1
    return
  }
  const perplexity = await measure(parseLanguageModel(bytes.buffer as ArrayBuffer), paths)
  const manifest = { sha256, bytes: bytes.length, training, symbols, ngrams, perplexity }
  writeFileSync(languageModelPath(), bytes)
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
    for await (const text of readHeldOut(path, training.heldOutEvery)) {
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
