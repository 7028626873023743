/** Which cores the name of a figure may have: those that are found, without what can be no name of it. */
import type { Measure } from '../../model/fact.js'
import type { IndicatorTable } from '../../resources/indicators.js'
import { cleanNoun, isCutOff, isNameable, withoutCuts } from '../names/clean-noun.js'
import { findHead, isPersonNoun, suffixRow } from '../names/heads.js'
import { announcedCores } from './announced-cores.js'
import { comparedCores } from './compared-cores.js'
import type { Core, CoreKind } from './core.js'
import { clauseKinds, coreOf, ofEarlier } from './core.js'
import { carriedCores, patternedCores, shareCores } from './earlier-cores.js'
import { exceptedCores } from './excepted-cores.js'
import { foremostCores } from './foremost-cores.js'
import { labelledCores } from './labelled-cores.js'
import { clauseCores, innerCores, ownCores, rightCores } from './own-cores.js'
import type { Place } from './place.js'
import { ratioCores } from './ratio-cores.js'
import { countedCores, listJoin, orderInList, pairedShareCores, rowCores } from './row-cores.js'
import { statedCores } from './stated-cores.js'

const longestCore = 40
/** Amounts that are of one measure and no other. */
const physical: readonly Measure[] = ['money', 'area', 'length', 'mass', 'volume', 'energy']

/** 播种面积 is no name of tons or of money: what the words end in says another measure. */
function saysOther(words: string, measure: Measure, table: IndicatorTable): boolean {
  if (!physical.includes(measure)) return false
  return physical.some((other) => {
    const { thing } = suffixRow(table, other)!
    return other !== measure && thing.length > 1 && words.endsWith(thing)
  })
}

/**
 * No sum of money is one of persons, and neither it nor a count is a rate, whose names stand with another figure:
 * 职工300人。产值5万元; 药占比28%。投入80万元.
 */
function isForeign({ mention: { quantity, role }, table }: Place, { kind, words }: Core): boolean {
  if (!ofEarlier.has(kind)) return false
  if (quantity.measure === 'money' && isPersonNoun(words, table)) return true
  const isAmount = quantity.measure === 'money' || quantity.measure === 'count'
  return isAmount && role !== 'change' && findHead(words, table)?.kind === 'rate'
}

/** Names of the own clause as a whole, and what the rules made of it. */
const ofClause: ReadonlySet<CoreKind> = new Set<CoreKind>([...clauseKinds, 'ruled'])

const ofRow: ReadonlySet<CoreKind> = new Set<CoreKind>(['row', 'row-tail', 'row-before'])

/** 高新技术产业和装备制造业增加值分别增长: each figure is of its piece, none of the list as a whole or of its end. */
function withoutLists(place: Place, cores: readonly Core[]): readonly Core[] {
  const pieces = cores.filter(({ kind }) => ofRow.has(kind))
  if (pieces.length === 0) return cores
  if (orderInList(place) < 0) {
    const isOfRow = place.mention.phrase.respective
    return isOfRow ? cores.filter(({ kind, words }) => !ofClause.has(kind) || !listJoin.test(words)) : cores
  }
  const words = new Set(pieces.map((core) => core.words))
  return cores.filter((core) => ofRow.has(core.kind) || (core.kind === 'ruled' && words.has(core.words)))
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
export function isNamedSum(place: Place): boolean {
  const { reading, context, own, index } = place
  if (index === 0 || !summed.test(reading.text.slice(own.start, context.left.end))) return false
  const noun = cleanNoun(reading.text.slice(own.start, own.end))
  const { stem } = place.named(index - 1)
  return noun !== '' && stem !== noun && stem.endsWith(noun)
}

/** Whether some words can be the name of a figure of its measure; each is asked about once. */
function canName({ mention, table }: Place): (words: string) => boolean {
  const asked = new Map<string, boolean>()
  return (words) => {
    let can = asked.get(words)
    if (can === undefined) {
      can =
        words.length <= longestCore &&
        isNameable(words) &&
        !isCutOff(words) &&
        !saysOther(words, mention.quantity.measure, table)
      asked.set(words, can)
    }
    return can
  }
}

/** The cores of one figure; those of earlier ones are none of what is `isSum`, their sum. */
export function coresOf(place: Place, isSum: boolean): readonly Core[] {
  const told = [
    ...exceptedCores(place),
    ...announcedCores(place),
    ...countedCores(place),
    ...pairedShareCores(place),
    ...ratioCores(place),
    ...foremostCores(place),
    ...comparedCores(place),
    ...statedCores(place),
    ...labelledCores(place),
  ]
  if (told.length > 0) return told
  const isName = canName(place)
  const cores = [
    ...ownCores(place),
    ...innerCores(place),
    ...rightCores(place),
    ...clauseCores(place),
    ...patternedCores(place),
    ...carriedCores(place),
    ...rowCores(place),
    ...shareCores(place),
  ].filter((core) => isName(core.words) && !(isSum && ofEarlier.has(core.kind)) && !isForeign(place, core))
  return withoutPlaces(place, withoutLists(place, [...cores, ...ruledCores(place, cores.length > 0)]))
}
