/**
 * What is known of a figure and of a candidate for its name, as numbers that decision trees ask about. Only words of the
 * text, the project's tables and counts of reports are asked: never the segmenter.
 */
import { pairCount } from '../../model/code-pairs.js'
import { cleanNoun } from '../names/clean-noun.js'
import { findHead, findKnown } from '../names/heads.js'
import { attestationNames, flag, nothing, pushAttestation } from './attestation.js'
import { type Candidate, repeats, type Way } from './candidates.js'
import { coreKinds } from './core.js'
import { longestQualifier } from './divisions.js'
import { FeatureRow } from './feature-row.js'
import { ownerNames, pushOwner } from './owner-features.js'
import { headKinds, type Owner, ownerKinds } from './owners.js'
import type { Place } from './place.js'
import { placeNames, pushPlace } from './place-features.js'
import { unprintedIn } from './printed-characters.js'

const ways: readonly Way[] = [
  ...coreKinds,
  ...ownerKinds.map((kind): Way => `owner:${kind}`),
  ...headKinds.map((kind): Way => `head:${kind}`),
]
/** Where the flag of a way stands among those of all; kinds of cores are the first ways. */
const orderOf: ReadonlyMap<Way, number> = new Map(ways.map((way, order) => [way, order]))
const attestationsOfCore = attestationNames('core')
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
  ...attestationsOfCore,
  'last',
  'begins-with-own',
  'ends-with-own',
  'holds-own',
  'collisions',
  'unprinted',
  'in-one-piece',
  'least-pair',
  'seam-pair',
  'name-opens',
  'core-opens',
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

const placesOf = (names: readonly string[]) => names.map((name) => featureNames.indexOf(name))
/** Where those stand that all candidates for a figure share, and those that all with one core do. */
export const featuresOfPlace = placesOf([...placeNames, 'last-added'])
export const featuresOfCore = placesOf([
  ...coreKinds.map((kind) => `core:${kind}`),
  'cut',
  'core-distance',
  'core-length',
  ...attestationsOfCore,
  'core-opens',
])

/** How many figures are looked at for the same name. */
const reach = 12
const comparing = /[较比]|相比|同比|折合|去年|上年|同期|上周|本周/
/** Signs that say something of a name wherever they stand in it, and at its end; a bit each, by code unit. */
const sign = { digit: 1, comparing: 2, share: 4, list: 8, measureEnd: 16 }
const signs = new Uint8Array(0x10000)
const enter = (characters: string, bit: number) => {
  for (const character of characters) signs[character.charCodeAt(0)]! |= bit
}
enter('0123456789', sign.digit)
// Of each word that compares, one character.
enter('较比合年期周', sign.comparing)
enter('占', sign.share)
enter('、,和', sign.list)
enter('数额率量比值积长度重价', sign.measureEnd)

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

/** How often a clause that is no more than a name opens like these words, in logarithms. */
function opens({ naming: { tails } }: Place, words: string): number {
  if (words.length < 2) return nothing
  return Math.log1p(pairCount(tails.openings, words.charCodeAt(0), words.charCodeAt(1)))
}

/** How often reports write the least usual pair of characters, and the pair where two pieces meet, in logarithms. */
function pushPairs(row: FeatureRow, { naming: { tails } }: Place, words: string, seam: number): void {
  const countAt = (at: number) => pairCount(tails.pairs, words.charCodeAt(at), words.charCodeAt(at + 1))
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at + 2 <= words.length && least > 0; at++) least = Math.min(least, countAt(at))
  row.push(words.length < 2 ? 99 : Math.log1p(least))
  row.push(seam > 0 && seam < words.length ? Math.log1p(countAt(seam - 1)) : 20)
}

interface Windows {
  /** What is printed up to the figure and right behind it, of the paragraph, of the sentence, of the clause. */
  readonly paragraph: string
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
    paragraph: text.slice(from, right),
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

/** How the candidate came about, and what its words are; gives how long an end of them reports write. */
function pushMaking(row: FeatureRow, place: Place, candidate: Candidate, words: string): number {
  const { name, core } = candidate
  const noun = findHead(words, place.table)
  const known = findKnown(name.indicator, 'any', place.table)
  row.set(row.pushFlags(coreKinds.length) + orderOf.get(core.kind)!)
  const firstWay = row.pushFlags(ways.length)
  for (const way of candidate.ways) row.set(firstWay + orderOf.get(way)!)
  row.push(candidate.ways.length)
  row.push(flag(candidate.ways.includes('ruled')))
  row.push(core.cut)
  row.push(core.distance)
  row.push(core.words.length)
  row.push(words.length)
  row.push(noun?.noun.length ?? 0)
  row.push(flag(noun?.kind === 'rate'))
  row.push(known === undefined ? 0 : known.start === 0 ? 2 : 1)
  row.push(known?.start ?? nothing)
  const tail = pushAttestation(row, words, place)
  row.pushLasting(core, attestationsOfCore.length, () => pushAttestation(row, core.words, place))
  return tail
}

/** Which telling characters the words hold. */
function pushSigns(row: FeatureRow, words: string): void {
  let held = 0
  for (let at = 0; at < words.length; at++) held |= signs[words.charCodeAt(at)]!
  row.push(flag((held & sign.digit) !== 0))
  row.push(flag((held & sign.comparing) !== 0 && comparing.test(words)))
  row.push(flag((held & sign.share) !== 0))
  row.push(flag((held & sign.list) !== 0))
  row.push(flag((signs[words.charCodeAt(words.length - 1)]! & sign.measureEnd) !== 0))
}

/** How it stands to the text and to the names before. */
function pushFit(row: FeatureRow, place: Place, candidate: Candidate, words: string, around: Around): void {
  const { windows, own, last, lastAdded, opened } = around
  const { indicator } = candidate.name
  const ofOwn = (is: boolean) => (own === '' ? nothing : flag(is))
  const unprinted = unprintedIn(windows.paragraph, words)
  row.push(last === undefined ? nothing : flag(last.name.indicator === indicator))
  row.push(ofOwn(words.startsWith(own)))
  row.push(ofOwn(words.endsWith(own)))
  row.push(ofOwn(words.includes(own)))
  row.push(collisions(place, indicator))
  row.push(unprinted)
  // Words of which a character is not printed are nowhere in one piece.
  row.push(unprinted > 0 ? 0 : windows.clause.includes(words) ? 2 : flag(windows.sentence.includes(words)))
  pushPairs(row, place, words, seamOf(candidate))
  row.push(opens(place, words))
  row.push(opens(place, candidate.core.words))
  row.push(flag(repeats(words)))
  pushSigns(row, words)
  row.push(lastAdded)
  row.push(opened === '' ? nothing : flag(words.startsWith(opened)))
}

/** Gives the features of each candidate for one figure, in the order of `featureNames`; those of the next stand in their place. */
export function* featuresOf(place: Place, candidates: readonly Candidate[]): Generator<Float32Array> {
  const row = new FeatureRow(featureNames.length)
  const around = aroundOf(place)
  pushPlace(row, place)
  for (const candidate of candidates) {
    const { stem, indicator } = candidate.name
    const words = stem === '' ? indicator : stem
    row.rewind(placeNames.length)
    const tail = pushMaking(row, place, candidate, words)
    pushFit(row, place, candidate, words, around)
    pushOwner(row, place, candidate, tail)
    yield row.values
  }
}
