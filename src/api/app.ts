/**
 * The HTTP API, as one function from a request to an answer. It keeps nothing, writes no file, and opens none: a name is
 * read for its ending alone. Pages of other sites are refused, as are other names of this machine.
 */
import { Readable } from 'node:stream'
import type { RecordParts } from '../dataset/record-parts.js'
import { jsonOfParts } from '../dataset/record-parts.js'
import { programVersion } from '../resources/identity.js'
import { readBody } from './body.js'
import { isForeign } from './foreign.js'
import { answerStream } from './lines.js'
import { isForHere } from './nearby.js'
import { apiPage, apiSheet, openApiDocument, routes } from './openapi.js'
import type { ApiOptions } from './options.js'
import { headers, json, ndjson, type Plain, refusalsIn } from './refusal.js'

function answer(body: ConstructorParameters<typeof Response>[0], type: string): Response {
  return new Response(body, { headers: { ...headers, 'Content-Type': type } })
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

/** The answer to each request. */
export function apiApp(options: ApiOptions): (request: Request) => Promise<Response> {
  const { threads, nearby, gate, maxBytes, language, hosts } = options
  const refusals = refusalsIn(language)
  const refused = ({ body, ...plain }: Plain) => new Response(body, plain)
  const refuse = (status: Parameters<typeof refusals.refuse>[0]) => refused(refusals.refuse(status))

  /** The JSON of what a body gives. */
  async function answerOf(body: Uint8Array, request: Request, isText: boolean, name: string | null) {
    if (!isText) {
      return gate.run(
        async () => jsonOfRecords(await threads.processBytes({ bytes: body, path: name })),
        request.signal,
      )
    }
    const text = new TextDecoder('utf-8', { ignoreBOM: false }).decode(body)
    if (isForHere(body, gate)) return JSON.stringify(nearby.text(text))
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
      return refused(refusals.refuseFailure(cause, name ?? '-'))
    }
  }

  /** Answers line by line while lines come; the request has left when the last one is answered. */
  function answerLines(request: Request, parameters: URLSearchParams): Response {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as never)
    const write = (line: string) => writer.write(Buffer.from(line))
    answerStream(options, { body, parameters, signal: request.signal, write })
      .then(() => writer.close())
      .catch((cause) => writer.abort(cause))
      // Who asked has gone.
      .catch(() => {})
      .finally(gate.leave)
    return answer(readable, ndjson)
  }

  async function answerPost(request: Request, path: string, asked: URLSearchParams): Promise<Response> {
    if (!gate.enter()) return refuse(429)
    if (path === '/lines') return answerLines(request, asked)
    try {
      return await answerBody(request, path === '/text', asked.get('name'))
    } finally {
      gate.leave()
    }
  }

  return async (request) => {
    const { pathname, searchParams, host } = new URL(request.url)
    if (isForeign((name) => request.headers.get(name), hosts())) return refuse(403)
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
