/**
 * Fits the thresholds of proof: clean texts of a register that was left out of the counts stand for the kinds of document
 * that nobody thought of. Of so many such texts at most one may be proven spun.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import { findPassages } from '../../src/repair/detect/passages.js'
import { markedBy, weighProof } from '../../src/repair/detect/proof.js'
import type { Detection } from '../../src/resources/repair-parameters.js'
import { seededRandom } from '../../tests/support/random.js'
import { cutDocuments, leaveOut } from './left-out.js'

const cut = { shortest: 150, longest: 6000, charactersOfText: 3_000_000 }
/** One clean text in so many may be proven, in the register where most are. */
const mostProven = 1 / 2000
/** Thresholds are multiples of this, in nats. */
const grid = 0.5

/** The least multiple of the grid that at most the allowed share of the values reaches. */
function thresholdFor(values: readonly number[]): number {
  const allowed = Math.floor(values.length * mostProven)
  const highest = values.toSorted((a, b) => b - a)[allowed] ?? 0
  return (Math.floor(highest / grid) + 1) * grid
}

/** The thresholds under which registers that were not counted are left alone. */
export async function fitDetection(data: string, resources: Resources): Promise<Detection> {
  const { parameters } = resources.candidates
  const { detection } = parameters
  const random = seededRandom(1)
  let leastLikelihood = 0
  let least = 0
  for (const { name, candidates, paths } of leaveOut(data, resources, parameters)) {
    const { evidence, fitOf } = candidates.classifier
    const likelihoods: number[] = []
    const sums: number[] = []
    for (const path of paths) {
      for await (const text of cutDocuments(path, random, cut)) {
        const passages = findPassages(text)
        const weighed = weighProof(evidence, text, passages, detection)
        likelihoods.push(weighed.isVaried ? weighed.likelihood : 0)
        const sum = markedBy(weighed, detection)
        // Only a text that the models know can be proven by forms alone.
        const pieces = () => passages.map(({ start, end }) => text.slice(start, end))
        const matters = sum > least && fitOf(pieces()) >= detection.known.fit
        sums.push(matters ? sum : 0)
      }
    }
    console.log(`${name}: ${likelihoods.length} texts, ${thresholdFor(likelihoods)}, ${thresholdFor(sums)}`)
    leastLikelihood = Math.max(leastLikelihood, thresholdFor(likelihoods))
    least = Math.max(least, thresholdFor(sums))
  }
  return { ...detection, leastLikelihood, known: { ...detection.known, least } }
}
