/**
 * RTF as a stream of tokens: groups, control words with their number, bytes of text. Linear; what is cut off or broken
 * gives fewer tokens, never an error.
 */

export type Token =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly word: string; readonly value: number | undefined }
  /** Text as bytes of the encoding at hand; `isEscaped` where each is written as a code. */
  | { readonly kind: 'text'; readonly bytes: string; readonly isEscaped: boolean }

const pattern = /([{}])|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([^\\{}\r\n]+)/g

/** Tokens of a file, which is read as one byte a character. */
export function* tokensOf(file: string): Generator<Token> {
  pattern.lastIndex = 0
  for (let found = pattern.exec(file); found !== null; found = pattern.exec(file)) {
    const [, brace, word, number, code, sign, text] = found
    const { lastIndex } = pattern
    if (brace !== undefined) yield { kind: brace === '{' ? 'open' : 'close' }
    else if (word !== undefined) {
      const value = number === undefined ? undefined : Number(number)
      yield { kind: 'word', word, value }
      // Bytes that are no text stand behind this word.
      pattern.lastIndex = word === 'bin' ? lastIndex + Math.max(0, value ?? 0) : lastIndex
    } else if (code !== undefined)
      yield { kind: 'text', bytes: String.fromCharCode(Number.parseInt(code, 16)), isEscaped: true }
    else if (sign !== undefined) {
      if (sign === '\\' || sign === '{' || sign === '}') yield { kind: 'text', bytes: sign, isEscaped: true }
      else yield { kind: 'word', word: sign, value: undefined }
      pattern.lastIndex = lastIndex
    } else yield { kind: 'text', bytes: text!, isEscaped: false }
  }
}
