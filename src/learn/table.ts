/**
 * Infers the table of one tool from documents that it damaged, without their originals: expectation–maximisation over
 * documents, where each document is decoded with what the other ones have shown. Swaps that no table lists and that
 * several documents propose join the lexicon of the next round.
 * Invariant: the result depends only on the documents and their order.
 */
import type { LaidOutDocument } from '../model/document.js'
import { protectOffsets } from '../repair/decide/protected.js'
import type { Candidates } from '../repair/decode/candidates.js'
import { prepareCandidates } from '../repair/decode/candidates.js'
import type { Decoded } from '../repair/decode/decode.js'
import { provenByPeople } from '../repair/detect/proven-by-people.js'
import { openSource, sourceEvidence } from '../repair/detect/source.js'
import { restore } from '../repair/restore.js'
import { learnedPair, taughtTable } from '../repair/tool/taught-pairs.js'
import type { WordFrequencies } from '../resources/frequencies.js'
import { buildLexicon } from '../resources/lexicon.js'
import type { DocumentCounts, Totals } from './counts.js'
import { addCounts, countsOf, emptyTotals, warmStartWithout } from './counts.js'
import type { LearnedPair } from './judge.js'
import { judgePairs } from './judge.js'
import type { Sightings } from './sightings.js'
import { addSightings, pairKey } from './sightings.js'
import type { GrownPair, SeenWords } from './unexplained.js'
import { addSeenWords, explainUnexplained } from './unexplained.js'

export interface LearnOptions {
  /** Take the texts as spun instead of estimating it passage by passage. */
  readonly assume?: 'auto' | 'spun'
  /** Told before each document. */
  readonly onProgress?: (round: number, rounds: number, document: number) => void
}

/** The first round proposes, the second one settles what is listed, the third one what was proposed. */
const rounds = 3

/** Proposed pairs join the lexicon with this much probability mass, in so many documents. */
const leastProposed = 1.2
const leastDocuments = 2
/** Weight of a proposed pair among the values of its word: far below those that a table names. */
const proposedWeight = 0.15

interface Round {
  readonly candidates: Candidates
  readonly counts: readonly DocumentCounts[]
  readonly totals: Totals
  readonly sightings: Sightings
  readonly seen: SeenWords
}

function spunCharacters(decoded: Decoded): number {
  return decoded.passages.reduce((sum, { start, end, spun }) => sum + (end - start) * spun, 0)
}

/** Positions of the documents that the others prove; they are of one source. */
function provenByOthers(
  documents: readonly LaidOutDocument[],
  { classifier }: Candidates,
): ReadonlySet<number> {
  const source = openSource<number>(classifier.detection)
  documents.forEach(({ normalised }, index) => {
    source.add(index, sourceEvidence(classifier, normalised.text))
  })
  return source.provenByOthers()
}

function runRound(
  documents: readonly LaidOutDocument[],
  candidates: Candidates,
  last: Round | undefined,
  assume: 'auto' | 'spun',
  onDocument: (index: number) => void,
): Round {
  const { lexicon } = candidates
  const counts: DocumentCounts[] = []
  const totals = emptyTotals(lexicon)
  const sightings: Sightings = new Map()
  const seen: SeenWords = new Map()
  const proven = provenByOthers(documents, candidates)
  documents.forEach((document, index) => {
    onDocument(index)
    const { text } = document.normalised
    const warmStart = last === undefined ? undefined : warmStartWithout(last.totals, last.counts[index]!)
    const { decoded } = restore(candidates, text, {
      assume,
      sourceProven: proven.has(index) || provenByPeople(document, candidates.classifier, candidates.taught),
      protectedAt: protectOffsets(document, lexicon),
      ...(warmStart !== undefined && { warmStart }),
    })
    const own = countsOf(lexicon, decoded.tool, warmStart, spunCharacters(decoded))
    counts.push(own)
    addCounts(totals, own)
    addSightings(sightings, decoded, text, index)
    addSeenWords(seen, candidates, text, decoded)
  })
  return { candidates, counts, totals, sightings, seen }
}

/** What a round showed, in a lexicon that has grown by the pairs that it proposed. */
function grow(round: Round, frequencies: WordFrequencies): Round {
  const { candidates, sightings, totals, seen } = round
  const { lexicon, sources, parameters } = candidates
  const proposed = new Map<string, GrownPair>()
  for (const { standard, spun, mass, documents, isProposed } of sightings.values()) {
    if (!isProposed || mass < leastProposed || documents < leastDocuments) continue
    proposed.set(pairKey(standard, spun), { standard, spun, count: mass })
  }
  for (const pair of explainUnexplained(candidates, totals, seen, frequencies)) {
    const key = pairKey(pair.standard, pair.spun)
    if (!proposed.has(key)) proposed.set(key, pair)
  }
  for (const { standard, spun } of lexicon.entries) proposed.delete(pairKey(standard, spun))
  if (proposed.size === 0) return round
  const entries = [...proposed.values()].map((pair) => learnedPair(pair, proposedWeight, 'learned'))
  const grown = buildLexicon([...lexicon.entries, ...entries], lexicon)
  const before = emptyTotals(grown)
  before.used.set(totals.used)
  before.replaced.set(totals.replaced)
  before.survived.set(totals.survived)
  before.characters = totals.characters
  // What a proposal may account for is believed for one round, or nothing would ever begin to use it.
  ;[...proposed.values()].forEach(({ count }, index) => {
    const pair = lexicon.entries.length + index
    before.used[pair] = count
    before.replaced[grown.pairStandard[pair]!]! += count
  })
  return {
    ...round,
    candidates: prepareCandidates({ ...sources, lexicon: grown }, parameters),
    totals: before,
  }
}

/** The pairs that the documents' tool made, surest first among those of one word; words in code-unit order. */
export function learnTable(
  documents: readonly LaidOutDocument[],
  candidates: Candidates,
  frequencies: WordFrequencies,
  options: LearnOptions = {},
): LearnedPair[] {
  const { assume = 'auto', onProgress = () => {} } = options
  let last: Round | undefined
  for (let round = 1; round <= rounds; round++) {
    if (last !== undefined) last = grow(last, frequencies)
    const onDocument = (index: number) => onProgress(round, rounds, index)
    last = runRound(documents, last?.candidates ?? candidates, last, assume, onDocument)
  }
  const judged = judgePairs(candidates.lexicon, last!.candidates.lexicon, last!.totals, last!.sightings)
  return withDecisions(judged, candidates)
}

/** The pairs with those that people accepted, and without those that they rejected more often. */
function withDecisions(judged: readonly LearnedPair[], { taught, lexicon }: Candidates): LearnedPair[] {
  if (taught === undefined) return [...judged]
  const listed = new Map(lexicon.entries.map((entry) => [pairKey(entry.standard, entry.spun), entry]))
  const found = new Map(judged.map((pair) => [pairKey(pair.standard, pair.spun), pair]))
  for (const [key, { standard, spun, accepted, rejected }] of taught.pairs) {
    const count = accepted.length
    const confidence = count / (count + rejected.length)
    if (confidence < 0.5) found.delete(key)
    else if (!found.has(key)) {
      const entry = listed.get(key)
      const kind = entry?.kind ?? 'sibling'
      const isListed = entry !== undefined && entry.table !== taughtTable
      found.set(key, { standard, spun, kind, count, confidence, example: '', listed: isListed })
    }
  }
  return [...found.values()]
}
