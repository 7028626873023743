/**
 * How fast every format is read: one long report in each of them, the own reports at their usual length, and tables,
 * from the makers that the tests of readers use.
 */
import { readDocuments } from '../../src/readers/read.js'
import type { Sample } from '../../tests/readers/samples/formats.js'
import { samplesOf, tablesOf } from '../../tests/readers/samples/formats.js'
import type { SampleLine } from '../../tests/readers/samples/report.js'
import { sampleReport, sampleTable } from '../../tests/readers/samples/report.js'
import type { RunLimits } from './measure.js'
import { processorTime } from './measure.js'

/** What one set of documents of a format took. */
export interface ReaderCost {
  /** Of the text that came out. */
  readonly characters: number
  readonly milliseconds: number
}

export interface FormatCosts {
  readonly format: string
  readonly long: ReaderCost
  /** Absent for tables, which are measured at one length. */
  readonly usual?: ReaderCost
}

type Input = Pick<Sample, 'path' | 'bytes'>

/** Parsers are compiled while they run: what the first runs take is no measure. */
const fewest = 4

async function measureReading(inputs: readonly Input[], limits: RunLimits): Promise<ReaderCost> {
  let characters = 0
  let shortest = Number.POSITIVE_INFINITY
  let spent = 0
  for (let turn = 0; turn < limits.runs && (turn < fewest || spent < limits.milliseconds); turn++) {
    const start = processorTime()
    characters = 0
    for (const { bytes, path } of inputs) {
      for await (const { text } of readDocuments(bytes, { path })) characters += text.length
    }
    const taken = processorTime() - start
    shortest = Math.min(shortest, taken)
    spent += taken
  }
  return { characters, milliseconds: shortest }
}

const lengthOf = (lines: readonly SampleLine[]) => lines.reduce((sum, { text }) => sum + text.length, 0)

/** Reads reports of about so many characters in each format, as one document and as documents of usual length. */
export async function measureReaders(characters: number, limits: RunLimits): Promise<FormatCosts[]> {
  const report = sampleReport('education-bureau-halfyear')
  const times = Math.ceil(characters / lengthOf(report))
  const usual = samplesOf(report)
  const costs: FormatCosts[] = []
  for (const [index, sample] of samplesOf(Array.from({ length: times }, () => report).flat()).entries()) {
    const documents = Array.from({ length: times }, () => usual[index]!)
    costs.push({
      format: sample.name,
      long: await measureReading([sample], limits),
      usual: await measureReading(documents, limits),
    })
  }
  const [head = [], ...rows] = sampleTable
  const perRow = rows.flat().join('').length / rows.length
  const table = [
    head,
    ...Array.from({ length: Math.ceil(characters / perRow / rows.length) }, () => rows).flat(),
  ]
  for (const sample of tablesOf(table)) {
    costs.push({ format: sample.name, long: await measureReading([sample], limits) })
  }
  return costs
}
