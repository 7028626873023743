/**
 * Which encoding bytes without a statement are in: by mark, by strict decoding, and where several decode, by how common
 * the characters are that come out.
 */
import { ProcessingError } from '../model/message.js'
import { commonShare } from './common-characters.js'
import { refuseEucTw, refuseSevenBit } from './foreign-encodings.js'

export interface DecodedBytes {
  readonly text: string
  /** Label of the WHATWG encoding standard in lower case, or utf-32le, utf-32be, big5-hkscs. */
  readonly encoding: string
  /** Broken characters, for which U+FFFD stands in the text. */
  readonly replaced: number
}

/** Of a text that decodes strictly in no encoding, at most one character in so many may be broken. */
const charactersPerBroken = 200

const marks: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
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
export function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.startsWith('\uFEFF') ? text.slice(1) : text
  } catch {
    return undefined
  }
}

export function markedEncoding(bytes: Uint8Array): string | undefined {
  return marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0]
}

/** Code points are no larger, and those of texts not below a blank, but for white space. */
const largestCodePoint = 0x10ffff
const isTextPoint = (code: number) =>
  (code >= 0x20 && code <= largestCodePoint) || (code >= 0x09 && code <= 0x0d)

/** UTF-32 without a mark: groups of four bytes that all are code points of texts, which those of no other file are. */
export function unmarkedUtf32(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0 || bytes.length % 4 !== 0) return undefined
  const sample = bytes.subarray(0, sampleSize)
  const view = new DataView(sample.buffer, sample.byteOffset, sample.length)
  const isOf = (littleEndian: boolean) => {
    for (let at = 0; at < sample.length; at += 4) {
      const code = view.getUint32(at, littleEndian)
      if (!isTextPoint(code)) return false
    }
    return true
  }
  return isOf(true) ? 'utf-32le' : isOf(false) ? 'utf-32be' : undefined
}

/** The start of the bytes that ends on no half character, whatever the encoding. */
function sampleOf(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length <= sampleSize) return [bytes]
  return [0, 1, 2, 3].map((less) => bytes.subarray(0, sampleSize - less))
}

/** How many of the characters are common, less those that no text holds. */
function scoreOf(bytes: Uint8Array, encoding: string): number {
  for (const sample of sampleOf(bytes)) {
    const text = decodeStrictly(sample, encoding)
    if (text === undefined) continue
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no text holds
    const controls = text.match(/[\x00-\x08\x0e-\x1a\x1c-\x1f]/g)?.length ?? 0
    return commonShare(text, encoding) - controls / text.length
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

/**
 * Whether bytes are no text in any encoding: zeros and controls that are not the halves of UTF-16 characters, around
 * nothing that reads like Chinese.
 */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize)
  let zeros = 0
  let others = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at]!
    if (byte >= 0x20) continue
    if (byte === 0) zeros++
    else if ((byte < 0x09 || byte > 0x0d) && byte !== 0x1b) others++
  }
  if (others * bytesPerControl <= sample.length && (zeros - 1) * bytesPerZero <= sample.length) return false
  return !isWide(bytes) && looseEncodings.every((encoding) => scoreOf(bytes, encoding) < leastShare)
}

interface ScoredText {
  readonly decoded: DecodedBytes
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
function isHardlyBroken({ text, replaced }: DecodedBytes): boolean {
  const within = replaced - (text.endsWith('\uFFFD') ? 1 : 0)
  return within * charactersPerBroken <= text.length
}

/** The encoding that gives the commonest characters, among those in which few are broken. */
export function decodeLoosely(bytes: Uint8Array, encodings: readonly string[]): ScoredText | undefined {
  return encodings
    .map((encoding) => ({ text: new TextDecoder(encoding).decode(bytes), encoding }))
    .map(({ text, encoding }) => ({
      decoded: { text, encoding, replaced: text.split('\uFFFD').length - 1 },
      share: commonShare(text, encoding),
    }))
    .filter(({ decoded }) => isHardlyBroken(decoded))
    .sort((one, other) => other.share - one.share)[0]
}

/**
 * Decodes bytes without a mark: strict UTF-8, then whichever of GB18030, Big5 and UTF-16 decodes strictly and gives the
 * commonest characters; at last loosely. Throws ProcessingError `binary-input`, `unknown-encoding`, `foreign-encoding`.
 */
export function decodeDetected(bytes: Uint8Array): DecodedBytes {
  refuseSevenBit(bytes.subarray(0, sampleSize))
  if (looksBinary(bytes)) throw new ProcessingError('binary-input')
  const text = bytes.includes(0) && isWide(bytes) ? undefined : decodeStrictly(bytes, 'utf-8')
  if (text !== undefined) return { text, encoding: 'utf-8', replaced: 0 }
  refuseEucTw(bytes.subarray(0, sampleSize))
  const strict = decodeByScore(bytes)
  // A few broken bytes leave only some wrong encoding to decode strictly: what comes out then is hardly common.
  const loose = (strict?.share ?? 0) < leastShare ? decodeLoosely(bytes, looseEncodings) : undefined
  const best = loose !== undefined && loose.share > (strict?.share ?? 0) ? loose : strict
  if (best === undefined) throw new ProcessingError('unknown-encoding')
  return best.decoded
}
