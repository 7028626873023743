/**
 * What other documents of a source have shown of the tool that they share, as counts to begin a document with.
 * They count like what the document itself shows: they are evidence about the same tool.
 */
import type { ToolPosterior } from './tool-posterior.js'
import { learnCoverage, learnFamilies } from './tool-posterior.js'

/** Expected counts, as a belief has them; arrays may be shorter than the belief's own. */
export interface WarmStart {
  readonly used: Float32Array
  readonly replaced: Float32Array
  readonly survived: Float32Array
  /** Characters of the passages that were decoded for these counts. */
  readonly characters: number
}

/** Takes the experience into a belief that has seen nothing yet. */
export function startWarm(belief: ToolPosterior, experience: WarmStart): void {
  belief.used.set(experience.used)
  belief.replaced.set(experience.replaced)
  belief.survived.set(experience.survived)
  belief.size = experience.characters
  learnFamilies(belief)
  learnCoverage(belief)
}
