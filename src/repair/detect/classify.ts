/**
 * Which passages are decoded: none in a text that is not proven spun, so clean texts end here; in one that is, each that
 * its own forms and its neighbours do not clear.
 */
import type { Assumption } from '../../model/correction.js'
import type { Detection } from '../../resources/repair-parameters.js'
import type { FirstPlaces } from './first-places.js'
import { findFirstPlaces } from './first-places.js'
import { smoothPassages } from './hmm.js'
import { eachMatch } from './matches.js'
import { passageOdds } from './passage-odds.js'
import type { Passage } from './passages.js'
import { findPassages } from './passages.js'
import type { Proof } from './proof.js'
import { proveSpun } from './proof.js'
import { splitByScript } from './scripts.js'
import { findSections } from './sections.js'
import type { SpunEvidence } from './spun-evidence.js'

export interface ClassifyOptions {
  readonly assume: Assumption
  /** Whether the other documents of its source prove it (`source.ts`). */
  readonly sourceProven?: boolean
  /** Takes the text as proven, to see what its repair gains. */
  readonly tried?: boolean
  /** Not 0 at characters that are printed in a traditional form; left out where none is. */
  readonly traditionalAt?: Uint8Array
}

/** What a text is classified by. */
export interface Classifier {
  readonly evidence: SpunEvidence
  readonly detection: Detection
  /**
   * How well the language models know the register of the pieces: mean log-probability of a symbol, by the model of reports
   * where that knows it, else by the one that knows it better.
   */
  fitOf(pieces: readonly string[]): number
  /** Log-odds of a section's passages where displaced words prove that it is spun, else undefined. */
  displacedIn?(text: string, section: readonly Passage[]): readonly number[] | undefined
}

/** Passages less likely spun than this are not decoded: that takes time, and next to nothing in them was swapped. */
const leastSpun = 0.003
/** Log-odds of what is in another script than all that is proven: no neighbour makes up for so much. */
const unprovenOdds = -20
/** Characters of passages surely spun, and surely not, that the share of a document starts from. */
const decidedPrior = 60
const surelyClean = 0.1
const surelySpun = 0.9

/** A passage with what the classifier says of it. */
export interface ClassifiedPassage {
  readonly passage: Passage
  /** Its own log-odds of being spun, and its probability with its neighbours' odds; both 0 in a text that is left alone. */
  readonly odds: number
  readonly spun: number
  /** Whether it is to be decoded. */
  readonly decode: boolean
}

export interface ClassifiedText {
  readonly proof: Proof
  /** Whether the proof rests on the other documents of the source. */
  readonly bySource: boolean
  /** Where a tool replaced first places alone: those of all forms of the lexicon. */
  readonly firstPlaces: FirstPlaces | undefined
  readonly passages: readonly ClassifiedPassage[]
}

/** Share of spun text among the passages that are surely spun or surely not: the doubtful ones follow it. */
export function decidedShare(passages: readonly Passage[], spun: ArrayLike<number>): number {
  let yes = decidedPrior
  let all = 2 * decidedPrior
  passages.forEach(({ start, end }, index) => {
    const one = spun[index]!
    if (one > surelyClean && one < surelySpun) return
    all += end - start
    if (one >= surelySpun) yes += end - start
  })
  return yes / all
}

/** A section's passages, and its own proof. */
interface ReadSection {
  readonly section: readonly Passage[]
  readonly proof: Proof
  /** What displaced words say of its passages, where they alone prove. */
  readonly displaced?: readonly number[]
}

/** The sections of the passages of one script. */
function readSections(
  { evidence, detection, fitOf, displacedIn }: Classifier,
  text: string,
  passages: readonly Passage[],
): ReadSection[] {
  return findSections(passages).map((section): ReadSection => {
    const pieces = () => section.map(({ start, end }) => text.slice(start, end))
    const proof = proveSpun(evidence, text, section, detection, () => fitOf(pieces()))
    const displaced = proof.proven || proof.tooShort ? undefined : displacedIn?.(text, section)
    if (displaced === undefined) return { section, proof }
    // Such a tool holds few words: those that stand say nothing.
    return { section, proof: { ...proof, proven: true, survival: 0 }, displaced }
  })
}

