/**
 * What the files of a build vouch for themselves with: short digests of lines, and JSON that ends in a digest of itself.
 * They find damage and files of others, not forgery: whoever wants to can make them.
 */
import { createHash } from 'node:crypto'

/** Hexadecimal digits of a short digest: enough to notice damage, few enough to stand in every line. */
export const digestLength = 16

/** Short digest of some parts, one after the other. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex').slice(0, digestLength)
}

/** JSON over lines with a last field `seal`. */
export function sealJson(value: object): string {
  return `${JSON.stringify({ ...value, seal: digestOf(JSON.stringify(value)) }, null, 2)}\n`
}

/** The value of sealed JSON without its seal; undefined where not every character is as it was written. */
export function openSealed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const { seal, ...value } = JSON.parse(text) as Record<string, unknown>
    return seal !== undefined && sealJson(value) === text ? value : undefined
  } catch {
    // Cut JSON, or none.
    return undefined
  }
}
