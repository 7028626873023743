/**
 * Fits what is enough of a document beside others of its source that are spun. As many pieces of spun texts as possible
 * are to be proven by the others of their folder, alone and beside as many clean ones. Of clean pieces, each of a register that
 * was left out of the counts, none may be proven among clean ones alone, and beside spun ones at most one in so many.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import type { Classifier } from '../../src/repair/detect/classify.js'
import type { SourceEvidence } from '../../src/repair/detect/source.js'
import { openSource, sourceEvidence } from '../../src/repair/detect/source.js'
import type { Detection } from '../../src/resources/repair-parameters.js'
import { seededRandom } from '../../tests/support/random.js'
import { cutPieces } from '../eval/folders.js'
import { keepPairs } from '../eval/made-sets.js'
import type { FittingSets } from './confidences.js'
import type { Choice } from './grid.js'
import { pairsOf, searchGrid } from './grid.js'
import { cutDocuments, leaveOut } from './left-out.js'

const cut = { shortest: 80, longest: 6000, charactersOfText: 3_000_000 }
/** Documents of a folder of one kind. */
const size = 40
/** Share of the pairs that a tool with a short list keeps. */
const shortList = 0.2
/** One clean piece in so many may be proven beside spun ones, in the register where most are. */
const mostProven = 1 / 2000
/** A clean piece too many costs more than all that could be found. */
const costOfHarm = 1e6

/** The values that are tried, the strictest first. */
const grid = {
  // One form by itself may be a label of all documents of the source.
  leastForms: [4, 3, 2],
  leastLikelihood: [4, 3.5, 3, 2.5, 2, 1.5, 1],
  least: [16, 14, 12, 11, 10, 9, 8, 7, 6],
}

type Evidence = SourceEvidence | null
type Folder = readonly Evidence[]

/** What a piece says under the loosest values. */
function evidenceIn(classifier: Classifier): (text: string) => Evidence {
  const source = {
    leastForms: Math.min(...grid.leastForms),
    leastLikelihood: Math.min(...grid.leastLikelihood),
    least: Math.min(...grid.least),
  }
  const loosest = { ...classifier, detection: { ...classifier.detection, source } }
  return (text) => sourceEvidence(loosest, text)
}

/** What the same piece says under other values. */
function under(evidence: Evidence, source: Detection['source']): Evidence {
  if (evidence === null || evidence.forms.length < source.leastForms) return null
  const marked = evidence.marked >= source.least ? evidence.marked : 0
  return evidence.likelihood < source.leastLikelihood && marked === 0 ? null : { ...evidence, marked }
}

/** How many documents of a folder the others prove, beside those of another folder. */
function provenIn(folder: Folder, others: Folder, source: Detection['source']): number {
  const opened = openSource<number>({ source })
  for (const [index, evidence] of [...folder, ...others].entries()) opened.add(index, under(evidence, source))
  return [...opened.provenByOthers()].filter((index) => index < folder.length).length
}

/** The same of all folders, each beside one of the others in their turn. */
function provenOf(
  folders: readonly Folder[],
  others: readonly Folder[],
  source: Detection['source'],
): number {
  return folders.reduce((sum, folder, at) => sum + provenIn(folder, others[at % others.length]!, source), 0)
}

const alone: readonly Folder[] = [[]]

/** The folders that the pieces fill. */
function foldersOf(pieces: Folder): Folder[] {
  const count = Math.floor(pieces.length / size)
  return Array.from({ length: count }, (_, index) => pieces.slice(index * size, (index + 1) * size))
}

/** The values under which most spun pieces are found at the harm that is allowed; clean pieces by register. */
export function searchSource(
  spun: readonly Folder[],
  clean: readonly (readonly Folder[])[],
): Detection['source'] {
  const all = clean.flat()
  const harmOf = (folders: readonly Folder[], source: Detection['source']) => {
    const documents = folders.reduce((sum, folder) => sum + folder.length, 0)
    // Where no document says anything, none is proven.
    const telling = folders.filter((folder) => folder.some((evidence) => evidence !== null))
    return (
      provenOf(telling, alone, source) + Math.max(0, provenOf(telling, spun, source) - documents * mostProven)
    )
  }
  const worthOf = (source: Choice<keyof typeof grid>) =>
    provenOf(spun, alone, source) +
    provenOf(spun, all.length === 0 ? alone : all, source) -
    costOfHarm * clean.reduce((sum, folders) => sum + harmOf(folders, source), 0)
  return searchGrid(grid, worthOf, 1, pairsOf(grid))
}

export async function fitSource(
  data: string,
  sets: FittingSets,
  resources: Resources,
): Promise<Detection['source']> {
  const { candidates } = resources
  const random = seededRandom(1)
  const evidenceOf = evidenceIn(candidates.classifier)
  const known = sets.get('spun-known')!
  const texts = [known, sets.get('spun-unseen')!, sets.get('wild-spun')!, sets.get('wild-half')!]
  const spun = [...texts, keepPairs(known, shortList, 1)].flatMap((set) =>
    foldersOf(
      set
        .flatMap((text) => cutPieces(text, random))
        .filter(({ gold }) => gold.some(({ kind }) => kind === 'swap'))
        .map(({ text }) => evidenceOf(text)),
    ),
  )
  const clean: Folder[][] = []
  for (const { name, candidates: left, paths } of leaveOut(data, resources, candidates.parameters)) {
    const ofPiece = evidenceIn(left.classifier)
    const pieces: Evidence[] = []
    for (const path of paths)
      for await (const text of cutDocuments(path, random, cut)) pieces.push(ofPiece(text))
    clean.push(foldersOf(pieces))
    console.log(
      `${name}: ${pieces.length} clean pieces, ${pieces.filter((one) => one !== null).length} with evidence`,
    )
  }
  return searchSource(spun, clean)
}
