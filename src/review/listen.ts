/** Has a function answer requests on this machine alone: on 127.0.0.1, at a free port unless one is named. */
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ProcessingError } from '../model/message.js'

/** Milliseconds that a connection is kept for a next request: as long as programs keep theirs. */
const patience = 65_000

export interface Listening {
  readonly port: number
  close(): Promise<void>
}

/** Rejects with ProcessingError `port-taken` where nothing can listen there. */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const serverOptions = { keepAliveTimeout: patience }
    const server = serve({ fetch, port, hostname: '127.0.0.1', serverOptions }, (address: AddressInfo) => {
      resolve({
        port: address.port,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
    server.once('error', ({ code = 'error' }: NodeJS.ErrnoException) => {
      reject(new ProcessingError('port-taken', { port, reason: code }))
    })
  })
}
