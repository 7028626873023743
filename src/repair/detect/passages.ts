/**
 * Cuts a text into passages: pieces of at most some hundred characters that were spun, or not, as a whole. Borders
 * stand at line breaks and at the ends of sentences; only a sentence that is too long is cut inside.
 */

/** A piece of the text that was spun or was not, as a whole. Offsets index the text. */
export interface Passage {
  readonly start: number
  readonly end: number
  /** First of its line or paragraph: the tool may well have been applied to one paragraph and not to the next. */
  readonly opensParagraph: boolean
  readonly closesParagraph: boolean
  /** Chinese characters in it. */
  readonly han: number
}

/** A longer one is cut: a few sentences hold enough forms to tell, and a border between spun and clean is not far off. */
const longestPassage = 240
const sentenceEnds = new Set('。！？；!?;')

const han = /[\u4e00-\u9fff]/g

function hanIn(text: string): number {
  return text.match(han)?.length ?? 0
}

/** Passages cover the text without line breaks between them. */
export function findPassages(text: string): Passage[] {
  const passages: Passage[] = []
  let lineStart = 0
  while (lineStart < text.length) {
    let lineEnd = text.indexOf('\n', lineStart)
    if (lineEnd < 0) lineEnd = text.length
    let start = lineStart
    while (start < lineEnd) {
      const end = passageEnd(text, start, lineEnd)
      passages.push({
        start,
        end,
        opensParagraph: start === lineStart,
        closesParagraph: end === lineEnd,
        han: hanIn(text.slice(start, end)),
      })
      start = end
    }
    lineStart = lineEnd + 1
  }
  return passages
}

/** The end of a passage from `start`: the last end of a sentence within reach, else of a clause, else the limit. */
function passageEnd(text: string, start: number, lineEnd: number): number {
  if (lineEnd - start <= longestPassage) return lineEnd
  const limit = start + longestPassage
  let clause = -1
  for (let index = limit - 1; index > start + 20; index--) {
    const character = text[index]!
    if (sentenceEnds.has(character)) return index + 1
    if (clause < 0 && (character === '，' || character === ',' || character === '、' || character === ' '))
      clause = index + 1
  }
  if (clause > 0) return clause
  // Never between the halves of a surrogate pair.
  const low = text.charCodeAt(limit)
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit
}
