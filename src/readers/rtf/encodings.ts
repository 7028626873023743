/** The encodings of text in RTF: of the document by code page, of a font by its character set. */

/** Code pages that documents state, by the name of their decoder. */
const codePages = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
])

const characterSets = new Map([
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
])

const western = 'windows-1252'

export const encodingOfPage = (page: number) => codePages.get(page) ?? western

/** Undefined where a font says nothing of its own. */
export const encodingOfSet = (set: number) => characterSets.get(set)

const decoders = new Map<string, { decode(bytes: Uint8Array): string }>()

export function decodeBytes(bytes: string, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding)
  decoders.set(encoding, decoder)
  return decoder.decode(Buffer.from(bytes, 'latin1'))
}
