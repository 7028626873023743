/** The address of a queue: `redis://HOST:PORT/DATABASE`, `rediss://` where it is spoken to by TLS, `unix:///SOCKET`. */

/** How Redis is reached. */
export interface QueueAddress {
  readonly host?: string
  readonly port?: number
  readonly path?: string
  readonly username?: string
  readonly password?: string
  readonly db?: number
  readonly tls?: object
}

const usualPort = 6379

/** Undefined for what is no such address. */
export function parseAddress(text: string): QueueAddress | undefined {
  if (!URL.canParse(text)) return undefined
  const { protocol, hostname, port, pathname, username, password } = new URL(text)
  if (protocol === 'unix:') return pathname.length > 1 ? { path: decodeURIComponent(pathname) } : undefined
  const database = /^\/?(\d{0,5})$/.exec(pathname)?.[1]
  if (!/^rediss?:$/.test(protocol) || hostname === '' || database === undefined) return undefined
  return {
    // Of IPv6 the brackets are the address's, not the host's.
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? usualPort : Number(port),
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(database !== '' && { db: Number(database) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  }
}

/** The address as it may be told: without name and password. */
export function addressText({ host, port, path, tls, db }: QueueAddress): string {
  if (path !== undefined) return `unix://${path}`
  return `redis${tls ? 's' : ''}://${host?.includes(':') ? `[${host}]` : host}:${port}${db ? `/${db}` : ''}`
}
