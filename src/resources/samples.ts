/** Garbled reports that ship, for a first look: some of those that this project wrote. */
import { readFileSync } from 'node:fs'
import { corpusPath } from './tsv.js'

/** Folders of `corpus/reports`; package.json ships what is read of them. */
const sampleIds = ['education-bureau-halfyear', 'finance-budget', 'transport-year'] as const

export interface Sample {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every sample, with the name of a text file. */
export function readSamples(): Sample[] {
  return sampleIds.map((id) => ({
    name: `${id}.txt`,
    bytes: readFileSync(corpusPath('reports', id, 'damaged.txt')),
  }))
}
