/**
 * Who asks the API while it is measured, in a process of its own, as other programs are: for each block of texts that it
 * is told of it asks in the way that it is told, and says the digest of what came.
 */
import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { connect } from 'node:net'

/** Short texts that differ from one another. */
export const textsAt = (at: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => {
    const index = at + place
    const year = `20${String(index % 30).padStart(2, '0')}年`
    return `${year}，全县共有黉舍${2000 + index}所，此中：小学${1500 + index}所，中学500所。咱们要踊跃推动教导奇迹进展。`
  })

export const digestOf = (records: readonly string[]) =>
  createHash('sha256').update(records.join('\n')).digest('hex')

export type Asking = 'posted' | 'streamed' | 'empty'
export interface Asked {
  readonly way: Asking
  readonly at: number
  readonly count: number
}

/** How long an answer is with its header, which has come wholly; undefined where that has not. */
function lengthOf(answer: Buffer): number | undefined {
  const end = answer.indexOf('\r\n\r\n')
  const stated = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, Math.max(end, 0)))
  return stated === null ? undefined : end + 4 + Number(stated[1])
}

/** Asks one after the other, on one connection. */
function asker(port: number): (path: string, body?: string) => Promise<string> {
  const socket = connect(port, '127.0.0.1').setNoDelay(true)
  return (path, body) => {
    const length = body === undefined ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`
    const method = body === undefined ? 'GET' : 'POST'
    return new Promise((resolve) => {
      let answer = Buffer.alloc(0)
      const take = (piece: Buffer) => {
        answer = Buffer.concat([answer, piece])
        if (answer.length !== lengthOf(answer)) return
        socket.off('data', take)
        resolve(answer.toString('utf8', answer.indexOf('\r\n\r\n') + 4))
      }
      socket.on('data', take)
      socket.write(`${method} ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${length}\r\n${body ?? ''}`)
    })
  }
}

function askStream(port: number, texts: readonly string[]): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path: '/lines', method: 'POST' }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('end', () => resolve(Buffer.concat(pieces).toString().trimEnd().split('\n')))
    })
    sent.on('error', reject)
    sent.end(`${texts.join('\n')}\n`)
  })
}

async function inTurn(texts: readonly string[], ask: (text: string) => Promise<string>) {
  const made: string[] = []
  for (const text of texts) made.push(await ask(text))
  return made
}

/** Where this is the program: argument 2 is the port. */
if (process.send !== undefined) {
  const port = Number(process.argv[2])
  const ask = asker(port)
  const ways: Record<Asking, (texts: readonly string[]) => Promise<readonly string[]>> = {
    posted: (texts) => inTurn(texts, (text) => ask('/text', text)),
    streamed: (texts) => askStream(port, texts),
    empty: (texts) => inTurn(texts, () => ask('/health')),
  }
  process.on('message', async ({ way, at, count }: Asked) => {
    process.send!(digestOf(await ways[way](textsAt(at, count))))
  })
}
