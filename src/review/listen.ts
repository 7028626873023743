/** Has a function answer requests on this machine alone: on 127.0.0.1, at a free port unless one is named. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { ProcessingError } from '../model/message.js'

/** Milliseconds that a connection is kept for a next request: as long as programs keep theirs. */
const patience = 65_000

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Answers a request itself, or says that it does not and leaves it as it is. */
type Before = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean

/**
 * What `before` leaves goes to `fetch`. Rejects with ProcessingError `port-taken` where nothing can listen there.
 */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  before: Before = () => false,
): Promise<Listening> {
  const answer = getRequestListener(fetch)
  return new Promise((resolve, reject) => {
    const server = createServer({ keepAliveTimeout: patience }, (incoming, outgoing) => {
      if (!before(incoming, outgoing)) void answer(incoming, outgoing)
    })
    server.listen(port, '127.0.0.1', () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      })
    })
    server.once('error', ({ code = 'error' }: NodeJS.ErrnoException) => {
      reject(new ProcessingError('port-taken', { port, reason: code }))
    })
  })
}
