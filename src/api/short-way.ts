/**
 * The short way of what is asked most: a short text while nobody else asks, and a stream of lines. They go straight
 * between the connection and the work; requests and answers as objects of the web cost a short text a tenth of what it
 * costs itself. Everything else, and all that is refused before its body is read, goes the long way.
 */
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { isForeign } from './foreign.js'
import { answerStream } from './lines.js'
import { mostNearby } from './nearby.js'
import type { ApiOptions } from './options.js'
import { headers, json, ndjson, type Plain, refusalsIn } from './refusal.js'

/** Answers a request, or says that it goes the long way and leaves it as it is. */
export type ShortWay = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

const given = { ...headers, 'Content-Type': json }
const streamed = { ...headers, 'Content-Type': ndjson }

function send(outgoing: ServerResponse, { status, headers: own, body }: Plain): void {
  outgoing.writeHead(status, { ...own, 'Content-Length': Buffer.byteLength(body) })
  outgoing.end(body)
}

export function shortWay(options: ApiOptions): ShortWay {
  const { nearby, gate, language, hosts } = options
  const { refuseFailure } = refusalsIn(language)

  function answerOf(pieces: readonly Buffer[]): Plain {
    try {
      const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(Buffer.concat(pieces))
      return { status: 200, headers: given, body: JSON.stringify(nearby.text(text)) }
    } catch (cause) {
      return refuseFailure(cause, '-')
    }
  }

  function answerText(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => send(outgoing, answerOf(pieces)))
    // Once, when the answer is out or who asked has gone.
    outgoing.once('close', gate.leave)
  }

  async function answerLines(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const gone = new AbortController()
    const { signal } = gone
    outgoing.once('close', () => gone.abort())
    outgoing.writeHead(200, streamed)
    const write = async (line: string) => {
      if (!outgoing.write(line) && !signal.aborted) await once(outgoing, 'drain', { signal })
    }
    try {
      await answerStream(options, { body: incoming, parameters: new URLSearchParams(), signal, write })
      outgoing.end()
    } catch {
      // Who asked has gone, or is to see that this is not the end.
      outgoing.destroy()
    } finally {
      gate.leave()
    }
  }

  return (incoming, outgoing) => {
    const { method, url, headers: asked } = incoming
    const length = Number(asked['content-length'] ?? Number.NaN)
    const isText = url === '/text' && length <= mostNearby && gate.isEmpty
    if (method !== 'POST' || !(isText || url === '/lines')) return false
    if (isForeign((name) => asked[name] as string | undefined, hosts()) || !gate.enter()) return false
    if (isText) answerText(incoming, outgoing)
    else void answerLines(incoming, outgoing)
    return true
  }
}
