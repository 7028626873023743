/**
 * Damaged files of every format end in a document or in one clear code: never in a crash, never in a hang.
 * `MUTATIONS=1000 npx vitest run tests/readers/mutations.test.ts` tries more of them; `npm run
 * fuzz:readers` measures memory as well.
 */
import { describe, expect, it } from 'vitest'
import { processorTime } from '../../measure/bench/measure.js'
import { layOut } from '../../src/layout/layout.js'
import { ProcessingError } from '../../src/model/message.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { damageableSamples } from './samples/formats.js'
import { mutate } from './samples/mutations.js'

const rounds = Number(process.env.MUTATIONS ?? 24)
/** Milliseconds of the processor's time, which other work on the machine does not lengthen. */
const slowest = 10_000
const boilerplate = loadBoilerplate()

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
  it.each(damageableSamples().map((sample) => [sample.name, sample] as const))(
    '%s',
    async (name, { bytes, path }) => {
      for (let round = 0; round < rounds; round++) {
        const start = processorTime()
        await outcomeOf(mutate(bytes, round, name.length), path)
        expect(processorTime() - start, `round ${round}`).toBeLessThan(slowest)
      }
    },
  )
})
