/**
 * Encodings that no decoder of the platform knows, or not the whole of: iconv-lite behind two functions, loaded when the
 * first such text comes.
 */
import { requireHere } from '../resources/place.js'

const load = (): typeof import('iconv-lite') => requireHere()('iconv-lite')

/** Names of the encodings that are decoded here, and what iconv-lite calls them. */
const names: Readonly<Record<string, string>> = {
  'big5-hkscs': 'big5hkscs',
  'utf-32le': 'utf-32le',
  'utf-32be': 'utf-32be',
}

export function isDecodedHere(encoding: string): boolean {
  return encoding in names
}

/** Decodes without a byte-order mark; what is no character comes out as U+FFFD. */
export function decodeHere(bytes: Uint8Array, encoding: string): string {
  return load().decode(bytes, names[encoding]!, { stripBOM: true })
}

/** The bytes of a text in an encoding; `?` stands for what it lacks. */
export function encode(text: string, encoding: string): Uint8Array {
  return load().encode(text, encoding)
}
