/**
 * The HTTP API, as one function from a request to an answer. It keeps nothing, writes no file, and opens none: a name is
 * read for its ending alone. Pages of other sites are refused, as are other names of this machine.
 */
import { Readable } from 'node:stream'
import { answerLines } from '../dataset/answer-lines.js'
import type { RecordParts } from '../dataset/record-parts.js'
import { jsonOfParts, recordOfParts } from '../dataset/record-parts.js'
import { readLinesOf } from '../dataset/stream-lines.js'
import type { Threads } from '../dataset/threads.js'
import { ProcessingError } from '../model/message.js'
import { programVersion } from '../resources/identity.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import { readBody } from './body.js'
import type { Gate } from './gate.js'
import type { ApiWords } from './messages.en.js'
import { mostNearby, type Nearby } from './nearby.js'
import { apiPage, apiSheet, openApiDocument, routes, wordsOf } from './openapi.js'

export interface ApiOptions {
  readonly threads: Pick<Threads, 'processBytes' | 'processText'>
  /** How many threads there are. */
  readonly lanes: number
  /** Takes short texts while nobody else asks. */
  readonly nearby: Nearby
  readonly gate: Gate
  /** Most bytes of a document, a text or a line. */
  readonly maxBytes: number
  readonly language: Language
  /** Names of this machine by which it may be asked, with the port. */
  readonly hosts: () => readonly string[]
}

type Status = 400 | 403 | 404 | 405 | 413 | 422 | 429 | 500

const headers = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

function answer(body: ConstructorParameters<typeof Response>[0], type: string, status = 200): Response {
  return new Response(body, { status, headers: { ...headers, 'Content-Type': type } })
}

const json = 'application/json'
const ndjson = 'application/x-ndjson'

/** Whether a page of another site asks, or somebody by a name that only leads here. */
function isForeign(request: Request, hosts: readonly string[]): boolean {
  const host = request.headers.get('host') ?? ''
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site') ?? 'none'
  const isOther = origin !== null && !hosts.some((one) => origin === `http://${one}`)
  return !hosts.includes(host) || isOther || !['none', 'same-origin'].includes(site)
}

/** The records of a document as JSON: one, or a list of several, as the command line has them. */
async function jsonOfRecords(all: readonly RecordParts[]): Promise<Uint8Array> {
  if (all.length === 1) return jsonOfParts(all[0]!)
  const pieces: Uint8Array[] = [Buffer.from('[')]
  for (const [index, parts] of all.entries()) {
    if (index > 0) pieces.push(Buffer.from(','))
    pieces.push(await jsonOfParts(parts))
  }
  return Buffer.concat([...pieces, Buffer.from(']')])
}

async function* recordsIn(all: readonly RecordParts[]) {
  for (const parts of all) yield await recordOfParts(parts)
}

/** The answer to each request. */
export function apiApp(options: ApiOptions): (request: Request) => Promise<Response> {
  const { threads, nearby, gate, maxBytes, language, hosts } = options
  const words = wordsOf(language)

  function refuse(status: Status, code: string = String(status), sentence?: string): Response {
    const message = sentence ?? words[`status.${status}` satisfies keyof ApiWords]
    const refused = answer(JSON.stringify({ error: { code, message } }), json, status)
    if (status === 429) refused.headers.set('Retry-After', '1')
    // What is left of a body that is too large is not waited for.
    if (status === 413) refused.headers.set('Connection', 'close')
    return refused
  }

  function refuseFailure(cause: unknown, path: string): Response {
    if (!(cause instanceof ProcessingError)) return refuse(500)
    const sentence = sayCode(language, 'message', cause.code, { path, ...cause.parameters })
    return refuse(cause.code === 'too-large' ? 413 : 422, cause.code, sentence)
  }

  const isForHere = (bytes: Uint8Array) => bytes.length <= mostNearby && gate.isQuiet

  /** The JSON of what a body gives. */
  async function answerOf(body: Uint8Array, request: Request, isText: boolean, name: string | null) {
    if (!isText) {
      return gate.run(
        async () => jsonOfRecords(await threads.processBytes({ bytes: body, path: name })),
        request.signal,
      )
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(body)
    if (isForHere(body)) return JSON.stringify(nearby.text(text))
    return gate.run(async () => jsonOfParts(await threads.processText(text)), request.signal)
  }

  /** Answers a request that has come in by what its body gives. */
  async function answerBody(request: Request, isText: boolean, name: string | null): Promise<Response> {
    try {
      const body = await readBody(request, maxBytes)
      if (body === undefined) return refuse(413)
      const made = await answerOf(body, request, isText, name)
      return answer(typeof made === 'string' ? made : Uint8Array.from(made), json)
    } catch (cause) {
      return refuseFailure(cause, name ?? '-')
    }
  }

  /** Answers line by line while lines come; the request has left when the last one is answered. */
  function answerStream(request: Request, asked: URLSearchParams, leave: () => void): Response {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const [idField, textField] = [asked.get('idField') ?? undefined, asked.get('textField') ?? undefined]
    const fields = { ...(idField && { id: idField }), ...(textField && { text: textField }) }
    const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as never)
    const { signal } = request
    // Whatever documents are in.
    const encoding = 'utf-8'
    const done = answerLines(readLinesOf(body, maxBytes, signal), {
      ...{ language, maxBytes, idField, textField, encoding, lanes: options.lanes },
      emit: asked.get('emit') ?? 'record',
      // Several threads do several lines at a time, one is no quicker than this one.
      recordsOf: async (bytes, path) =>
        options.lanes === 1 && isForHere(bytes)
          ? nearby.line(bytes, path, fields)
          : recordsIn(await gate.run(() => threads.processBytes({ bytes, path, encoding, fields }), signal)),
      stops: () => signal.aborted,
      write: (line) => writer.write(Buffer.from(`${line}\n`)),
    })
    done
      .then(() => writer.close())
      .catch((cause) => writer.abort(cause))
      // Who asked has gone.
      .catch(() => {})
      .finally(leave)
    return answer(readable, ndjson)
  }

  async function answerPost(request: Request, path: string, asked: URLSearchParams): Promise<Response> {
    if (!gate.enter()) return refuse(429)
    if (path === '/lines') return answerStream(request, asked, gate.leave)
    try {
      return await answerBody(request, path === '/text', asked.get('name'))
    } finally {
      gate.leave()
    }
  }

  return async (request) => {
    const { pathname, searchParams, host } = new URL(request.url)
    if (isForeign(request, hosts())) return refuse(403)
    const known = routes.filter(({ path }) => path === pathname)
    const isGet = request.method === 'GET'
    if (isGet && pathname === '/')
      return answer(apiPage(language, `http://${host}`), 'text/html; charset=utf-8')
    if (isGet && pathname === '/api.css') return answer(apiSheet, 'text/css')
    if (known.length === 0) return refuse(404)
    const route = known.find(({ method }) => method === request.method.toLowerCase())
    if (route === undefined) return refuse(405)
    const { parameters = [] } = route
    const isKnown = [...searchParams.keys()].every((key) => parameters.some((name) => name === key))
    if (!isKnown || !['record', 'text', null].includes(searchParams.get('emit'))) return refuse(400)
    if (pathname === '/health') {
      return answer(JSON.stringify({ status: 'ok', version: programVersion() }), json)
    }
    if (pathname === '/openapi.json') return answer(JSON.stringify(await openApiDocument(language)), json)
    return answerPost(request, pathname, searchParams)
  }
}
