/**
 * A warm start: what other documents of a source have shown of the tool that they share, as counts to begin a
 * document with. They count like what the document itself shows: they are evidence about the same tool.
 */
import type { ToolCounts, ToolPosterior } from './tool-posterior.js'
import { forgetCosts, learnCoverage, learnFamilies, takeCounts } from './tool-posterior.js'

export interface WarmStart extends ToolCounts {
  /** Characters of the passages that were decoded for these counts. */
  readonly characters: number
}

/** Takes the counts into a posterior that has seen nothing yet. */
export function startWarm(tool: ToolPosterior, counts: WarmStart): void {
  takeCounts(tool, counts)
  tool.size = counts.characters
  learnFamilies(tool)
  learnCoverage(tool)
  forgetCosts(tool)
}
