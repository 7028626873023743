/** How fast every format is read: one long report in each of them, from the makers that the tests of readers use. */
import { readDocuments } from '../../src/readers/read.js'
import type { Sample } from '../../tests/readers/samples/formats.js'
import { samplesOf } from '../../tests/readers/samples/formats.js'
import { sampleReport } from '../../tests/readers/samples/report.js'
import type { RunLimits } from './measure.js'
import { processorTime } from './measure.js'

export interface ReaderCost {
  readonly format: string
  /** Of the text that came out. */
  readonly characters: number
  readonly milliseconds: number
}

async function measureReader({ bytes, path, name }: Sample, limits: RunLimits): Promise<ReaderCost> {
  let characters = 0
  let shortest = Number.POSITIVE_INFINITY
  for (let turn = 0; turn < limits.runs; turn++) {
    const start = processorTime()
    characters = 0
    for await (const { text } of readDocuments(bytes, { path })) characters += text.length
    shortest = Math.min(shortest, processorTime() - start)
  }
  return { format: name, characters, milliseconds: shortest }
}

/** Reads a report of about so many characters in each format. */
export async function measureReaders(characters: number, limits: RunLimits): Promise<ReaderCost[]> {
  const report = sampleReport('education-bureau-halfyear')
  const held = report.reduce((sum, { text }) => sum + text.length, 0)
  const lines = Array.from({ length: Math.ceil(characters / held) }, () => report).flat()
  const costs: ReaderCost[] = []
  for (const sample of samplesOf(lines)) costs.push(await measureReader(sample, limits))
  return costs
}
