/**
 * A warm start: what other documents of a source have shown of the tool that they share, as counts to begin a
 * document with. They count like what the document itself shows: they are evidence about the same tool.
 */
import type { ToolPosterior } from './tool-posterior.js'
import { forgetCosts, learnCoverage, learnFamilies } from './tool-posterior.js'

/** Expected counts, as a posterior has them; arrays may be shorter than the posterior's own. */
export interface WarmStart {
  readonly used: Float32Array
  readonly replaced: Float32Array
  readonly survived: Float32Array
  /** Characters of the passages that were decoded for these counts. */
  readonly characters: number
}

/** Takes the counts into a posterior that has seen nothing yet. */
export function startWarm(tool: ToolPosterior, counts: WarmStart): void {
  tool.used.set(counts.used)
  tool.replaced.set(counts.replaced)
  tool.survived.set(counts.survived)
  tool.size = counts.characters
  learnFamilies(tool)
  learnCoverage(tool)
  forgetCosts(tool)
}
