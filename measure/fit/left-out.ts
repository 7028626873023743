/**
 * Registers that are left out of the counts, one after the other: their clean texts stand for the kinds of document that
 * nobody thought of. What a threshold must not prove spun is measured on them.
 */
import { createReadStream } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Resources } from '../../src/pipeline/resources.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { prepareCandidates } from '../../src/repair/decode/candidates.js'
import { loadWordCounts } from '../../src/resources/frequencies.js'
import type { RepairParameters } from '../../src/resources/repair-parameters.js'
import { corpusPaths } from '../lexicon/corpora.js'
import { registerTexts } from '../lexicon/registers.js'

/** How clean documents are cut, at paragraphs: their lengths, and the characters read of each text of a register. */
export interface Cut {
  readonly shortest: number
  readonly longest: number
  readonly charactersOfText: number
}

/** A register that the counts of `candidates` do not hold. */
export interface LeftOut {
  readonly name: string
  readonly candidates: Candidates
  /** Its texts. */
  readonly paths: readonly string[]
}

/** Each register, left out. */
export function* leaveOut(
  data: string,
  { candidates: { sources } }: Resources,
  parameters: RepairParameters,
): Generator<LeftOut> {
  const all = loadWordCounts()
  const paths = [...corpusPaths(join(data, 'corpora')), ...corpusPaths(join(data, 'corpora-general'))]
  for (const { name, texts } of registerTexts) {
    const left = all.registers.findIndex((register) => register.name === name)
    const counts = {
      registers: all.registers.toSpliced(left, 1),
      counts: new Map([...all.counts].map(([word, row]) => [word, row.toSpliced(left, 1)])),
    }
    const candidates = prepareCandidates({ ...sources, counts }, parameters)
    yield { name, candidates, paths: paths.filter((path) => texts.test(basename(path))) }
  }
}

/** Documents of various lengths, cut from a text. */
export async function* cutDocuments(
  path: string,
  random: () => number,
  { shortest, longest, charactersOfText }: Cut,
): AsyncGenerator<string> {
  let document = ''
  let read = 0
  const draw = () => shortest * (longest / shortest) ** random()
  let wanted = draw()
  for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
    document += `${line}\n`
    read += line.length
    if (document.length >= wanted) {
      yield document
      document = ''
      wanted = draw()
    }
    if (read >= charactersOfText) break
  }
}
