/** The body of a request, up to a limit. */

/** The whole body; undefined where it has more bytes than the limit, of which no more are then read. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array | undefined> {
  const stated = Number(request.headers.get('content-length') ?? 0)
  if (stated > limit) return undefined
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > limit) return undefined
    pieces.push(piece)
  }
  return Buffer.concat(pieces)
}
