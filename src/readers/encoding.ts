/**
 * Bytes to text: decoded as stated, by mark or as detected, without what old programs leave in it. A few broken bytes in
 * a long text are replaced, and said; so are a few zeros.
 * Invariant: no character is ever made up; a byte-order mark is no part of the text; lines end in LF or CR LF.
 */
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import type { CleanText } from './controls.js'
import { isPadding, withoutControls, withoutPadding } from './controls.js'
import type { DecodedBytes } from './detect-encoding.js'
import {
  decodeDetected,
  decodeLoosely,
  decodeStrictly,
  markedEncoding,
  unmarkedUtf32,
} from './detect-encoding.js'
import { refuseMojibake } from './foreign-encodings.js'
import { decodeHere, isDecodedHere } from './iconv.js'

/** `replaced` counts broken characters and zeros. */
export interface DecodedText extends DecodedBytes, CleanText {}

/** The canonical label of an encoding; throws ProcessingError `unsupported-encoding` where there is none. */
function labelOf(encoding: string): string {
  const name = encoding.toLowerCase()
  if (isDecodedHere(name)) return name
  // The standard gives GBK and GB2312 a decoder of their own that is the one of GB18030 in all but its name.
  try {
    const label = new TextDecoder(encoding).encoding
    return label === 'gbk' ? 'gb18030' : label
  } catch {
    throw new ProcessingError('unsupported-encoding', { encoding })
  }
}

/** Decodes with an encoding that is stated; throws ProcessingError where it is unknown or the bytes are not of it. */
function decodeStated(bytes: Uint8Array, encoding: string): DecodedBytes {
  const label = labelOf(encoding)
  if (isDecodedHere(label)) return counted(decodeHere(bytes, label), label)
  const text = decodeStrictly(bytes, label)
  if (text !== undefined) return { text, encoding: label, replaced: 0 }
  const loose = decodeLoosely(bytes, [label])
  if (loose === undefined) throw new ProcessingError('bad-encoding', { encoding })
  return loose.decoded
}

function counted(text: string, encoding: string): DecodedBytes {
  return { text, encoding, replaced: text.split('\uFFFD').length - 1 }
}

/** Where Big5 has no characters of its own, Hong Kong has put its. */
function holdsHongKongCodes(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at]! < 0x80) continue
    if (bytes[at]! <= 0xa0 || bytes[at]! >= 0xfa) return true
    at++
  }
  return false
}

/** Decodes bytes by their mark or as detected. */
function decodeUnstated(bytes: Uint8Array): DecodedBytes {
  const encoding = markedEncoding(bytes) ?? unmarkedUtf32(bytes)
  if (encoding !== undefined) return decodeStated(bytes, encoding)
  const text = withoutPadding(bytes)
  const decoded = decodeDetected(text.length === 0 ? bytes : text)
  if (decoded.encoding !== 'big5' || !holdsHongKongCodes(text)) return decoded
  return counted(decodeHere(text, 'big5-hkscs'), 'big5-hkscs')
}

/** What a zero inside of a text stood for is not known, so it is a broken character. */
function withoutZeros(decoded: DecodedBytes): DecodedBytes {
  let end = decoded.text.length
  while (end > 0 && isPadding(decoded.text.charCodeAt(end - 1))) end--
  const pieces = decoded.text.slice(0, end).split('\0')
  return { ...decoded, text: pieces.join('\uFFFD'), replaced: decoded.replaced + pieces.length - 1 }
}

/**
 * Decodes bytes, as stated or detected. Throws ProcessingError `binary-input`, `unknown-encoding`, `bad-encoding`,
 * `unsupported-encoding`, `foreign-encoding` or `mojibake`.
 */
export function decodeText(bytes: Uint8Array, stated?: string): DecodedText {
  const decoded = withoutZeros(stated === undefined ? decodeUnstated(bytes) : decodeStated(bytes, stated))
  refuseMojibake(decoded.text)
  return { ...decoded, ...withoutControls(decoded.text) }
}

/** Whether bytes are UTF-8, which text in another encoding hardly ever is by chance. */
export function isUtf8(bytes: Uint8Array): boolean {
  return decodeStrictly(bytes, 'utf-8') !== undefined
}

/** What is to be said about a decoded text. */
export function messagesOf({ replaced, removed }: Pick<DecodedText, 'replaced' | 'removed'>): Message[] {
  const warn = (code: string, count: number): Message[] =>
    count === 0 ? [] : [{ stage: 'read', level: 'warning', code, parameters: { count } }]
  return [...warn('replaced-characters', replaced), ...warn('removed-controls', removed)]
}
