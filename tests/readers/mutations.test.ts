/**
 * Damaged files of every format end in a document or in one clear code: never in a crash, never in a hang.
 * `MUTATIONS=1000 npx vitest run tests/readers/mutations.test.ts` tries more of them.
 */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { samplesOf } from './samples/formats.js'
import { xlsxOf } from './samples/office.js'
import { sampleReport, sampleTable } from './samples/report.js'

const rounds = Number(process.env.MUTATIONS ?? 25)
const slowest = 5_000
const boilerplate = loadBoilerplate()

/** Marsaglia's xorshift: the same numbers on every run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

type Random = ReturnType<typeof randomOf>

const mutations: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  function flipBits(bytes, random) {
    const flips = 1 + random(40)
    for (let at = 0; at < flips; at++) bytes[random(bytes.length)]! ^= 1 << random(8)
    return bytes
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, random(bytes.length))
  },
  function repeat(bytes, random) {
    const from = random(bytes.length)
    const piece = bytes.subarray(from, from + random(2000))
    return Buffer.concat([
      bytes.subarray(0, from),
      ...Array.from({ length: 1 + random(5) }, () => piece),
      bytes.subarray(from),
    ])
  },
  function unbalance(bytes, random) {
    const marks = ['<', '>', '</', '"', '|', '{', '\x00']
    const mark = Buffer.from(marks[random(marks.length)]!)
    const from = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, from), mark, bytes.subarray(from + random(3))])
  },
]

async function outcomeOf(bytes: Buffer, path: string): Promise<string> {
  try {
    for await (const document of readDocuments(bytes, { path })) layOut(document, boilerplate)
    return 'read'
  } catch (cause) {
    if (cause instanceof ProcessingError) return cause.code
    throw cause
  }
}

describe('damaged files', () => {
  const samples = samplesOf(sampleReport('water-power'))
  const workbook = { name: 'XLSX', path: 'a.xlsx', bytes: xlsxOf(sampleTable) }

  it.each([...samples, workbook].map((sample) => [sample.name, sample] as const))(
    '%s',
    async (name, { bytes, path }) => {
      const random = randomOf(name.length * 7919 + 1)
      for (let round = 0; round < rounds; round++) {
        const mutation = mutations[round % mutations.length]!
        const start = performance.now()
        await outcomeOf(mutation(Buffer.from(bytes), random), path)
        expect(performance.now() - start, `${mutation.name}, round ${round}`).toBeLessThan(slowest)
      }
    },
    600_000,
  )
})
