/**
 * Fits the thresholds of proof: clean texts of a register that was left out of the counts stand for the kinds of document
 * that nobody thought of. Of so many such texts at most one may be proven spun.
 */
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Resources } from '../../src/pipeline/resources.js'
import { formRates } from '../../src/repair/detect/form-rates.js'
import { findPassages } from '../../src/repair/detect/passages.js'
import { weighProof } from '../../src/repair/detect/proof.js'
import { spunEvidence } from '../../src/repair/detect/spun-evidence.js'
import { loadWordCounts } from '../../src/resources/frequencies.js'
import type { Detection } from '../../src/resources/repair-parameters.js'
import { seededRandom } from '../../tests/support/random.js'
import { corpusPaths } from '../lexicon/corpora.js'
import { registerTexts } from '../lexicon/registers.js'

/** Characters read of each text of a register, and the lengths of the documents cut from it. */
const charactersOfText = 3_000_000
const shortest = 150
const longest = 6000
/** One clean text in so many may be proven, in the register where most are. */
const mostProven = 1 / 2000
/** Thresholds are multiples of this, in nats. */
const grid = 0.5

/** Documents of various lengths, cut at paragraphs. */
async function cutDocuments(path: string, random: () => number): Promise<string[]> {
  const documents: string[] = []
  let document = ''
  let read = 0
  const draw = () => shortest * (longest / shortest) ** random()
  let wanted = draw()
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    document += `${line}\n`
    read += line.length
    if (document.length >= wanted) {
      documents.push(document)
      document = ''
      wanted = draw()
    }
    if (read >= charactersOfText) break
  }
  return documents
}

/** The least multiple of the grid that at most the allowed share of the values reaches. */
function thresholdFor(values: readonly number[]): number {
  const allowed = Math.floor(values.length * mostProven)
  const highest = values.toSorted((a, b) => b - a)[allowed] ?? 0
  return (Math.floor(highest / grid) + 1) * grid
}

/** The thresholds under which registers that were not counted are left alone. */
export async function fitDetection(data: string, { lexicon, candidates }: Resources): Promise<Detection> {
  const { parameters, prior, shares, classifier } = candidates
  const { detection } = parameters
  const all = loadWordCounts()
  const random = seededRandom(1)
  const paths = [...corpusPaths(join(data, 'corpora')), ...corpusPaths(join(data, 'corpora-general'))]
  let { leastLikelihood } = detection
  let { least } = detection.known
  leastLikelihood = 0
  least = 0
  for (const { name, texts } of registerTexts) {
    const left = all.registers.findIndex((register) => register.name === name)
    const counts = {
      registers: all.registers.toSpliced(left, 1),
      counts: new Map([...all.counts].map(([word, row]) => [word, row.toSpliced(left, 1)])),
    }
    const rates = formRates(lexicon.forms, counts, (form) => shares[form]!)
    const evidence = spunEvidence(lexicon, prior, rates, parameters)
    const likelihoods: number[] = []
    const sums: number[] = []
    for (const path of paths.filter((one) => texts.test(basename(one)))) {
      for (const text of await cutDocuments(path, random)) {
        const passages = findPassages(text)
        const { likelihood, isVaried, stretch, stretchIsVaried, long } = weighProof(
          evidence,
          text,
          passages,
          detection,
        )
        likelihoods.push(isVaried ? likelihood : 0)
        const sum = stretch - detection.known.perLength * long
        // Only a text that the models know can be proven by forms alone.
        const pieces = () => passages.map(({ start, end }) => text.slice(start, end))
        const matters = stretchIsVaried && sum > least && classifier.fitOf(pieces()) >= detection.known.fit
        sums.push(matters ? sum : 0)
      }
    }
    console.log(`${name}: ${likelihoods.length} texts, ${thresholdFor(likelihoods)}, ${thresholdFor(sums)}`)
    leastLikelihood = Math.max(leastLikelihood, thresholdFor(likelihoods))
    least = Math.max(least, thresholdFor(sums))
  }
  return { ...detection, leastLikelihood, known: { ...detection.known, least } }
}
