/**
 * The baseline for quantities: Recognizers-Text, with all its models for Chinese numbers, percentages, money,
 * dimensions, ages and temperatures. Of several results over the same place the longest counts.
 */
import * as recognizers from '@microsoft/recognizers-text-suite'
import type { GoldReport } from './gold-document.js'

interface Result {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly value: string | null
}

export interface BaselineScore {
  found: number
  wanted: number
  detected: number
  valued: number
  united: number
}

const models = [
  recognizers.recognizeNumber,
  recognizers.recognizePercentage,
  recognizers.recognizeCurrency,
  recognizers.recognizeDimension,
  recognizers.recognizeAge,
  recognizers.recognizeTemperature,
]

/** Results of one text, line by line, for its cost grows with the square of a line. */
function recognise(text: string): Result[] {
  const results: Result[] = []
  let offset = 0
  for (const line of text.split('\n')) {
    for (const model of models) {
      for (const { start, end, text: found, resolution } of model(line, recognizers.Culture.Chinese)) {
        const value = (resolution as { value?: string } | undefined)?.value ?? null
        results.push({ start: offset + start, end: offset + end + 1, text: found, value })
      }
    }
    offset += line.length + 1
  }
  results.sort((a, b) => a.start - b.start || b.end - a.end)
  const longest: Result[] = []
  for (const result of results) if (result.start >= (longest.at(-1)?.end ?? 0)) longest.push(result)
  return longest
}

/** Whether a value is that of the gold, printed or scaled, with or without the percent sign. */
function isValue(value: string | null, gold: GoldReport['facts'][number]): boolean {
  if (value === null || gold.value === null) return false
  const number = Number(value.replace(/%$/, ''))
  const scale = gold.unit.startsWith('万') ? 1e4 : gold.unit.startsWith('亿') ? 1e8 : 1
  const wanted = Number(gold.value)
  return [wanted, wanted * scale].some((one) => Math.abs(one - number) <= 1e-9 * Math.max(1, Math.abs(one)))
}

/** Adds one clean text to the baseline's score. */
export function addBaseline(score: BaselineScore, text: string, { facts }: GoldReport): void {
  const results = recognise(text)
  score.found += results.length
  score.wanted += facts.length
  for (const gold of facts) {
    const result = results.find(({ start, end }) => start < gold.clean.end && gold.clean.start < end)
    if (result === undefined) continue
    score.detected++
    if (!isValue(result.value, gold)) continue
    score.valued++
    if (result.text.endsWith(gold.unit)) score.united++
  }
}
