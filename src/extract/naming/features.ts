/**
 * What is known of a figure and of a candidate for its name, as numbers that decision trees ask about. Only words of the
 * text, the project's tables and counts of reports are asked: never the segmenter.
 */
import { cleanNoun, findHead, findKnown } from '../names/name.js'
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import { type Candidate, repeats, type Way } from './candidates.js'
import { coreKinds } from './core.js'
import { longestQualifier } from './divisions.js'
import { ownerNames, pushOwner } from './owner-features.js'
import { headKinds, type Owner, ownerKinds } from './owners.js'
import type { Place } from './place.js'
import { placeFeatures, placeNames } from './place-features.js'

const ways: readonly Way[] = [
  ...coreKinds,
  ...ownerKinds.map((kind): Way => `owner:${kind}`),
  ...headKinds.map((kind): Way => `head:${kind}`),
]
const candidateNames = [
  ...coreKinds.map((kind) => `core:${kind}`),
  ...ways.map((way) => `way:${way}`),
  'ways',
  'ruled',
  'cut',
  'core-distance',
  'core-length',
  'length',
  'noun-length',
  'noun-rate',
  'known',
  'known-rest',
  ...attestationNames('name'),
  ...attestationNames('core'),
  'last',
  'begins-with-own',
  'ends-with-own',
  'holds-own',
  'collisions',
  'unprinted',
  'in-one-piece',
  'least-pair',
  'seam-pair',
  'repeats',
  'digits',
  'compares',
  'share-word',
  'listed',
  'measure-end',
  'last-added',
  'holds-first',
]
export const featureNames: readonly string[] = [...placeNames, ...candidateNames, ...ownerNames]

/** How many figures are looked at for the same name. */
const reach = 12
const comparing = /[较比]|相比|同比|折合|去年|上年|同期|上周|本周/
const measureEnd = /[数额率量比值积长度重价]$/

/** How many figures before have this name, time and measure, but another value. */
function collisions({ mentions, index, mention }: Place, name: string): number {
  if (mention.role === 'change') return 0
  let count = 0
  for (let at = Math.max(0, index - reach); at < index; at++) {
    const other = mentions[at]!
    if (other.role === 'change' || other.name.indicator !== name) continue
    if (other.quantity.measure !== mention.quantity.measure || other.quantity.text === mention.quantity.text)
      continue
    count += flag(other.period?.text === mention.period?.text)
  }
  return count
}

/** How often reports write the least usual pair of characters, and the pair where two pieces meet, in logarithms. */
function pairs({ naming }: Place, words: string, seam: number): [number, number] {
  const countAt = (at: number) => Math.log1p(naming.pairs.get(words.slice(at, at + 2)) ?? 0)
  let least = 99
  for (let at = 0; at + 2 <= words.length; at++) least = Math.min(least, countAt(at))
  return [least, seam > 0 && seam < words.length ? countAt(seam - 1) : 20]
}

interface Windows {
  /** What is printed up to the figure and right behind it, of the paragraph, of the sentence, of the clause. */
  readonly paragraph: ReadonlySet<string>
  readonly sentence: string
  readonly clause: string
}

/** So far before a figure and behind it. */
const longestWindow = 160
const longestBehind = 40

function windowsOf({ reading: { text }, mention, mentions, context }: Place): Windows {
  const { start, end } = context.quantity
  const from = Math.max(mentions[0]!.sentence.start, start - longestWindow)
  const right = Math.min(context.right.end, end + longestBehind)
  return {
    paragraph: new Set(text.slice(from, right)),
    sentence: text.slice(Math.max(from, mention.sentence.start), right),
    clause: text.slice(Math.max(from, context.left.start), right),
  }
}

function seamOf({ owner, core, head }: { owner: Owner; core: Candidate['core']; head: unknown }): number {
  if (owner.words !== '') return owner.words.length
  return head === null ? 0 : core.words.length
}

/** What the candidates of one figure are compared with. */
interface Around {
  readonly windows: Windows
  readonly own: string
  readonly last: Place['mention'] | undefined
  readonly lastAdded: number
  /** What the first name of the sentence opens with. */
  readonly opened: string
}

function aroundOf(place: Place): Around {
  const { mention, mentions, index, first } = place
  const last = mentions[index - 1]
  return {
    windows: windowsOf(place),
    own: cleanNoun(mention.words),
    last,
    lastAdded: last === undefined ? nothing : last.name.indicator.length - last.words.length,
    opened: first < index ? longestQualifier(place.named(first).divisions) : '',
  }
}

/** How the candidate came about, and what its words are. */
function pushMaking(out: number[], place: Place, candidate: Candidate, words: string): void {
  const { name, core } = candidate
  const noun = findHead(words, place.table)
  const known = findKnown(name.indicator, 'any', place.table)
  for (const kind of coreKinds) out.push(flag(core.kind === kind))
  for (const way of ways) out.push(flag(candidate.ways.has(way)))
  out.push(
    candidate.ways.size,
    flag(candidate.ways.has('ruled')),
    core.cut,
    core.distance,
    core.words.length,
    words.length,
    noun?.noun.length ?? 0,
    flag(noun?.kind === 'rate'),
    known === undefined ? 0 : known.start === 0 ? 2 : 1,
    known?.start ?? nothing,
  )
  pushAttestation(out, words, place)
  pushAttestation(out, core.words, place)
}

/** How it stands to the text and to the names before. */
function pushFit(out: number[], place: Place, candidate: Candidate, words: string, around: Around): void {
  const { windows, own, last, lastAdded, opened } = around
  const { indicator } = candidate.name
  const ofOwn = (is: boolean) => (own === '' ? nothing : flag(is))
  let unprinted = 0
  for (const character of words) unprinted += flag(!windows.paragraph.has(character))
  const [least, seam] = pairs(place, words, seamOf(candidate))
  out.push(
    last === undefined ? nothing : flag(last.name.indicator === indicator),
    ofOwn(words.startsWith(own)),
    ofOwn(words.endsWith(own)),
    ofOwn(words.includes(own)),
    collisions(place, indicator),
    unprinted,
    windows.clause.includes(words) ? 2 : flag(windows.sentence.includes(words)),
    least,
    seam,
    flag(repeats(words)),
    flag(/\d/.test(words)),
    flag(comparing.test(words)),
    flag(words.includes('占')),
    flag(/[、,和]/.test(words)),
    flag(measureEnd.test(words)),
    lastAdded,
    opened === '' ? nothing : flag(words.startsWith(opened)),
  )
}

/** The features of each candidate for one figure, in the order of `featureNames`. */
export function featuresOf(place: Place, candidates: readonly Candidate[]): Float32Array[] {
  const common = placeFeatures(place)
  const around = aroundOf(place)
  return candidates.map((candidate) => {
    const { stem, indicator } = candidate.name
    const words = stem === '' ? indicator : stem
    const out = common.slice()
    pushMaking(out, place, candidate, words)
    pushFit(out, place, candidate, words, around)
    pushOwner(out, place, candidate, words)
    return Float32Array.from(out)
  })
}
