/** Candidates for the name of a figure: cores, with owners before them or nouns behind them. */
import { isFraction } from '../../model/exact.js'
import type { Measure, Quantity } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun, isCutOff, isNameable, withoutCuts } from '../names/clean-noun.js'
import { findHead, isPersonNoun, suffixRow, term } from '../names/heads.js'
import { joinNames } from '../names/member.js'
import type { Name } from '../names/name.js'
import { printedName } from '../names/printed.js'
import type { Core, CoreKind } from './core.js'
import { clauseKinds, coreOf } from './core.js'
import { carriedCores, patternedCores, shareCores } from './earlier-cores.js'
import { exceptedCores } from './excepted-cores.js'
import { clauseCores, innerCores, ownCores, rightCores } from './own-cores.js'
import type { Head, Owner } from './owners.js'
import { headsOf, noOwner, ownersOf } from './owners.js'
import type { Place } from './place.js'
import { ratioCores } from './ratio-cores.js'
import { countedCores, rowCores } from './row-cores.js'

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

const longestCore = 40
const longestName = 44
/** Cores that an owner of an earlier figure may complete; to 'own' any owner may. */
const ownable: ReadonlySet<CoreKind> = new Set<CoreKind>(['own', 'right', 'share-short'])
/** Cores that the names of earlier figures give. */
export const ofEarlier: ReadonlySet<CoreKind> = new Set<CoreKind>([
  'aligned',
  'prefixed',
  'object',
  'carried',
])

/** Amounts that are of one measure and no other. */
const physical: readonly Measure[] = ['money', 'area', 'length', 'mass', 'volume', 'energy']

/** 播种面积 is no name of tons: what the words end in says another measure. */
function saysOther(words: string, measure: Measure, table: IndicatorTable): boolean {
  if (!physical.includes(measure)) return false
  return physical.some((other) => {
    const { thing } = suffixRow(table, other)!
    return other !== measure && thing.length > 1 && words.endsWith(thing)
  })
}

/**
 * No sum of money is one of persons, none is an area, and neither it nor a count is a rate, whose names stand with another
 * figure: 职工300人。产值5万元; 播种面积5万亩。收入80万元; 药占比28%。投入80万元.
 */
function isForeign({ mention: { quantity, role }, table }: Place, { kind, words }: Core): boolean {
  if (saysOther(words, quantity.measure, table)) return true
  if (!ofEarlier.has(kind)) return false
  if (quantity.measure === 'money' && isPersonNoun(words, table)) return true
  const isAmount = quantity.measure === 'money' || quantity.measure === 'count'
  return isAmount && role !== 'change' && findHead(words, table)?.kind === 'rate'
}

/** Names of the own clause as a whole, and what the rules made of it. */
const ofClause: ReadonlySet<CoreKind> = new Set<CoreKind>([...clauseKinds, 'ruled'])
const listing = /[、和与及]/

/** 高新技术产业和装备制造业增加值分别增长: each figure is of its piece, none of the list as a whole. */
function withoutLists({ mention: { phrase } }: Place, cores: readonly Core[]): readonly Core[] {
  const isOfRow = phrase.respective && cores.some(({ kind }) => kind === 'row' || kind === 'row-tail')
  return isOfRow ? cores.filter(({ kind, words }) => !ofClause.has(kind) || !listing.test(words)) : cores
}

/** 在监测的26个湖泊中 says among which things, and what is said of them: no figure is of 在监测. */
const among = /^在.+的$/

function withoutPlaces({ reading, own }: Place, cores: readonly Core[]): readonly Core[] {
  if (!among.test(reading.text.slice(own.start, own.end))) return cores
  const told = cores.filter(({ kind }) => kind === 'verb-right')
  return told.length > 0 ? told : cores
}

/** The name that the rules gave; where it is cut off or of another measure, what is left of it, or nothing if there are others. */
function ruledCores({ mention: { name, quantity }, table }: Place, hasOthers: boolean): Core[] {
  const isWrong = isCutOff(name.stem) || saysOther(name.indicator, quantity.measure, table)
  if (!hasOthers || !isWrong) return [coreOf('ruled', name.indicator)]
  const rest = withoutCuts(name.stem)
  const isRest = rest.length > 1 && rest !== name.stem && isNameable(rest) && !isCutOff(rest)
  return isRest ? [coreOf('own', rest, name.stem.length - rest.length)] : []
}

const summed = /[合总]计$/

