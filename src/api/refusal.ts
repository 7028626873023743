/** What is answered where nothing is given: a status, and its code and sentence as JSON. */
import { ProcessingError } from '../model/message.js'
import type { Language } from '../writers/language.js'
import { sayCode } from '../writers/language.js'
import type { ApiWords } from './messages.en.js'
import { wordsOf } from './openapi.js'

type Status = 400 | 403 | 404 | 405 | 413 | 422 | 429 | 500

/** An answer that is at hand as a whole. */
export interface Plain {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export const json = 'application/json'
export const ndjson = 'application/x-ndjson'

/** The headers of every answer. */
export const headers = {
  'Content-Security-Policy': "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

export interface Refusals {
  refuse(status: Status, code?: string, sentence?: string): Plain
  /** Says why something could not be done; of a fault of ours nothing is told. */
  refuseFailure(cause: unknown, path: string): Plain
}

export function refusalsIn(language: Language): Refusals {
  const words = wordsOf(language)
  function refuse(status: Status, code = String(status), sentence?: string): Plain {
    const message = sentence ?? words[`status.${status}` satisfies keyof ApiWords]
    const own: Partial<Record<Status, Readonly<Record<string, string>>>> = {
      429: { 'Retry-After': '1' },
      // What is left of a body that is too large is not waited for.
      413: { Connection: 'close' },
    }
    const body = JSON.stringify({ error: { code, message } })
    return { status, headers: { ...headers, 'Content-Type': json, ...own[status] }, body }
  }
  return {
    refuse,
    refuseFailure(cause, path) {
      if (!(cause instanceof ProcessingError)) return refuse(500)
      const sentence = sayCode(language, 'message', cause.code, { path, ...cause.parameters })
      return refuse(cause.code === 'too-large' ? 413 : 422, cause.code, sentence)
    },
  }
}
