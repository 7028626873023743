/**
 * Names that the grammar of a sentence settles, whatever the trees make of the candidates: a like owner alone is of what the
 * clause before measures, a bare verb is of what was carried out, bare nouns are of the thing that their heading names.
 * Each rule is one that annotated texts of many kinds bear out; where none holds, the trees choose.
 */
import { findEnds, longestTail, usualNumbers } from '../../resources/tails.js'
import type { Mention } from '../mentions/mention.js'
import { findHead } from '../names/heads.js'
import type { Candidate } from './candidates.js'
import type { Place } from './place.js'
import { headingWords, labelOf, thinned } from './words.js'

/** Which of the candidates it is; -1 where a rule says nothing. */
type Rule = (place: Place, candidates: readonly Candidate[], own: string) => number

/** How many figures back the clause of the same form may stand. */
const reach = 3
const verbs: ReadonlySet<string | undefined> = new Set([undefined, 'event', 'action'])
const measures: ReadonlySet<string | undefined> = new Set(['amount', 'rate', 'event', 'action', 'road'])

/** The nearest figure of the sentence that is measured alike, with none but changes in between. */
function alikeBefore({ mention, mentions, index, first }: Place): number | undefined {
  for (let at = index - 1; at >= Math.max(first, index - reach); at--) {
    const other = mentions[at]!
    if (other.role === mention.role && other.quantity.unit === mention.quantity.unit) return at
    if (other.role !== 'change') return undefined
  }
  return undefined
}

/** What a qualifier is of, without the verb behind it: 国税部门 of 国税部门完成. */
const withoutVerb = (qualifier: string) => qualifier.replace(/(?:实现|完成|累计|达到){1,2}$/, '')

/** Owners of one kind: what they end in is the same. */
const isLike = (one: string, other: string) => one !== other && one.at(-1) === other.at(-1)

/** How much of the begin of a name is the end of some words: 医院 of 医院病床使用率, for 公立医院. */
function sharedEnd(own: string, stem: string): number {
  for (let size = own.length - 1; size > 1; size--) if (stem.startsWith(own.slice(-size))) return size
  return 0
}

/** 标准为每人 links a figure to its noun. */
const isNoun = (words: string) => words.length > 1 && !words.includes('为')

/** 乡镇卫生院6.2日 behind 县级医院平均住院日8.8日. */
const parallel: Rule = (place, candidates, own) => {
  const { mention, table, index, first } = place
  const { phrase, quantity, parent } = mention
  if (index === first || quantity.measure === 'count' || parent !== null) return -1
  if (phrase.shareOf !== null || phrase.respective || own.includes('、')) return -1
  const before = measures.has(findHead(own, table)?.kind) ? undefined : alikeBefore(place)
  if (before === undefined) return -1
  const { stem, divisions } = place.named(before)
  if (stem.startsWith(own)) return -1
  const like = divisions.filter(({ qualifier }) => isLike(withoutVerb(qualifier), own))
  const shared = sharedEnd(own, stem)
  const nouns = [...(shared > 0 ? [stem.slice(shared)] : []), ...like.map(({ noun }) => noun)]
  const places = nouns
    .filter(isNoun)
    .map((noun) => candidates.findIndex(({ name }) => name.indicator === own + noun))
  return places.find((at) => at >= 0) ?? -1
}

/** What was carried out, at the end of a clause; not what says how. */
const campaigns = /(?!深入|全面|持续|扎实|大力|积极|组织|开展|实施|推进)[^、]{2,10}(?:行动|战役|斗争)$/

/** A verb of two characters that is all the words that a figure has. */
function isBareVerb(place: Place, at: number): boolean {
  const own = thinned(place, place.ownOf(at))
  return own.length === 2 && verbs.has(findHead(own, place.table)?.kind)
}

/** 开展禁毒专项行动,批捕45人,起诉62人: what was carried out is what the bare verbs are of. */
const campaign: Rule = (place, candidates, own) => {
  const clause = place.lastClauses[0]
  if (clause === undefined) return -1
  for (let at = place.index; at >= place.first; at--) if (!isBareVerb(place, at)) return -1
  const words = thinned(place, clause)
  return candidates.findIndex(({ ways, name: { indicator } }) => {
    if (!ways.includes('owner:clause') && !ways.includes('owner:clause-part')) return false
    const owner = indicator.slice(0, Math.max(0, indicator.lastIndexOf(own)))
    return words.endsWith(owner) && campaigns.exec(owner)?.index === 0
  })
}

