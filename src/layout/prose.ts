/**
 * Running prose, told from lists, labels, cells, formulas and code by the characters that a piece of text is made of.
 * Only in running prose does white space between two Chinese characters belong to nobody.
 */

export function isHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x4e00 && code <= 0x9fff
}

/** Of the characters and words of prose, at least this share is Chinese characters. A Latin word counts once. */
const leastHanShare = 0.75

const isLetter = (code: number) =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0x370 && code <= 0x3ff)

/** A tab parts cells, leaders lead to page numbers, wide gaps part columns, and operators stand in formulas and code. */
const foreign = /\t|\.{4}|…{3}|·{3}|_{3}|[ \u3000]{3}|[=<>{}\\^|#@√∑∫∈∀∂≤≥≠⊕←→]/

/** Whether a piece of text reads like prose: nearly all of its words are Chinese, and nothing else is in it. */
export function isProse(text: string): boolean {
  if (foreign.test(text)) return false
  let han = 0
  let latin = 0
  let isInWord = false
  for (let at = 0; at < text.length; at++) {
    const letter = isLetter(text.charCodeAt(at))
    if (isHan(text, at)) han++
    else if (letter && !isInWord) latin++
    isInWord = letter
  }
  return han > 0 && han >= (han + latin) * leastHanShare
}

/** Whether an equation, an inequality or an assignment stands in a piece of text. */
export function holdsFormula(text: string): boolean {
  return /[=<>≤≥≠∈∀∃∑∏√∫∂]/.test(text)
}
