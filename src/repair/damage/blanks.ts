/**
 * Lines, letters and stars that hide nothing: the blanks of a form that somebody is still to fill in, and stars of
 * Markdown around words. Whole texts are judged, since a single blank looks like a mask.
 */

/** Of both words one is to be struck out: 增加（减少）XX万元. */
const choice = /(?:增加|增长|上升|提高|减少|下降)[ ]?\((?:减少|下降|降低|增加|增长)\)[ ]?[xX×_*]{2}/
/** A line to write on: long, behind a colon, or for a day. */
const line = /_{5}|[：:][ ]?_{2}|_{2} ?年[ _]+月/
const counted = /^[万亿元个人户辆台套所项次件名%‰]/
/** Figures all of which are hidden, where none shows a digit: a form that was never filled in. */
const fewestBlanks = 2

/** Whether lines of a text are there to write on, so that none of them hides anything. */
export function hasLines(text: string): boolean {
  return line.test(text)
}

/** Whether a text is a form: `partly` are its figures of which digits are left, `wholly` its other masks. */
export function isForm(
  text: string,
  partly: readonly (readonly [number, number])[],
  wholly: readonly (readonly [number, number])[],
): boolean {
  if (choice.test(text)) return true
  const isYear = wholly.some(([start, end]) => end - start === 4 && text[end] === '年')
  const blanks = wholly.filter(([, end]) => counted.test(text.slice(end, end + 1)))
  return partly.length === 0 && !isYear && blanks.length >= fewestBlanks
}

/** Words between stars do not end so. */
const goesOn = /[，、,和与及的在]$|^\s|\s$/

/** Whether stars set words off: every line of the text that has some closes each pair of them around words. */
export function hasEmphasis(text: string): boolean {
  return text.split('\n').every((printed) => {
    const pieces = printed.split(/\*{2,}/)
    const inside = pieces.filter((_, index) => index % 2 === 1)
    return pieces.length % 2 === 1 && inside.every((words) => words.length > 1 && !goesOn.test(words))
  })
}
