/** What a stream of lines costs beside the work on its texts: in proportion to its bytes, whatever its lines are. */
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { answerLines } from '../../src/dataset/answer-lines.js'
import { readLinesOf } from '../../src/dataset/stream-lines.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { growthOf, mostGrowth } from '../support/growth.js'

const patience = 300_000
/** Bytes of a piece of a stream, as pipes give them. */
const usualPiece = 65_536

function* piecesOf(text: string, length: number): Generator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

interface Streamed {
  readonly text: string
  readonly piece?: number
  readonly emit?: string
  readonly maxBytes?: number
}

/** Reads and answers all lines; the record of a text is that text. */
async function answer({ text, piece = usualPiece, emit, maxBytes = 1e9 }: Streamed): Promise<void> {
  const lines = readLinesOf(Readable.from(piecesOf(text, piece)), maxBytes, new AbortController().signal)
  await answerLines(lines, {
    language: 'en',
    encoding: 'utf-8',
    maxBytes,
    lanes: 8,
    idField: 'id',
    emit,
    async recordsOf(bytes) {
      const value: unknown = JSON.parse(Buffer.from(bytes).toString())
      const own = typeof value === 'string' ? value : (value as { readonly text: string | string[] }).text
      const record = { origin: {}, messages: [], repaired: { text: [own].flat().join('\n') } }
      return [record as unknown as DocumentRecord]
    },
    stops: () => false,
    write: async () => {},
  })
}

const fact = '全县共有学校98所。'
const many = <T>(count: number, one: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => one(at))

const shapes: Readonly<Record<string, (count: number) => Streamed>> = {
  lines: (count) => ({ text: `${fact}\n`.repeat(count) }),
  'lines of JSON': (count) => ({ text: `${JSON.stringify({ id: 1, text: fact })}\n`.repeat(count) }),
  'lines of nothing': (count) => ({ text: '\n'.repeat(count), emit: 'text' }),
  'lines that fail': (count) => ({ text: '{"id":1,\n'.repeat(count) }),
  'lines that are too long': (count) => ({ text: `${fact}\n`.repeat(count), maxBytes: 8 }),
  'one line': (count) => ({ text: fact.repeat(count), emit: 'text' }),
  'one line in small pieces': (count) => ({ text: fact.repeat(count), piece: 16, emit: 'text' }),
  'one line that is too long, in small pieces': (count) => ({
    text: fact.repeat(count),
    piece: 16,
    maxBytes: 100,
  }),
  'the fields of a line': (count) => ({
    text: JSON.stringify({ text: fact, ...Object.fromEntries(many(count, (at) => [`f${at}`, at] as const)) }),
    emit: 'text',
  }),
  'the paragraphs of a line': (count) => ({
    text: JSON.stringify({ text: many(count, () => fact) }),
    emit: 'text',
  }),
}

describe('a stream costs in proportion', () => {
  it('has five shapes or more', () => expect(Object.keys(shapes).length).toBeGreaterThanOrEqual(5))

  it.each(Object.entries(shapes))('%s', { timeout: patience }, async (_, shape) => {
    const made = new Map<number, Streamed>()
    const work = (count: number) => {
      const streamed = made.get(count) ?? shape(count)
      made.set(count, streamed)
      return answer(streamed)
    }
    expect(await growthOf(work)).toBeLessThan(mostGrowth)
  })
})
