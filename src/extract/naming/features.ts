/**
 * What is known of a figure and of a candidate for its name, as numbers that decision trees ask about. Only words of the
 * text, the project's tables and counts of reports are asked: never the segmenter.
 */
import type { NounKind } from '../../resources/indicators.js'
import type { Attested } from '../../resources/naming.js'
import { cleanNoun, findHead, findKnown } from '../names/name.js'
import type { Candidate, Way } from './candidates.js'
import { coreKinds } from './core.js'
import { attestedOf, attestedTail, longestQualifier } from './divisions.js'
import { headKinds, type Owner, ownerKinds } from './owners.js'
import type { Place } from './place.js'

const measures = ['count', 'money', 'percent', 'other'] as const
const nounKinds: readonly NounKind[] = ['thing', 'person', 'event', 'action', 'amount', 'rate']
const ways: readonly Way[] = [
  ...coreKinds,
  ...ownerKinds.map((kind): Way => `owner:${kind}`),
  ...headKinds.map((kind): Way => `head:${kind}`),
]
const attestations = ['count', 'bare', 'neighbours', 'tail', 'tail-count', 'tail-bare', 'tail-neighbours']
const attestationNames = (of: string) => attestations.map((name) => `${of}:${name}`)

/** Nothing is said: no number of a feature. */
const nothing = -1
const flag = (is: boolean) => (is ? 1 : 0)

function pushCounts(out: number[], found: Attested | undefined): void {
  if (found === undefined) out.push(nothing, nothing, nothing)
  else out.push(Math.log1p(found.count), found.bare / (found.count + 10), Math.log1p(found.neighbours))
}

/** How often reports write the words, and the longest end of them that they write, before numbers. */
function pushAttestation(out: number[], words: string, { naming }: Place): void {
  const tail = attestedTail(words, naming)
  pushCounts(out, attestedOf(words, naming))
  out.push(tail.length)
  pushCounts(out, naming.tails.get(tail))
}

const placeNames = [
  'change',
  'part',
  'parent',
  'among',
  ...measures.map((measure) => `measure:${measure}`),
  'own-length',
  ...attestationNames('own'),
  'in-sentence',
  'in-paragraph',
  'bound',
  'break',
  'opens',
  'respective',
  'share',
  'changes',
  'same-unit',
  'same-sentence',
  'last-qualifier',
  'first-qualifier',
]

/** What does not depend on the candidate. */
function placeFeatures(place: Place): number[] {
  const { mention, context, index, first, mentions } = place
  const { quantity, phrase, role, change } = mention
  const before = mentions[index - 1]
  const out = [
    flag(role === 'change'),
    flag(role === 'part'),
    flag(mention.parent !== null),
    flag(phrase.among),
  ]
  for (const measure of measures) out.push(flag(quantity.measure === measure))
  out.push(mention.words.length)
  pushAttestation(out, mention.words, place)
  out.push(
    index - first,
    index,
    flag(context.isBound),
    flag(context.isBreak),
    flag(context.opensBehind),
    flag(phrase.respective),
    flag(phrase.shareOf !== null),
    change === null ? 0 : change.of === null ? 1 : 2,
    before === undefined ? nothing : flag(before.quantity.unit === quantity.unit),
    before === undefined ? nothing : flag(before.sentence === mention.sentence),
    before === undefined ? nothing : longestQualifier(place.named(index - 1).divisions).length,
    first >= index ? nothing : longestQualifier(place.named(first).divisions).length,
  )
  return out
}

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
const ownerNames = [
  'owner-length',
  'owner-distance',
  ...attestationNames('owner'),
  ...nounKinds.map((kind) => `owner-noun:${kind}`),
  'seam',
  'owners-before',
  'last-owner',
  'of-same-sentence',
  'of-breaks',
  'of-count',
  'same-end',
]

export const featureNames: readonly string[] = [...placeNames, ...candidateNames, ...ownerNames]

/** How many figures are looked at for the same name or the same owner. */
const reach = 12
const comparing = /[较比]|相比|同比|折合|去年|上年|同期|上周|本周/
const measureEnd = /[数额率量比值积长度重价]$/

function repeats(name: string): boolean {
  for (let at = 0; at + 2 <= name.length; at++) {
    if (name.indexOf(name.slice(at, at + 2), at + 2) >= 0) return true
  }
  return false
}

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

function pushOwner(out: number[], place: Place, { owner, core }: Candidate, words: string): void {
  const { mention, mentions, contexts, index, table } = place
  if (owner.words === '') {
    for (let at = 0; at < ownerNames.length; at++) out.push(nothing)
    return
  }
  const noun = findHead(owner.words, table)?.kind
  const isNamed = (at: number) => mentions[at]!.name.indicator.startsWith(owner.words)
  let named = 0
  for (let at = Math.max(0, index - reach); at < index; at++) named += flag(isNamed(at))
  const of = mentions[owner.of]
  let breaks = 0
  if (of !== undefined) {
    for (let at = Math.max(owner.of + 1, index - reach); at <= index; at++)
      breaks += flag(contexts[at]!.isBreak)
  }
  out.push(owner.words.length, owner.distance)
  pushAttestation(out, owner.words, place)
  for (const kind of nounKinds) out.push(flag(noun === kind))
  out.push(
    attestedTail(words, place.naming).length - core.words.length,
    named,
    index === 0 ? nothing : place.named(index - 1).stem === owner.words ? 2 : flag(isNamed(index - 1)),
    of === undefined ? nothing : flag(of.sentence === mention.sentence),
    breaks,
    of === undefined ? nothing : flag(of.quantity.measure === 'count'),
    flag(owner.words.at(-1) === core.words.at(-1)),
  )
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
