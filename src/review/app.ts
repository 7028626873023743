/**
 * The routes of the review, as one function from a request to an answer. It answers its own page alone: a token in the
 * first address is exchanged for a cookie, other hosts and other origins are refused, and what is no route is 404.
 * Nothing of a request is ever a path of a file.
 */
import { timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie, setCookie } from 'hono/cookie'
import { ProcessingError } from '../model/message.js'
import type { Download, DownloadOf } from './downloads.js'
import type { ReviewFiles } from './files.js'
import type { PictureOf } from './page-pictures.js'
import type { ReviewSession } from './session.js'

/** The page's files, by the last part of their address. */
export interface ReviewAssets {
  readonly page: string
  readonly script: string
  readonly sheet: string
}

export interface AppOptions {
  readonly session: ReviewSession
  /** What can be taken along of a document, by the last part of its address. */
  readonly downloads: Readonly<Record<string, DownloadOf>>
  /** The pictures of pages of scans. */
  readonly pictures: PictureOf
  readonly assets: ReviewAssets
  /** Takes files that are put in from the page. */
  readonly files: Pick<ReviewFiles, 'take'>
  /** Most bytes of such a file. */
  readonly maxBytes: number
  /** What the first address must hold, and the cookie then. */
  readonly token: string
  /** Lets a page of this machine in that knows what it asks, once: `/?enter=…`. */
  readonly entrance: (given: string) => boolean
  /** Names of this machine by which it may be asked, with the port: 127.0.0.1:8080. */
  readonly hosts: () => readonly string[]
}

/** What leads on from the entrance: the browser sends the cookie to a page that asks for itself, not across sites. */
const onward =
  '<!doctype html><meta charset=utf-8><title>huanyuan</title><meta http-equiv=refresh content="0;url=/">'

const cookieName = 'huanyuan-review'
const mostBytes = 8 * 1024 ** 2
/** Most documents or places of one answer. */
const mostListed = 500

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': policy,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
}

export function isSame(given: string | undefined, token: string): boolean {
  const [one, two] = [Buffer.from(given ?? ''), Buffer.from(token)]
  return one.length === two.length && timingSafeEqual(one, two)
}

/** A call that lets somebody in once who knows a token. */
export function openEntrance(token: string): (given: string) => boolean {
  let isOpen = true
  return (given) => {
    if (!isOpen || !isSame(given, token)) return false
    isOpen = false
    return true
  }
}

/** Whether a browser goes to the entrance with all of its window: the file that opened it is of no site. */
function isEntering({ req }: Context): boolean {
  const isNavigation =
    req.header('sec-fetch-mode') === 'navigate' && req.header('sec-fetch-dest') === 'document'
  return req.method === 'GET' && req.path === '/' && isNavigation && req.query('enter') !== undefined
}

/** A number of a query or a path; undefined for anything else. */
function countOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function rangeOf(context: Context): readonly [from: number, count: number] | undefined {
  const [from, count] = [countOf(context.req.query('from')), countOf(context.req.query('count'))]
  return from === undefined || count === undefined ? undefined : [from, Math.min(count, mostListed)]
}

function download(context: Context, { name, mediaType, bytes }: Download) {
  const headers = {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
  }
  return context.body(Uint8Array.from(bytes), 200, headers)
}

