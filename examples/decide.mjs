/** Accepts what was only suggested, takes one change back, rejects another, and shows what the figures are called then. */
import { accept, processText, reject, revert } from 'huanyuan'

const text = '全县共有各级各类黉舍126所，此中小学98所。咱们要踊跃推动教导奇迹进展。'

/** The change of a word, in whatever record it stands. */
const changeOf = (record, word) => record.corrections.find(({ actual }) => actual === word)

let record = processText(text, { assume: 'spun' })
for (const change of record.corrections) {
  if (change.status === 'suggested') record = accept(record, change, { by: 'wang' })
}
record = revert(record, changeOf(record, '黉舍'))
record = reject(record, changeOf(record, '踊跃'), { by: 'wang' })

console.log(record.repaired.text)
for (const { indicator, value, unit } of record.facts) console.log(indicator, value, unit)
for (const { actual, replacement, status } of record.corrections) console.log(actual, replacement, status)
