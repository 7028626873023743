/**
 * What a document says is text. Characters that a terminal obeys (escapes and other controls, marks of direction) are
 * shown as signs or, in JSON, escaped, so that no text and no name moves the cursor, breaks a line of a log or turns
 * figures around.
 * Invariant: a sign takes the one code unit of what it stands for, so offsets stay right.
 */

/** A tab, and a line break as systems write it, are what a text of several lines is made of. */
const inText = /(?!\t|\n|\r\n)[\p{Cc}\p{Bidi_Control}]/gu
const inLine = /(?!\t)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu
const inJson = /(?!\n)[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** The picture that Unicode has of a control (␛, ␇, ␍); � for those of which it has none. */
function signOf(control: string): string {
  const code = control.charCodeAt(0)
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  return code === 0x7f ? '␡' : '�'
}

/** A text of several lines, with signs for controls. */
export function showControls(text: string): string {
  return text.replace(inText, signOf)
}

/** A name, a message or another text that is part of one line: its line breaks are signs too. */
export function showInLine(text: string): string {
  return text.replace(inLine, signOf)
}

/** The same JSON with what stands raw in its strings escaped: it parses to the same value. */
export function escapeControls(json: string): string {
  return json.replace(inJson, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A value with each of its strings changed; keys stay. */
export function mapStrings<Value>(value: Value, change: (text: string) => string): Value {
  const map = (part: unknown): unknown => {
    if (typeof part === 'string') return change(part)
    if (Array.isArray(part)) return part.map(map)
    if (typeof part !== 'object' || part === null) return part
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, map(inner)]))
  }
  return map(value) as Value
}
