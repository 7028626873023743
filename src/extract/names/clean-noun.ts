/** The words of a name without the signs around them, and whether they can be one. */

import { isHan } from '../../numerals/characters.js'

/** Names longer than this are clauses, of which the end says what is measured. */
const longestName = 36

/**
 * 及 of 及格, 惠及 and 普及 is part of a word, and so is 和 of 和谐 and 总和, 与 of 参与. The first sides of 345×225×590mm are none of
 * the name.
 */
const cleanStart = /^(?:[\s、,"':·•-]|和(?![谐解睦])|与(?!会)|的(?!士)|及(?![格时早第]))+/
const cleanEnd =
  /(?:[\s、,"':·•的×*+-]|(?<![总饱缓温])和|(?<![参赠])与|(?<![惠普涉波危])及|[\d.]{1,9}[×*]){1,8}$/

/** By which coverage or prices something is measured: two figures that differ in it measure different things. */
const basis = /^[^,;]{1,5}(?:口径|价格?)$/

/** The bracket with a basis that a name ends in: (同口径) of 预算收入(同口径). */
export function basisAt(noun: string): string {
  if (!noun.endsWith(')')) return ''
  const start = noun.lastIndexOf('(')
  return start > 0 && basis.test(noun.slice(start + 1, -1)) ? noun.slice(start) : ''
}

/** Brackets with a word, a sign or the basis of measurement (同口径, 现价) are part of a name; longer ones explain it. */
function dropAsides(noun: string): string {
  return noun.replace(/\(([^()]*)\)/g, (all, inside: string) =>
    inside.length <= 2 || /^[A-Za-z0-9.]+$/.test(inside) || basis.test(inside) ? all : '',
  )
}

/** The end of a bracket that opens before these words, which are cut off there: 直辖市)受灾. */
const openedBefore = /^[^()]*\)/

/** Signs that may have to go, wherever they stand; words that have to at the two ends. */
const [sign, joint] = [1, 2]
const toClean = new Uint8Array(0x10000)
const signs =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff、,()"\'“”:·•×*+-'
for (const character of signs) toClean[character.charCodeAt(0)] = sign
for (const character of '和与及的') toClean[character.charCodeAt(0)] = joint

function mayNeedCleaning(words: string): boolean {
  if (words === '') return false
  if (toClean[words.charCodeAt(0)] === joint || toClean[words.charCodeAt(words.length - 1)] === joint)
    return true
  for (let at = 0; at < words.length; at++) if (toClean[words.charCodeAt(at)] === sign) return true
  return false
}

/** The words of a name without the signs around them. */
export function cleanNoun(words: string): string {
  if (words.length <= longestName && !mayNeedCleaning(words)) return words
  const trimmed = dropAsides(words)
    .replace(openedBefore, '')
    .replace(cleanStart, '')
    .replace(cleanEnd, '')
    .replace(/\s+/g, '')
  const isPaired = trimmed.includes('“') === trimmed.includes('”')
  const cleaned = isPaired ? trimmed : trimmed.replace(/[“”]/g, '')
  return cleaned.length > longestName ? cleaned.slice(-longestName) : cleaned
}

/** Whether words can be a name: they have a letter, and no quotation marks around nothing, out of which a date was taken. */
export function isNameable(words: string): boolean {
  return (isHan(words.charCodeAt(0)) || /\p{L}/u.test(words)) && !words.includes('“”')
}

/** What no name ends in: what joins it to words behind it, times, and places in an order (居城市榜首). 自由, 参与, 惠及 and the like are words of their own. */
const openEnd =
  /(?:正在|不[得应宜能可]|[以把从于虽但仍却且或了又即不也]|(?<![原规细准守法总])则|偏[高低大小多少快慢]|(?<![衣附])着|(?<![自理事缘])由|(?<!甚)至|(?<![参赠])与|(?<![惠普涉波遍])及|(?<![合撤归兼])并|(?<![存所])在|(?<![出转避礼])让|(?<![植棉])被|(?<![大天])使|[今去前明当]年|目前|如今|现在|其中|榜首|首位|前[列茅])$/
/** What no name begins with: what belongs to a verb before it, or joins it to a clause before it. 了解, 就业, 还款 are words. */
const openStart =
  /^(?:[也又却虽但着]|或(?![有许然])|了(?![解结])|就(?![业医诊读近学餐地])|还(?![款贷本迁林建书债息清原乡])|是(?!否)|其(?![他它余]))/
/** What a figure is compared with is not what it measures: 较去年同期, 与上一季度相比. 较大 and 比重 are words. */
const compared = /^(?:较(?![大小高低多少好强重长快慢])|比(?![例重率值赛分武热])|[同环]比)|相比/

/** Whether words are cut off where a name could not end or begin (球以, 了保险), or say what is compared. */
export function isCutOff(words: string): boolean {
  return openEnd.test(words) || openStart.test(words) || compared.test(words)
}

/** Words without what cuts them off: 改判率 of 改判率虽. */
export function withoutCuts(words: string): string {
  return words.replace(openStart, '').replace(openEnd, '')
}
