/**
 * Folding of full-width letters, digits and punctuation to one form. Used for matching only; users never see folded
 * text.
 * Invariant: folding keeps the length, so offsets stay valid.
 */

const table = new Uint16Array(0x10000)
for (let code = 0; code < 0x10000; code++) table[code] = code
for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0
table[0x3000] = 0x20
table[0x00a0] = 0x20
table[0xfe50] = 0x2c
table[0xff61] = 0x3002
table[0xff64] = 0x3001

/** One code unit in its folded form. */
export function foldedWidth(code: number): number {
  return table[code]!
}

/** Of each code unit its folded form; a copy of one's own. */
export function foldedCodes(): Uint16Array<ArrayBuffer> {
  return table.slice()
}

/** Same length as the input. `，` becomes `,`, `２` becomes `2`; `。` and `、` stay. */
export function foldWidth(text: string): string {
  let changed = false
  const codes = new Uint16Array(text.length)
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const folded = table[code]!
    codes[index] = folded
    if (folded !== code) changed = true
  }
  if (!changed) return text
  const pieces: string[] = []
  for (let start = 0; start < codes.length; start += 8192) {
    pieces.push(String.fromCharCode(...codes.subarray(start, start + 8192)))
  }
  return pieces.join('')
}
