/** Words that may stand over the columns of a table in plain text. */
import { label, period } from './table-rows.js'

/** What is dated in a head: 2022年执行数, 1-6月, 2020年比2019年增长. */
const dates = /(?:19|20)\d\d年|\d{1,2}(?:[-—–]\d{1,2})?月/g
/** A note in brackets, which may hold a figure. */
const notes = /[（(][^（）()]*[）)]/g

/** Whether a word may be the head of a column: a period, or words with no figures but dates. */
export function isHeadWord(text: string): boolean {
  if (period.test(text)) return true
  const words = text.replace(notes, '').replace(dates, '')
  return label.test(text) && !/[\d：:。；]/.test(words)
}