/** The answer to each request of the review. */
export function reviewApp(options: AppOptions): Hono {
  const { session, downloads, pictures, files, assets, token, entrance, hosts } = options
  const app = new Hono()
  const refuse = (context: Context, status: 400 | 403 | 404 | 413 | 500) => context.text('', status)

  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(headers)) context.header(name, value)
    const known = hosts()
    const host = context.req.header('host') ?? ''
    const origin = context.req.header('origin')
    const isForeign = origin !== undefined && !known.some((one) => origin === `http://${one}`)
    // A browser that asks for another site says so, also where it names no origin.
    const site = context.req.header('sec-fetch-site') ?? 'none'
    const isOwn = ['none', 'same-origin'].includes(site) || isEntering(context)
    if (!known.includes(host) || isForeign || !isOwn) {
      return refuse(context, 403)
    }
    await next()
    return undefined
  })

  app.use(async (context, next) => {
    const enter = () =>
      setCookie(context, cookieName, token, { httpOnly: true, sameSite: 'Strict', path: '/' })
    if (isEntering(context)) {
      if (!entrance(context.req.query('enter')!)) return refuse(context, 403)
      enter()
      return context.html(onward)
    }
    const given = context.req.query('token')
    if (context.req.method === 'GET' && context.req.path === '/' && given !== undefined) {
      if (!isSame(given, token)) return refuse(context, 403)
      enter()
      return context.redirect('/', 303)
    }
    if (!isSame(getCookie(context, cookieName), token)) return refuse(context, 403)
    await next()
    return undefined
  })

  app.get('/', (context) => context.html(assets.page))
  app.get('/review.js', (context) => context.body(assets.script, 200, { 'Content-Type': 'text/javascript' }))
  app.get('/review.css', (context) => context.body(assets.sheet, 200, { 'Content-Type': 'text/css' }))

  // Browsers ask for it where pictures are let in.
  app.get('/favicon.ico', (context) => context.body(null, 204))

  app.get('/api/documents', (context) => {
    const range = rangeOf(context)
    return range === undefined ? refuse(context, 400) : context.json(session.documents(...range))
  })
  app.get('/api/queue', (context) => {
    const range = rangeOf(context)
    return range === undefined ? refuse(context, 400) : context.json(session.queue(...range))
  })
  app.get('/api/documents/:number', async (context) => {
    const number = countOf(context.req.param('number'))
    const found = number === undefined ? undefined : await session.document(number)
    return found === undefined ? refuse(context, 404) : context.json(found)
  })
  app.get('/api/documents/:number/:download', async (context) => {
    const number = countOf(context.req.param('number'))
    const kind = context.req.param('download')
    const make = Object.hasOwn(downloads, kind) ? downloads[kind] : undefined
    const made = number === undefined ? undefined : await make?.(number)
    return made === undefined ? refuse(context, 404) : download(context, made)
  })
  app.get('/api/documents/:number/pages/:page', async (context) => {
    const [number, page] = [countOf(context.req.param('number')), countOf(context.req.param('page'))]
    const picture = number === undefined || page === undefined ? undefined : await pictures(number, page)
    if (picture === undefined) return refuse(context, 404)
    return context.body(Uint8Array.from(picture.bytes), 200, { 'Content-Type': picture.mediaType })
  })
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (context) => refuse(context, 413) })
  app.post('/api/files', limit(options.maxBytes), async (context) => {
    const name = context.req.query('name')
    // Only our own page can say the type: of other sites a browser asks first, and is refused.
    const isFile = context.req.header('content-type') === 'application/octet-stream'
    if (!isFile || context.req.header('origin') === undefined) return refuse(context, 403)
    if (name === undefined || name === '') return refuse(context, 400)
    return context.json(await files.take(name, new Uint8Array(await context.req.arrayBuffer())))
  })
  app.post('/api/decisions', limit(mostBytes), async (context) => {
    const isJson = /^application\/json\b/.test(context.req.header('content-type') ?? '')
    if (!isJson || context.req.header('origin') === undefined) return refuse(context, 403)
    let stroke: unknown
    try {
      stroke = await context.req.json()
    } catch {
      return refuse(context, 400)
    }
    const answer = session.decide(stroke)
    return answer === undefined ? refuse(context, 400) : context.json(answer)
  })

  app.notFound((context) => refuse(context, 404))
  app.onError((error, context) => {
    const code = error instanceof ProcessingError ? error.code : 'internal-error'
    return context.json({ code }, 500)
  })
  return app
}
