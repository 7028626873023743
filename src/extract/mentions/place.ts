/**
 * The place that a sentence names before a figure, recognised by the ending of its name (青屏州, 清源市). There is no table
 * of places, so a name counts only after a comma or at the start of the sentence.
 */

import type { Reading } from '../reading.js'
import type { Mention } from './mention.js'

const placeName =
  /^[\u4e00-\u9fff]{2,6}?(?:自治区|自治州|自治县|省|市|县|区|州|乡|镇|村)(?![一-鿿]*(?:级|委|政府|局))/
/** 一是, 二要: what orders the sentences is no part of a name. */
const spokenLabel = /^[一二三四五六七八九十]{1,2}[是要则]/
const noPlace = /[的和与及全各本我多数个新]/

export function placeIn(reading: Reading, mention: Mention): string | null {
  const { start, end } = mention.sentence
  const opening = reading.text.slice(start, Math.min(end, start + 16)).trimStart()
  const match = placeName.exec(opening.replace(spokenLabel, ''))
  return match === null || noPlace.test(match[0]) ? null : match[0]
}
