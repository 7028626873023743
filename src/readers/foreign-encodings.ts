/**
 * Encodings that are known by their marks and not read, so that they are refused by name and never come out as rubbish:
 * HZ, ISO-2022-CN, EUC-TW, and texts that were saved in a wrong encoding once.
 */
import { most } from '../model/lists.js'
import { ProcessingError } from '../model/message.js'
import { commonShare } from './common-characters.js'
import { encode } from './iconv.js'

/** ~{ and ~} around pairs of letters and signs (RFC 1843). */
const hz = /~\{(?:[!-}][!-~]){2,}~\}/
/** The escape that announces a set of Chinese characters (RFC 1922). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape is the mark
const iso2022 = /\x1b\$[)*+][AEGH]/

/** Chinese characters that are enough to tell EUC-TW. */
const fewestCharacters = 12
/** Of the characters of EUC-TW at least so many stand where GB 2312 has its rare ones; of a GBK text hardly any do. */
const leastRare = 0.25

/**
 * Whether bytes are EUC-TW: pairs of high bytes whose first one is that of a CNS 11643 character (0xC4 … 0xFD) and never
 * one of the codes before, where GB 2312 keeps four in ten of its common characters.
 */
function isEucTw(bytes: Uint8Array): boolean {
  let characters = 0
  let rare = 0
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!
    if (lead < 0x80) continue
    // A character of another plane: 0x8E, the plane, two bytes.
    const isPlane = lead === 0x8e && bytes[at + 1]! >= 0xa1 && bytes[at + 1]! <= 0xb0
    if (isPlane) at += 2
    const trail = bytes[at + 1]
    if (trail === undefined) break
    if (trail < 0xa1 || trail > 0xfe || (!isPlane && (lead < 0xa1 || lead > 0xfd))) return false
    at++
    if (isPlane || lead <= 0xa9) continue
    if (lead < 0xc4) return false
    characters++
    if (lead >= 0xd8) rare++
  }
  return characters >= fewestCharacters && rare >= characters * leastRare
}

function refuse(encoding: string): never {
  throw new ProcessingError('foreign-encoding', { encoding })
}

/** Throws ProcessingError `foreign-encoding` where bytes below 0x80 are Chinese text in an encoding of such bytes. */
export function refuseSevenBit(bytes: Uint8Array): void {
  if (bytes.some((byte) => byte >= 0x80)) return
  const text = new TextDecoder().decode(bytes)
  if (iso2022.test(text)) refuse('ISO-2022-CN')
  if (hz.test(text)) refuse('HZ')
}

/** Throws ProcessingError `foreign-encoding` where bytes that are not UTF-8 are EUC-TW. */
export function refuseEucTw(bytes: Uint8Array): void {
  if (isEucTw(bytes)) refuse('EUC-TW')
}

/** Encodings that texts are taken for, with those that the texts are in. */
const mistaken = [
  ['latin1', 'UTF-8'],
  ['windows-1252', 'UTF-8'],
  ['gb18030', 'UTF-8'],
  ['latin1', 'GBK'],
  ['windows-1252', 'GBK'],
] as const
/** Characters that are looked at. */
const sampleSize = 4096
/** Of rubbish hardly any character is common; of the text behind it most are. */
const mostOfRubbish = 0.5
const leastOfText = 0.7
/** Fewer different Chinese characters prove nothing. */
const fewestProven = 4

/** Throws ProcessingError `mojibake` where a text is one that was read in another encoding than its own and saved so. */
export function refuseMojibake(text: string): void {
  const sample = text.slice(0, sampleSize)
  if (!/[^\0-\x7f]/.test(sample) || commonShare(sample, 'gb18030') > mostOfRubbish) return
  const readings = mistaken.flatMap(([encoding, own]) => {
    const undone = new TextDecoder(own).decode(encode(sample, encoding))
    const found = undone.match(/[\u4e00-\u9fff]/g) ?? []
    const characters = found.length
    const isText = new Set(found).size >= fewestProven && commonShare(undone, 'gb18030') >= leastOfText
    return isText ? [{ encoding, own, characters }] : []
  })
  if (readings.length === 0) return
  const longest = most(readings.map(({ characters }) => characters))
  const { encoding, own } = readings.find(({ characters }) => characters === longest)!
  throw new ProcessingError('mojibake', { encoding, own })
}
