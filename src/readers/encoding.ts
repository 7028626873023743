/**
 * Bytes to text: the encoding by mark, by strict decoding, and where several decode, by how common the characters are
 * that come out. A few broken bytes in a long text are replaced, and said; so are a few zeros.
 * Invariant: no character is ever made up; a byte-order mark is no part of the text, line ends stay as they are.
 */
import type { Message } from '../model/message.js'
import { ProcessingError } from '../model/message.js'
import { commonShare } from './common-characters.js'

export interface DecodedText {
  readonly text: string
  /** Label of the WHATWG encoding standard, in lower case. */
  readonly encoding: string
  /** Broken characters and zeros, for which U+FFFD stands in the text. */
  readonly replaced: number
}

/** Of a text that decodes strictly in no encoding, at most one character in so many may be broken. */
const charactersPerBroken = 200

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

/** Encodings without a mark that are tried where the bytes are not UTF-8, the likeliest first. */
const unmarked = ['gb18030', 'big5', 'utf-16le', 'utf-16be'] as const

/** Encodings in which one broken byte breaks a character or two, not the rest of the text. */
const looseEncodings = ['utf-8', 'gb18030', 'big5'] as const
/** In the right encoding more of the characters are common. */
const leastShare = 0.7

/** Bytes that are looked at where several encodings must be told apart. */
const sampleSize = 64 * 1024

/** Strict decoding without a mark at the front; undefined where the bytes are not of that encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.startsWith('\uFEFF') ? text.slice(1) : text
  } catch {
    return undefined
  }
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]
}

/** The canonical label of an encoding; throws ProcessingError `unsupported-encoding` where there is none. */
function labelOf(encoding: string): string {
  // The standard gives GBK and GB2312 a decoder of their own that is the one of GB18030 in all but its name.
  try {
    const label = new TextDecoder(encoding).encoding
    return label === 'gbk' ? 'gb18030' : label
  } catch {
    throw new ProcessingError('unsupported-encoding', { encoding })
  }
}

/** Control characters that no text holds. */
function hasControls(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text)
}

/** The start of the bytes that ends on no half character, whatever the encoding. */
function sampleOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= sampleSize) return [bytes]
  return [0, 1, 2, 3].map((less) => bytes.subarray(0, sampleSize - less))
}

function scoreOf(bytes: Uint8Array, encoding: string): number {
  for (const sample of sampleOf(bytes)) {
    const text = decodeStrictly(sample, encoding)
    if (text !== undefined) return hasControls(text) ? -1 : commonShare(text, encoding)
  }
  return -1
}

/** In UTF-16, half of the characters at least are common. */
const leastWideShare = 0.5

function isWide(bytes: Uint8Array): boolean {
  return Math.max(scoreOf(bytes, 'utf-16le'), scoreOf(bytes, 'utf-16be')) >= leastWideShare
}

/** Of a text, one byte in so many may be a control, and one in so many a zero that a program left in it. */
const bytesPerControl = 100
const bytesPerZero = 20

/** Whether bytes are no text in any encoding: zeros and controls that are not the halves of UTF-16 characters. */
export function looksBinary(bytes: Uint8Array): boolean {
  if (markedEncoding(bytes) !== undefined) return false
  const sample = bytes.subarray(0, sampleSize)
  const zeros = sample.filter((byte) => byte === 0).length
  const controls = sample.filter((byte) => byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b)
  const others = controls.length - zeros
  if (others * bytesPerControl <= sample.length && (zeros - 1) * bytesPerZero <= sample.length) return false
  return !isWide(bytes)
}

interface ScoredText {
  readonly decoded: DecodedText
  /** Share of its characters that are common, in [0, 1]. */
  readonly share: number
}

/** The encoding that decodes strictly and gives the commonest characters. */
function decodeByScore(bytes: Uint8Array): ScoredText | undefined {
  const ranked = unmarked
    .map((encoding) => ({ encoding, share: scoreOf(bytes, encoding) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  for (const { encoding, share } of ranked) {
    const text = decodeStrictly(bytes, encoding)
    if (text !== undefined) return { decoded: { text, encoding, replaced: 0 }, share }
  }
  return undefined
}

/** Whether few characters of a text are broken. Its last one may be: a file that was cut ends in half of one. */
function isHardlyBroken({ text, replaced }: DecodedText): boolean {
  const within = replaced - (text.endsWith('\uFFFD') ? 1 : 0)
  return within * charactersPerBroken <= text.length
}

/** The encoding that gives the commonest characters, among those in which few are broken. */
function decodeLoosely(bytes: Uint8Array, encodings: readonly string[]): ScoredText | undefined {
  return encodings
    .map((encoding) => ({ text: new TextDecoder(encoding).decode(bytes), encoding }))
    .map(({ text, encoding }) => ({
      decoded: { text, encoding, replaced: text.split('\uFFFD').length - 1 },
      share: commonShare(text, encoding),
    }))
    .filter(({ decoded }) => isHardlyBroken(decoded))
    .sort((one, other) => other.share - one.share)[0]
}

/** Decodes with an encoding that is stated; throws ProcessingError where it is unknown or the bytes are not of it. */
function decodeStated(bytes: Uint8Array, encoding: string): DecodedText {
  const label = labelOf(encoding)
  const text = decodeStrictly(bytes, label)
  if (text !== undefined) return { text, encoding: label, replaced: 0 }
  const loose = decodeLoosely(bytes, [label])
  if (loose === undefined) throw new ProcessingError('bad-encoding', { encoding })
  return loose.decoded
}

/** What a zero stood for is not known, so it is a broken character. */
function withoutZeros(decoded: DecodedText): DecodedText {
  const pieces = decoded.text.split('\0')
  if (pieces.length === 1) return decoded
  return { ...decoded, text: pieces.join('\uFFFD'), replaced: decoded.replaced + pieces.length - 1 }
}

/**
 * Decodes bytes, as stated or detected: byte-order mark, strict UTF-8, then whichever of GB18030, Big5 and UTF-16
 * decodes strictly and gives the commonest characters; at last loosely. Throws ProcessingError `binary-input`,
 * `unknown-encoding`, `bad-encoding` or `unsupported-encoding`.
 */
export function decodeText(bytes: Uint8Array, stated?: string): DecodedText {
  return withoutZeros(decode(bytes, stated))
}

function decode(bytes: Uint8Array, stated?: string): DecodedText {
  if (stated !== undefined) return decodeStated(bytes, stated)
  const marked = markedEncoding(bytes)
  if (marked !== undefined) return decodeStated(bytes, marked)
  if (looksBinary(bytes)) throw new ProcessingError('binary-input')
  const text = bytes.includes(0) && isWide(bytes) ? undefined : decodeStrictly(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8', replaced: 0 }
  const strict = decodeByScore(bytes)
  // A few broken bytes leave only some wrong encoding to decode strictly: what comes out then is hardly common.
  const loose = (strict?.share ?? 0) < leastShare ? decodeLoosely(bytes, looseEncodings) : undefined
  const best = loose !== undefined && loose.share > (strict?.share ?? 0) ? loose : strict
  if (best === undefined) throw new ProcessingError('unknown-encoding')
  return best.decoded
}

/** Whether bytes are UTF-8, which text in another encoding hardly ever is by chance. */
export function isUtf8(bytes: Uint8Array): boolean {
  return decodeStrictly(bytes, 'utf-8') !== undefined
}

/** What is to be said about a decoded text. */
export function messagesOf({ replaced }: DecodedText): Message[] {
  if (replaced === 0) return []
  return [{ stage: 'read', level: 'warning', code: 'replaced-characters', parameters: { count: replaced } }]
}
