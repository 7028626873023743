/**
 * Reads records back: one record, one a line, or a list of them, as `run --format json` and `jsonl` print them.
 * Reads in pieces and holds one record at a time. What is no record is given as an error with its line, and the
 * others still come.
 */
import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { ProcessingError } from '../model/message.js'
import type { DocumentRecord } from '../writers/schema.js'
import { standardInput, unreadable } from './inputs.js'
import type { Terminal } from './terminal.js'

/** A value of the input as text, and the line that it begins in, from 1; null where it does not end. */
interface FoundValue {
  readonly line: number
  readonly text: string | null
}

const [quote, backslash, newline] = [0x22, 0x5c, 0x0a]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]
const byteOrderMark = [0xef, 0xbb, 0xbf]
const isBetween = (byte: number) => byte <= 0x20 || byte === 0x2c

/**
 * Splits bytes into the objects that stand at the top of them, or in one list around them. No byte of a character of
 * several bytes looks like a bracket, so nothing is decoded to find the ends. An object that begins at the beginning
 * of a line while another is open ends that one: it was cut off.
 */
async function* findObjects(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<FoundValue> {
  let held: Uint8Array[] = []
  let line = 1
  let startLine = 1
  /** Depth of brackets, and the depth at which the values stand: 1 inside of a list. */
  let [depth, base] = [0, 0]
  let inString = false
  let escaped = false
  /** Something that is no object, up to the end of its line. */
  let inRubbish = false
  let previous: number = newline
  let position = 0
  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; previous = chunk[at]!, at++, position++) {
      const byte = chunk[at]!
      if (byte === newline) {
        line++
        inRubbish = false
        // No string goes over a line: this one was cut off.
        inString = false
      } else if (inString) {
        if (escaped) escaped = false
        else if (byte === backslash) escaped = true
        else if (byte === quote) inString = false
      } else if (depth > base) {
        if (byte === openBrace && previous === newline) {
          yield { line: startLine, text: null }
          held = []
          from = at
          startLine = line
          depth = base + 1
        } else if (byte === quote) inString = true
        else if (byte === openBrace || byte === openBracket) depth++
        else if (byte === closeBrace || byte === closeBracket) {
          depth--
          if (depth === base) {
            held.push(chunk.subarray(from, at + 1))
            yield { line: startLine, text: Buffer.concat(held).toString('utf8') }
            held = []
          }
        }
      } else if (byte === openBrace && !inRubbish) {
        from = at
        startLine = line
        depth++
      } else if (byte === openBracket && base === 0 && !inRubbish) {
        depth = base = 1
      } else if (byte === closeBracket && base === 1 && !inRubbish) {
        depth = base = 0
      } else if (!isBetween(byte) && !inRubbish && byte !== byteOrderMark[position]) {
        inRubbish = true
        yield { line, text: null }
      }
    }
    if (depth > base) held.push(Uint8Array.from(chunk.subarray(from)))
  }
  if (depth > 0) yield { line: depth > base ? startLine : line, text: null }
}

async function* bytesOf(terminal: Terminal, input: string): AsyncGenerator<Uint8Array> {
  const stream =
    input === standardInput
      ? terminal.stdin
      : createReadStream(resolve(terminal.cwd, input), { highWaterMark: 2 ** 18 })
  try {
    for await (const chunk of stream) {
      yield typeof chunk === 'string' ? Buffer.from(chunk) : (chunk as Uint8Array)
    }
  } catch (cause) {
    throw unreadable(input, cause)
  }
}

/**
 * The records of an input, each or what is wrong instead of it. Throws ProcessingError `not-found`, `is-directory`
 * or `unreadable`.
 */
export async function* readRecords(
  terminal: Terminal,
  input: string,
): AsyncGenerator<DocumentRecord | ProcessingError> {
  const { parseRecord } = await import('../writers/record-check.js')
  for await (const { line, text } of findObjects(bytesOf(terminal, input))) {
    try {
      yield parseRecord(text ?? '', { path: input, line })
    } catch (cause) {
      if (!(cause instanceof ProcessingError)) throw cause
      yield cause
    }
  }
}
