/** The choices of names in annotated texts: the candidates of every figure, and which of them are right. */
import { type Chooser, ruledChooser } from '../../src/extract/naming/choose.js'
import { featuresOf } from '../../src/extract/naming/features.js'
import { processText } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import type { AnnotatedFact, AnnotatedText } from './gold.js'
import { isRightName } from './gold.js'

export interface Choice {
  readonly kind: string
  readonly features: readonly Float32Array[]
  readonly right: readonly boolean[]
}

/** What a chooser's choice for an annotated figure came to. */
export interface Outcome {
  readonly kind: string
  readonly text: string
  readonly wanted: string
  readonly chosen: string
  readonly likely: number
  readonly evidence: Float32Array
  readonly right: boolean
  /** Whether the name that the rules gave is right, and whether any candidate is. */
  readonly ruled: boolean
  readonly possible: boolean
}

/** Told of each annotated figure; what it says is chosen. */
type Annotated = (fact: AnnotatedFact | undefined, ...of: Parameters<Chooser>) => ReturnType<Chooser>

const overlap = (one: { start: number; end: number }, two: { start: number; end: number }) =>
  Math.min(one.end, two.end) - Math.max(one.start, two.start)

/** Reads a text twice: where its figures stand, and then with a chooser that knows the annotation of each. */
function readAnnotatedText({ text, facts }: AnnotatedText, resources: Resources, choose: Annotated): void {
  const options = { assume: 'clean', until: 'extract' } as const
  const found = processText(text, { ...options, resources }).facts.filter(({ cell }) => cell == null)
  const annotated = found.map((fact) => {
    const best = facts.reduce<AnnotatedFact | undefined>(
      (most, other) => (overlap(fact, other) > (most === undefined ? 0 : overlap(fact, most)) ? other : most),
      undefined,
    )
    return best === undefined || best.optional || best.rank ? undefined : best
  })
  let next = 0
  processText(text, {
    ...options,
    resources: { ...resources, choose: (place, candidates) => choose(annotated[next++], place, candidates) },
  })
}

/** The choices of a text, each made as the annotators say, so that later ones see right names before them. */
export function choicesOf(text: AnnotatedText, resources: Resources): Choice[] {
  const choices: Choice[] = []
  readAnnotatedText(text, resources, (fact, place, candidates) => {
    const ruled = ruledChooser(place, candidates)
    if (fact === undefined) return ruled
    const right = candidates.map(({ name }) => isRightName(name.indicator, fact))
    if (right.includes(true)) {
      const features = Array.from(featuresOf(place, candidates), (row) => row.slice())
      choices.push({ kind: text.kind, features, right })
    }
    return right.includes(true) ? { ...ruled, at: right.indexOf(true) } : ruled
  })
  return choices
}

/** What a chooser makes of a text, seeing its own names only. */
export function outcomesOf(text: AnnotatedText, resources: Resources, choose: Chooser): Outcome[] {
  const outcomes: Outcome[] = []
  readAnnotatedText(text, resources, (fact, place, candidates) => {
    const choice = choose(place, candidates)
    if (fact === undefined) return choice
    const isRight = (at: number) => isRightName(candidates[at]!.name.indicator, fact)
    outcomes.push({
      kind: text.kind,
      text: text.id,
      wanted: fact.indicator,
      chosen: candidates[choice.at]!.name.indicator,
      likely: choice.likely,
      evidence: choice.evidence!,
      right: isRight(choice.at),
      ruled: isRight(ruledChooser(place, candidates).at),
      possible: candidates.some((_, at) => isRight(at)),
    })
    return choice
  })
  return outcomes
}
