/** Candidates for the name of a figure: cores, with owners before them or nouns behind them. */
import { isFraction } from '../../model/exact.js'
import type { Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun } from '../names/clean-noun.js'
import { term } from '../names/heads.js'
import { joinNames } from '../names/member.js'
import type { Name } from '../names/name.js'
import { printedName } from '../names/printed.js'
import type { Core, CoreKind } from './core.js'
import { coreOf } from './core.js'
import { coresOf, isNamedSum } from './cores.js'
import type { Head, Owner } from './owners.js'
import { headKinds, headsOf, noOwner, ownerKinds, ownersOf } from './owners.js'
import type { Place } from './place.js'
import { rowOf } from './row-cores.js'

/** A core, or how an owner or a noun is joined to one. */
export type Way = CoreKind | `owner:${Owner['kind']}` | `head:${Head['kind']}`

export interface Candidate {
  readonly name: Name
  /** What it is made of, by the first way that leads to it. */
  readonly core: Core
  readonly owner: Owner
  readonly head: Head | null
  /** Every way that leads to the same name, each once. */
  readonly ways: readonly Way[]
}

/** A candidate while others are looked for. */
interface Found extends Candidate {
  name: Name
  readonly ways: Way[]
}

/** Whether a name says two characters twice: 甲级病历甲级率. */
export function repeats(name: string): boolean {
  for (let at = 0; at + 3 < name.length; at++) {
    const first = name.charCodeAt(at)
    const second = name.charCodeAt(at + 1)
    for (let later = at + 2; later + 1 < name.length; later++) {
      if (name.charCodeAt(later) === first && name.charCodeAt(later + 1) === second) return true
    }
  }
  return false
}

const longestName = 44
/** Cores that an owner of an earlier figure may complete; to 'own' any owner may. */
const ownable: ReadonlySet<CoreKind> = new Set<CoreKind>(['own', 'right', 'share-short'])
/** What the name must be of: the figure itself, or what changed by it, of whatever measure. */
function measured({ quantity, role, change }: Place['mention']): Quantity {
  const isOwn = role !== 'change' || change?.kind === 'delta' || change?.kind === 'from-to'
  return isOwn ? quantity : { ...quantity, measure: 'other', unit: '' }
}

/**
 * Names that the rules composed: the rate at which a plan was met, a target, a fraction, how much faster something grew;
 * a rate that is named by the figures that it divides, if it says nothing twice.
 */
function isComposed(mention: Place['mention'], table: IndicatorTable): boolean {
  const { phrase, embedded, words, quantity, name, change, ratio, implicit } = mention
  const isFractional = quantity.value !== null && isFraction(quantity.value)
  if (phrase.fractionOf !== null || embedded || (isFractional && name.indicator !== '')) return true
  const isOfFigures = ratio !== null && change === null && implicit && phrase.shareOf === null
  if (isOfFigures && !repeats(name.indicator)) return true
  return words === term(table, 'growth').thing || name.head === term(table, 'plan').thing
}

function noteWays(candidate: Found, ways: readonly Way[]): void {
  for (const way of ways) if (!candidate.ways.includes(way)) candidate.ways.push(way)
}

const ownerWays = new Map(ownerKinds.map((kind) => [kind, `owner:${kind}` as const]))
const headWays = new Map(headKinds.map((kind) => [kind, [`head:${kind}` as const]]))

/** Owners of the same words: the first of them, and every way to them. */
interface Owning {
  readonly owner: Owner
  readonly ways: Way[]
}

function byWords(owners: readonly Owner[]): Owning[] {
  const found = new Map<string, Owning>()
  for (const owner of owners) {
    const way = ownerWays.get(owner.kind)!
    const known = found.get(owner.words)
    if (known === undefined) found.set(owner.words, { owner, ways: [way] })
    else if (!known.ways.includes(way)) known.ways.push(way)
  }
  return [...found.values()]
}

const saysShare = /占(?:比|了|约)?$/
const namesShare = /占|比[重例]/

