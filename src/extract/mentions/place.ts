/**
 * The place that a sentence names before a figure, recognised by the ending of its name (青屏州, 清源市). There is no table
 * of places, so a name counts only at the start of the sentence, and where it holds no word that no place is called by:
 * 实施农村, 人均地区, 城镇.
 */

import type { Reading } from '../reading.js'
import type { Mention } from './mention.js'

const placeName =
  /^[\u4e00-\u9fff]{2,6}?(?:自治区|自治州|自治县|省|市|县|区|州|乡|镇|村)(?![一-鿿]*(?:级|委|政府|局))/
/** 一是, 二要: what orders the sentences is no part of a name. */
const spokenLabel = /^[一二三四五六七八九十]{1,2}[是要则]/
const noPlace = /[的和与及全各本我多数个新在对为由将把以使向从据第]|^自治[区州县]$/
/** How far the words that a place is not called by may reach behind it: 市场, 县域. */
const reach = 1

export function placeIn(reading: Reading, mention: Mention): string | null {
  const { start, end } = mention.sentence
  const opening = reading.text.slice(start, Math.min(end, start + 16)).trimStart()
  const words = opening.replace(spokenLabel, '')
  const match = placeName.exec(words)
  if (match === null || noPlace.test(match[0])) return null
  return reading.table.cues['no-place'].says(words.slice(0, match[0].length + reach)) ? null : match[0]
}
