/**
 * What the documents of one source prove together: a short document shows too little by itself, but beside others that
 * one tool has spun, less is enough. A document is proven by its source only where its own forms speak for it, and
 * where other documents of the source hold some of them; a clean one among spun ones holds too few.
 * Source of the method: posterior odds, with the share of spun documents among the others of the source as the prior.
 * Invariant: the result depends on the documents alone, not on their order.
 */
import type { Detection } from '../../resources/repair-parameters.js'
import type { Classifier } from './classify.js'
import type { Passage } from './passages.js'
import { findPassages } from './passages.js'
import { markedBy, proveSpun, weighProof } from './proof.js'
import { findSections } from './sections.js'

/** What a document says for its having been spun. Of most clean documents there is none. */
export interface SourceEvidence {
  /** Whether the document is proven by itself. */
  readonly proven: boolean
  /** How much likelier it is spun than clean, in nats, and by its markers alone; this is 0 in an unknown register. */
  readonly likelihood: number
  readonly marked: number
  /** Its distinct markers and their weights in nats, in the order of their numbers. */
  readonly forms: readonly (readonly [form: number, nats: number])[]
}

const rounded = (nats: number) => Math.round(nats * 1000) / 1000

function readSection(
  { evidence, detection, fitOf }: Classifier,
  text: string,
  section: readonly Passage[],
): SourceEvidence | null {
  const { source, known, mostPerForm } = detection
  const weighed = weighProof(evidence, text, section, detection)
  if (weighed.forms.length < source.leastForms) return null
  let fit: number | undefined
  const askFit = () => {
    fit ??= fitOf(section.map(({ start, end }) => text.slice(start, end)))
    return fit
  }
  const stretch = markedBy(weighed, detection)
  const marked = stretch >= source.least && askFit() >= known.fit ? stretch : 0
  if (weighed.likelihood < source.leastLikelihood && marked === 0) return null
  const { proven } = proveSpun(evidence, text, section, detection, askFit)
  const weightOf = (form: number) => rounded(Math.min(mostPerForm, evidence.markers[form]!))
  return {
    proven,
    likelihood: rounded(weighed.likelihood),
    marked: rounded(marked),
    forms: weighed.forms.map((form) => [form, weightOf(form)]),
  }
}

/** What a document says, by the section that says most; null where it neither proves nor can be proven by others. */
export function sourceEvidence(classifier: Classifier, text: string): SourceEvidence | null {
  let best: SourceEvidence | null = null
  for (const section of findSections(findPassages(text))) {
    const found = readSection(classifier, text, section)
    if (found === null || (best?.proven && !found.proven)) continue
    const isMore = best === null || (found.proven && !best.proven) || found.likelihood > best.likelihood
    if (isMore) best = found
  }
  return best
}

/** Documents with the same markers are copies, or share a frame of their site: they witness as one. */
const witnessOf = ({ forms }: SourceEvidence) => forms.map(([form]) => form).join(' ')

/** So many witnesses make a source of which no document is proven by itself. */
const leastWitnesses = 3
/** Distinct markers that the documents of a source hold together: fewer are labels, or the frame of a site. */
const leastVariety = 6

/** The documents of one source, by some id. */
export interface Source<Id> {
  add(id: Id, evidence: SourceEvidence | null): void
  /** Ids of documents that the others prove, and that do not prove themselves. */
  provenByOthers(): ReadonlySet<Id>
}

/** Opens a source without documents. Memory: that of the documents that have evidence. */
export function openSource<Id>({ source }: Pick<Detection, 'source'>): Source<Id> {
  let documents = 0
  const found = new Map<Id, SourceEvidence>()
  const provenByOthers = () => {
    const proven = new Set<Id>()
    const witnesses = new Map([...found.values()].map((evidence) => [witnessOf(evidence), evidence]))
    /** Witnesses that hold a form. */
    const holders = new Map<number, number>()
    for (const { forms } of witnesses.values())
      for (const [form] of forms) holders.set(form, (holders.get(form) ?? 0) + 1)
    const isAnyProven = [...found.values()].some((evidence) => evidence.proven)
    if (witnesses.size < (isAnyProven ? 2 : leastWitnesses) || holders.size < leastVariety) return proven
    // How much rarer spun documents are than clean ones among the others, of which one more of each is presumed.
    const spun = witnesses.size - 1
    const rarity = Math.max(0, Math.log((documents - spun) / (spun + 1)))
    for (const [id, { proven: isProven, likelihood, marked, forms }] of found) {
      if (isProven) continue
      const shared = forms.filter(([form]) => holders.get(form)! > 1)
      const sharedNats = shared.reduce((sum, [, nats]) => sum + nats, 0)
      const isLikely = shared.length > 0 && likelihood >= source.leastLikelihood + rarity
      if (isLikely || Math.min(marked, sharedNats) >= source.least + rarity) proven.add(id)
    }
    return proven
  }
  return {
    add(id, evidence) {
      documents++
      if (evidence !== null) found.set(id, evidence)
    },
    provenByOthers,
  }
}