/** 政府支出占26.7%, 占总数的21.4%、17.0%: the figure is a share, not what has it. */
function withoutAmounts(place: Place, candidates: readonly Candidate[]): readonly Candidate[] {
  const { mention, mentions, reading, context } = place
  if (mention.quantity.measure !== 'percent' || mention.role === 'change') return candidates
  const isSaid = saysShare.test(reading.text.slice(context.left.start, context.left.end))
  if (!isSaid && mentions[rowOf(place, true).first]!.phrase.shareOf === null) return candidates
  const shares = candidates.filter(({ name }) => namesShare.test(name.indicator))
  return shares.length > 0 ? shares : candidates
}

/** Units that count institutions. */
const institutions: ReadonlySet<string> = new Set(['所', '家'])

/** 社区卫生服务中心4所,床位60张: what an institution has is of all of its name. */
function isCutInstitution(place: Place, { of, words }: Owner): boolean {
  const unit = place.mentions[of]?.quantity.unit ?? ''
  if (!institutions.has(unit) || unit === place.mention.quantity.unit) return false
  const { stem } = place.named(of)
  return words.length < stem.length && stem.startsWith(words)
}

/** The candidates of one figure, each name once; there is at least the one that the rules gave it. */
export function candidatesOf(place: Place): readonly Candidate[] {
  const { mention, table } = place
  if (isComposed(mention, table)) {
    return [
      {
        name: mention.name,
        core: coreOf('ruled', ''),
        owner: noOwner,
        head: null,
        ways: ['ruled'],
      },
    ]
  }
  const quantity = measured(mention)
  const found = new Map<string, Found>()
  const note = (name: Name, core: Core, owner: Owner, head: Head | null): Found => {
    let candidate = found.get(name.indicator)
    if (candidate === undefined) {
      candidate = { name, core, owner, head, ways: [] }
      found.set(name.indicator, candidate)
    }
    return candidate
  }
  const make = (words: string, core: Core, owner: Owner, head: Head | null): Found[] => {
    const noun = cleanNoun(words)
    const printed = printedName(noun, quantity, table)
    const isShare = core.kind === 'share' || core.kind === 'share-short'
    const name = isShare ? { ...printed, head: term(table, 'percent').thing } : printed
    const own = note(name, core, owner, head)
    if (quantity.measure === 'count' || name.indicator === noun) return [own]
    return [own, note({ ...name, indicator: noun }, core, owner, head)]
  }
  // Several ways lead to the same words.
  const made = new Map<string, readonly Found[]>()
  const add = (
    words: string,
    ways: readonly Way[],
    core: Core,
    owner = noOwner,
    head: Head | null = null,
  ) => {
    if (words.length > longestName) return
    let candidates = made.get(words)
    if (candidates === undefined) {
      candidates = make(words, core, owner, head)
      made.set(words, candidates)
    }
    for (const candidate of candidates) noteWays(candidate, ways)
  }
  const isSum = isNamedSum(place)
  const cores = coresOf(place, isSum)
  for (const core of cores) {
    if (core.kind === 'ruled') {
      const candidate = note(mention.name, core, noOwner, null)
      // What the rules say of a name beside its words is worth keeping.
      candidate.name = mention.name
      noteWays(candidate, [core.kind])
    } else if (core.kind === 'changed') {
      noteWays(note(mention.change!.of!.name, core, noOwner, null), [core.kind])
    } else add(core.words, [core.kind], core)
  }
  const completed = cores.filter(({ kind }) => ownable.has(kind))
  const owners =
    completed.length === 0
      ? []
      : ownersOf(place).filter((owner) => !isCutInstitution(place, owner) && (!isSum || owner.of < 0))
  const ofOwn = byWords(owners)
  const ofOthers = byWords(owners.filter(({ kind }) => kind === 'stem' || kind === 'qualifier'))
  const heads = completed.some(({ kind }) => kind === 'own') ? headsOf(place) : []
  for (const core of completed) {
    const isOwn = core.kind === 'own'
    for (const { owner, ways } of isOwn ? ofOwn : ofOthers) {
      if (!core.words.startsWith(owner.words)) add(joinNames(owner.words, core.words), ways, core, owner)
    }
    if (!isOwn) continue
    for (const head of heads) {
      if (!core.words.endsWith(head.words))
        add(joinNames(core.words, head.words), headWays.get(head.kind)!, core, noOwner, head)
    }
  }
  return withoutAmounts(place, [...found.values()])
}
