/**
 * The first bytes of a file, a character each, for marks of ASCII. Every reader asks for them of every file; a decoder of
 * the web's encodings takes twenty times as long.
 */
export function startOf(bytes: Uint8Array, count: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(count, bytes.length)).toString('latin1')
}