/** Nouns that stand alone before a number more rarely are always of something: 面积, 单产, 招生. */
const mostAlone = 0.21
const leastCount = 10
const ends = new Int32Array(longestTail + 1)

function isRelational({ naming: { tails }, table }: Place, words: string): boolean {
  const kind = findHead(words, table)?.kind
  if (kind === 'thing' || kind === 'person') return false
  findEnds(tails, words, ends)
  const usual = ends[words.length]! * usualNumbers
  if (usual < 0) return false
  return tails.usual[usual]! >= Math.log1p(leastCount) && tails.usual[usual + 1]! <= mostAlone
}

const longestBare = 5
const longestThing = 6
/** Several things, or a field of work. */
const fields =
  /[和与及、的\d]|(?:情况|工作|建设|管理|问题|安排|措施|概况|综合|成效|打算|保障|发展|生产|运行|经济|社会|环境)$/

/** Whether a heading names one thing; what is done or measured names none. */
function isThing({ table }: Place, heading: string): boolean {
  return (
    heading.length <= longestThing && !fields.test(heading) && !measures.has(findHead(heading, table)?.kind)
  )
}

/** What the names of institutions end in, which says no more of one than that it is one: 住院 under 甲医院 is not of 院. */
const institution = /[院校所站局馆场厂店园室部处]$/

/** 干茶产量 under 茶叶 says what it is of. */
function saysOwner(own: string, heading: string): boolean {
  const said = heading.replace(institution, '')
  return [...own].some((character) => said.includes(character))
}

const areOf = (mentions: readonly Mention[], heading: string) =>
  mentions.every(({ name, words }) => name.indicator.startsWith(heading) && !words.startsWith(heading))

/** 水稻 above 面积31.2万亩,单产512公斤: the first figure is of the heading, and so are others up to one that is not. */
const headed: Rule = (place, candidates, own) => {
  const { section, index, first, mentions } = place
  if (section.length === 0 || first > 0 || own.length > longestBare) return -1
  const heading = headingWords(section.at(-1)!)
  if (!isThing(place, heading) || saysOwner(own, heading)) return -1
  const isOf = index === 0 ? isRelational(place, own) : areOf(mentions.slice(0, index), heading)
  if (!isOf) return -1
  return candidates.findIndex(
    ({ name, ways, core }) =>
      core.kind === 'own' && ways.includes('owner:heading') && name.indicator.startsWith(heading + own),
  )
}

/** What was put before the own words of an earlier figure; '' where nothing was. */
function ownerPut(place: Place, at: number): string {
  const own = thinned(place, place.ownOf(at))
  const { stem } = place.named(at)
  return own.length > 1 && stem.endsWith(own) ? stem.slice(0, -own.length) : ''
}

/** 乡镇卫生院15所,床位320张,卫生人员410人: what the figure before took from the first one goes on to bare nouns. */
const followed: Rule = (place, candidates, own) => {
  const { mention, mentions, index, first } = place
  if (index < first + 2 || own.length > longestBare || mention.quantity.measure !== 'count') return -1
  if (mentions[index - 1]!.role === 'change') return -1
  const owner = ownerPut(place, index - 1)
  const isInstitution = place.named(first).stem === owner && mentions[first]!.quantity.measure === 'count'
  if (!isInstitution || mentions[first]!.quantity.unit === mention.quantity.unit) return -1
  return candidates.findIndex(
    ({ name, core, owner: put }) =>
      core.kind === 'own' && put.words === owner && name.indicator.startsWith(owner + own),
  )
}

/** 投标保证金：7万元: what stands before the colon is what the figure is called. */
function labelledAt(place: Place, candidates: readonly Candidate[]): number {
  const words = labelOf(place)
  if (words === '') return -1
  return candidates.findIndex(
    ({ core, owner, head, name }) =>
      core.kind === 'clause' && owner.kind === 'none' && head === null && name.indicator.startsWith(words),
  )
}

const rules = [parallel, campaign, headed, followed]

/** The candidate that grammar settles on; -1 where the trees are to choose. */
export function settledAt(place: Place, candidates: readonly Candidate[]): number {
  if (candidates.length < 2) return -1
  const labelled = labelledAt(place, candidates)
  if (labelled >= 0) return labelled
  if (place.own.start === place.own.end) return -1
  const own = thinned(place, place.own)
  if (own.length < 2) return -1
  for (const rule of rules) {
    const at = rule(place, candidates, own)
    if (at >= 0) return at
  }
  return -1
}
