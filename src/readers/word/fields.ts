/**
 * Fields of Word documents: what a field says is its result, never its instruction. An equation field has no result and
 * shows what it is told to draw; phonetic guides are such fields.
 */

interface OpenField {
  instruction: string
  hasResult: boolean
  /** Whether something is printed in its result. */
  isFilled: boolean
}

/** The fields around the place that is being read. */
export interface FieldTrack {
  begin(): void
  /** The result follows. */
  separate(): void
  /** Gives what the field shows in place of a result. */
  end(): string
  /** Gives a piece of text back where it is shown; where it is part of an instruction, nothing. */
  take(text: string): string
  /** Whether a field is open that makes its result anew. */
  isRemade(): boolean
  /** What stands in an instruction that never ended: in a broken file, the rest of its text. */
  rest(): string
}

/** Switches of equations, which move or frame what follows them, with their measures. */
const switches = /\\[a-z]+\s*\d*/gi

/** The arguments of the bracket that ends at the end of `text`. */
function lastArguments(text: string): string[] {
  const pieces: string[] = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (depth === 1 && (character === ',' || character === ';')) pieces.push('')
    else if (!(depth === 1 && character === '(') && !(depth === 0 && character === ')'))
      pieces[pieces.length - 1] += character
  }
  return pieces
}

const equation = /^\s*EQ\s+([\s\S]*)$/i

/** What an equation field shows: of things drawn over each other the last, else the parts as they are written. */
function shownEquation(instruction: string): string {
  const code = equation.exec(instruction)?.[1]
  if (code === undefined) return ''
  const drawn = code.replace(/\\\*\s*(?:jc\d+|hps\d+|"[^"]*")\s*/gi, '')
  const bracket = drawn.indexOf('(')
  if (bracket < 0) return ''
  const parts = lastArguments(drawn.slice(bracket)).map((part) => part.replaceAll(switches, '').trim())
  if (/\\o/i.test(drawn.slice(0, bracket))) return parts.at(-1) ?? ''
  return /\\f/i.test(drawn.slice(0, bracket)) ? parts.join('/') : parts.join('')
}

/** Fields that never make their result anew: what a link says, and what stands in the field of a form, was typed. */
const isKept = /^\s*(?:HYPERLINK|FORMTEXT)\b/i

export function newFieldTrack(): FieldTrack {
  const open: OpenField[] = []
  const isShown = () => open.every(({ hasResult }) => hasResult)
  const take = (text: string) => {
    if (isShown()) {
      if (open.length > 0 && text.trim() !== '') for (const field of open) field.isFilled = true
      return text
    }
    const inner = open.at(-1)!
    // The result of a field inside of an instruction is part of no text.
    if (!inner.hasResult) inner.instruction += text
    return ''
  }
  return {
    begin() {
      open.push({ instruction: '', hasResult: false, isFilled: false })
    },
    separate() {
      const inner = open.at(-1)
      if (inner !== undefined) inner.hasResult = true
    },
    end() {
      const ended = open.pop()
      return ended === undefined || ended.isFilled ? '' : take(shownEquation(ended.instruction))
    },
    take,
    isRemade: () => open.some(({ instruction }) => !isKept.test(instruction)),
    rest: () => open.find(({ hasResult }) => !hasResult)?.instruction ?? '',
  }
}