/** 事业收入3万元,其他收入2万元,收入合计5万元: the sum of what is called so is named by none of what it adds up. */
function isNamedSum(place: Place): boolean {
  const { reading, context, own, index } = place
  if (index === 0 || !summed.test(reading.text.slice(own.start, context.left.end))) return false
  const noun = cleanNoun(reading.text.slice(own.start, own.end))
  const { stem } = place.named(index - 1)
  return noun !== '' && stem !== noun && stem.endsWith(noun)
}

function coresOf(place: Place): readonly Core[] {
  const told = [...exceptedCores(place), ...countedCores(place), ...ratioCores(place)]
  if (told.length > 0) return told
  const isSum = isNamedSum(place)
  const cores = [
    ...ownCores(place),
    ...innerCores(place),
    ...rightCores(place),
    ...clauseCores(place),
    ...patternedCores(place),
    ...carriedCores(place),
    ...rowCores(place),
    ...shareCores(place),
  ].filter(
    (core) =>
      isNameable(core.words) &&
      !isCutOff(core.words) &&
      core.words.length <= longestCore &&
      !(isSum && ofEarlier.has(core.kind)) &&
      !isForeign(place, core),
  )
  return withoutPlaces(place, withoutLists(place, [...cores, ...ruledCores(place, cores.length > 0)]))
}

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

function noteWay({ ways }: Found, way: Way): void {
  if (!ways.includes(way)) ways.push(way)
}

const saysShare = /占(?:比|了|约)?$/
const namesShare = /占|比[重例]/

/** 政府支出占26.7%: the figure is a share, not what has it. */
function withoutAmounts(place: Place, candidates: readonly Candidate[]): readonly Candidate[] {
  const { mention, reading, context } = place
  if (mention.quantity.measure !== 'percent' || mention.role === 'change') return candidates
  if (!saysShare.test(reading.text.slice(context.left.start, context.left.end))) return candidates
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
  const note = (name: Name, way: Way, core: Core, owner: Owner, head: Head | null): Found => {
    let candidate = found.get(name.indicator)
    if (candidate === undefined) {
      candidate = { name, core, owner, head, ways: [way] }
      found.set(name.indicator, candidate)
      return candidate
    }
    noteWay(candidate, way)
    // What the rules say of a name beside its words is worth keeping.
    if (way === 'ruled') candidate.name = name
    return candidate
  }
  // Several ways lead to the same words.
  const made = new Map<string, readonly Found[]>()
  const make = (words: string, way: Way, core: Core, owner: Owner, head: Head | null): Found[] => {
    const noun = cleanNoun(words)
    const printed = printedName(noun, quantity, table)
    const isShare = core.kind === 'share' || core.kind === 'share-short'
    const name = isShare ? { ...printed, head: term(table, 'percent').thing } : printed
    const own = note(name, way, core, owner, head)
    if (quantity.measure === 'count' || name.indicator === noun) return [own]
    return [own, note({ ...name, indicator: noun }, way, core, owner, head)]
  }
  const add = (words: string, way: Way, core: Core, owner = noOwner, head: Head | null = null) => {
    if (words.length > longestName) return
    const known = made.get(words)
    if (known === undefined) made.set(words, make(words, way, core, owner, head))
    else for (const candidate of known) noteWay(candidate, way)
  }
  const isSum = isNamedSum(place)
  const cores = coresOf(place)
  for (const core of cores) {
    if (core.kind === 'ruled') note(mention.name, 'ruled', core, noOwner, null)
    else if (core.kind === 'changed') note(mention.change!.of!.name, 'changed', core, noOwner, null)
    else add(core.words, core.kind, core)
  }
  const completed = cores.filter(({ kind }) => ownable.has(kind))
  const owners =
    completed.length === 0
      ? []
      : ownersOf(place).filter((owner) => !isCutInstitution(place, owner) && (!isSum || owner.of < 0))
  const heads = completed.some(({ kind }) => kind === 'own') ? headsOf(place) : []
  for (const core of completed) {
    for (const owner of owners) {
      if (owner === noOwner || core.words.startsWith(owner.words)) continue
      if (core.kind !== 'own' && owner.kind !== 'stem' && owner.kind !== 'qualifier') continue
      add(joinNames(owner.words, core.words), `owner:${owner.kind}`, core, owner)
    }
    if (core.kind !== 'own') continue
    for (const head of heads) {
      if (!core.words.endsWith(head.words))
        add(joinNames(core.words, head.words), `head:${head.kind}`, core, noOwner, head)
    }
  }
  return withoutAmounts(place, [...found.values()])
}
