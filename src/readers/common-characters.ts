/**
 * How common the characters of a decoded text are, to tell encodings apart that all decode. The first levels of
 * GB 2312 (3,755 characters) and of Big5 (5,401) were chosen by frequency, so they serve as the table; it is made by
 * decoding the standards' own code ranges.
 */

interface CodeRange {
  readonly encoding: string
  /** First and last lead byte of the level. */
  readonly leads: readonly [number, number]
  readonly trails: readonly (readonly [number, number])[]
}

const firstLevels: readonly CodeRange[] = [
  { encoding: 'gb18030', leads: [0xb0, 0xd7], trails: [[0xa1, 0xfe]] },
  {
    encoding: 'big5',
    leads: [0xa4, 0xc6],
    trails: [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ],
  },
]

/** Bit of each first level. */
const bits: Readonly<Record<string, number>> = { gb18030: 1, big5: 2 }

let levels: Uint8Array | undefined

/** By code unit: of which first levels it is a member. Made when it is first asked for, and the same ever after. */
function levelTable(): Uint8Array {
  if (levels !== undefined) return levels
  const table = new Uint8Array(0x10000)
  for (const { encoding, leads, trails } of firstLevels) {
    const decoder = new TextDecoder(encoding)
    for (let lead = leads[0]; lead <= leads[1]; lead++) {
      for (const [first, last] of trails) {
        for (let trail = first; trail <= last; trail++) {
          const code = decoder.decode(Uint8Array.of(lead, trail)).charCodeAt(0)
          if (code >= 0x4e00 && code <= 0x9fff) table[code]! |= bits[encoding]!
        }
      }
    }
  }
  levels = table
  return table
}

/** Characters that any report holds, of which each encoding has its own codes: punctuation and full-width forms. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x301f) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2026)
  )
}

/**
 * Share of the characters beyond ASCII that are common in the script that the encoding is used for, in [0, 1];
 * of a text of ASCII alone, one half.
 */
export function commonShare(text: string, encoding: string): number {
  const table = levelTable()
  const wanted = bits[encoding] ?? 3
  let seen = 0
  let common = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    seen++
    if ((table[code]! & wanted) !== 0 || isPunctuation(code)) common++
  }
  return seen === 0 ? 0.5 : common / seen
}