/** One proven section proves the whole; a text of several is not too short. */
function wholeProof(sections: readonly ReadSection[]): Proof {
  const [first] = sections
  const { proof } = sections.find((section) => section.proof.proven) ?? first!
  return {
    ...proof,
    worthTrying: sections.some((section) => section.proof.worthTrying),
    tooShort: sections.length === 1 && proof.tooShort,
  }
}

/** Whether a form that no clean prose holds stands in `[start, end)` of a text. */
function holdsUnheard({ trie, unheard }: SpunEvidence, text: string, start: number, end: number): boolean {
  let found = false
  eachMatch(trie, text, start, end, (form) => {
    if (unheard[form] === 1) found = true
  })
  return found
}

/** Share of a text, by length, that is surely spun: 0 where it is not proven. */
export function spunShareOf(classifier: Classifier, text: string): number {
  const { passages } = classifyPassages(classifier, text, { assume: 'auto' })
  const sizeOf = ({ passage }: ClassifiedPassage) => passage.end - passage.start
  const all = passages.reduce((sum, one) => sum + sizeOf(one), 0)
  const spun = passages.reduce((sum, one) => sum + (one.spun > 0.5 ? sizeOf(one) : 0), 0)
  return all === 0 ? 0 : spun / all
}

/** What the proofs of a text say of the odds of its passages. */
interface Judged {
  readonly scripts: readonly (readonly ReadSection[])[]
  readonly firstPlaces: FirstPlaces | undefined
  /** Whether what is in another script than all that is proven is to be taken for clean. */
  readonly setsScriptsApart: boolean
}

/** Log-odds of each passage. */
function oddsIn(
  { evidence, detection }: Classifier,
  text: string,
  passages: readonly Passage[],
  { scripts, firstPlaces, setsScriptsApart }: Judged,
): number[] {
  const oddsOf = new Map<Passage, number>()
  for (const sections of scripts) {
    const isOther = setsScriptsApart && !sections.some((section) => section.proof.proven)
    for (const { section, proof, displaced } of sections) {
      const standing = { survival: proof.survival, firstPlaces }
      passageOdds(evidence, text, section, detection, standing).forEach((odds, index) => {
        const proven = odds + (displaced?.[index] ?? 0)
        oddsOf.set(section[index]!, isOther ? Math.min(unprovenOdds, proven) : proven)
      })
    }
  }
  return passages.map((passage) => oddsOf.get(passage)!)
}

/** The passages of a text, each classified. */
export function classifyPassages(
  classifier: Classifier,
  text: string,
  { assume, sourceProven = false, tried = false, traditionalAt }: ClassifyOptions,
): ClassifiedText {
  const passages = findPassages(text)
  const scripts = splitByScript(passages, traditionalAt).map((group) => readSections(classifier, text, group))
  const own = wholeProof(scripts.flat())
  const bySource = sourceProven && !own.proven
  const proof = { ...own, proven: own.proven || bySource || tried }
  const { evidence } = classifier
  const firstPlaces = proof.proven || assume === 'spun' ? findFirstPlaces(evidence, text) : undefined
  const judged = { scripts, firstPlaces, setsScriptsApart: own.proven && assume === 'auto' }
  const isClean = assume === 'clean' || (assume === 'auto' && !proof.proven)
  if (isClean && (assume === 'clean' || !proof.tooShort)) {
    const untold = passages.map((passage) => ({ passage, odds: 0, spun: 0, decode: false }))
    return { proof, bySource, firstPlaces, passages: untold }
  }
  const odds = oddsIn(classifier, text, passages, judged)
  if (isClean) {
    // Of a text too short to tell, what no clean prose holds is restored all the same.
    const untold = passages.map((passage, index) => ({
      passage,
      odds: odds[index]!,
      spun: 0,
      decode: holdsUnheard(evidence, text, passage.start, passage.end),
    }))
    return { proof, bySource, firstPlaces, passages: untold }
  }
  const opens = (passage: number) => passages[passage]!.opensParagraph
  const first = smoothPassages(odds, opens, { share: 0.5, before: 0.5 })
  const share = decidedShare(passages, first)
  const spun = smoothPassages(odds, opens, { share, before: share })
  return {
    proof,
    bySource,
    firstPlaces,
    passages: passages.map((passage, index) => ({
      passage,
      odds: odds[index]!,
      spun: spun[index]!,
      decode: assume === 'spun' || spun[index]! >= leastSpun,
    })),
  }
}
