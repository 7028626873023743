/** A stream of lines in, a stream of lines out, while both last. */
import type { Readable } from 'node:stream'
import { answerLines } from '../dataset/answer-lines.js'
import { type RecordParts, recordOfParts } from '../dataset/record-parts.js'
import { readLinesOf } from '../dataset/stream-lines.js'
import { isForHere } from './nearby.js'
import type { ApiOptions } from './options.js'

async function* recordsIn(all: readonly RecordParts[]) {
  for (const parts of all) yield await recordOfParts(parts)
}

export interface LinesAsked {
  readonly body: Readable
  readonly parameters: URLSearchParams
  /** Aborted when who asked has gone. */
  readonly signal: AbortSignal
  /** Takes a line, with its end. */
  write(line: string): Promise<void>
}

/** Answers line by line; resolves when the last one is out. */
export async function answerStream(options: ApiOptions, asked: LinesAsked): Promise<void> {
  const { threads, nearby, gate, maxBytes, language, lanes } = options
  const { body, parameters, signal, write } = asked
  const [idField, textField] = [
    parameters.get('idField') ?? undefined,
    parameters.get('textField') ?? undefined,
  ]
  const fields = { ...(idField && { id: idField }), ...(textField && { text: textField }) }
  // Whatever documents are in.
  const encoding = 'utf-8'
  await answerLines(readLinesOf(body, maxBytes, signal), {
    ...{ language, maxBytes, idField, textField, encoding, lanes },
    emit: parameters.get('emit') ?? 'record',
    // Several threads do several lines at a time, one is no quicker than this one.
    recordsOf: async (bytes, path) =>
      lanes === 1 && isForHere(bytes, gate)
        ? nearby.line(bytes, path, fields)
        : recordsIn(await gate.run(() => threads.processBytes({ bytes, path, encoding, fields }), signal)),
    stops: () => signal.aborted,
    write: (line) => write(`${line}\n`),
  })
}
