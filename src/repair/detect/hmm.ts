/**
 * A hidden Markov model with two states over the passages of a text: each was spun or was not; neighbours in one
 * paragraph mostly agree.
 * Source of the method: forward–backward (Rabiner 1989).
 */

/**
 * How often a text goes over from spun to clean or back, at a paragraph's start and within one: tools are run on whole
 * paragraphs, so within one that is rare, and at its start nearly as likely as not.
 */
const switchAtParagraph = 0.3
const switchWithin = 0.02

export interface HmmPrior {
  /** Probability that a passage is spun, knowing nothing but the document. */
  readonly share: number
  /** Probability that the passage before the first one was spun. */
  readonly before: number
}

/** Probability that a passage is spun, given whether the one before it was. */
function transition(opensParagraph: boolean, wasSpun: boolean, share: number): number {
  const change = opensParagraph ? switchAtParagraph : switchWithin
  return wasSpun ? 1 - change * (1 - share) : change * share
}

/** log(e^a + e^b); of nothing, which is minus infinity, nothing is added. */
export function addLogs(a: number, b: number): number {
  if (b === Number.NEGATIVE_INFINITY) return a
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)))
}

/** Shares of spun passages that are tried. */
const shares = [0.05, 0.15, 0.3, 0.5, 0.7, 0.9]

/**
 * How much likelier the passages are where some share of them was spun than where none was, in nats: the forward sum
 * under the share that fits best; 0 where none does.
 */
export function spunLikelihood(
  odds: ArrayLike<number>,
  opensParagraph: (passage: number) => boolean,
): number {
  let best = 0
  for (const share of shares) {
    let spun = Math.log(share)
    let clean = Math.log(1 - share)
    for (let passage = 0; passage < odds.length; passage++) {
      if (passage > 0) {
        const opens = opensParagraph(passage)
        const stays = transition(opens, true, share)
        const turns = transition(opens, false, share)
        const before = spun
        spun = addLogs(before + Math.log(stays), clean + Math.log(turns))
        clean = addLogs(before + Math.log(1 - stays), clean + Math.log(1 - turns))
      }
      spun += odds[passage]!
    }
    best = Math.max(best, addLogs(spun, clean))
  }
  return best
}

/** Probability of each passage to be spun, from its own log-odds and its neighbours. */
export function smoothPassages(
  odds: ArrayLike<number>,
  opensParagraph: (passage: number) => boolean,
  prior: HmmPrior,
): Float64Array {
  const count = odds.length
  const spun = new Float64Array(count)
  const share = Math.min(0.999, Math.max(0.001, prior.share))
  /** Probability that the passage is spun, given the one before. */
  const next = (passage: number, wasSpun: boolean) => transition(opensParagraph(passage), wasSpun, share)
  const forward = new Float64Array(count)
  let before = prior.before
  for (let passage = 0; passage < count; passage++) {
    const tool = before * next(passage, true) + (1 - before) * next(passage, false)
    before = 1 / (1 + Math.exp(-odds[passage]! - Math.log(tool / (1 - tool))))
    forward[passage] = before
  }
  let laterSpun = 0.5
  for (let passage = count - 1; passage >= 0; passage--) {
    const joint = forward[passage]! * laterSpun
    spun[passage] = joint / (joint + (1 - forward[passage]!) * (1 - laterSpun))
    const likelihoodSpun = laterSpun / (1 + Math.exp(-odds[passage]!))
    const likelihoodClean = (1 - laterSpun) / (1 + Math.exp(odds[passage]!))
    const ifSpun = next(passage, true) * likelihoodSpun + (1 - next(passage, true)) * likelihoodClean
    const ifClean = next(passage, false) * likelihoodSpun + (1 - next(passage, false)) * likelihoodClean
    laterSpun = ifSpun / (ifSpun + ifClean)
  }
  return spun
}
