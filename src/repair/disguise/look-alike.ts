/** Characters that look like others or hold them: 使鼡 for 使用, 岼稳 for 平稳. And signs that Unicode says are such: ㊥ for 中. */
import type { DisguiseKind } from './kind.js'
import { isNumeral } from './words.js'

/** The character that Unicode takes a sign for: 中 of ㊥, 用 of the radical ⽤. */
function compatible(character: string): string[] {
  const code = character.charCodeAt(0)
  const isSign = (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x3280 && code <= 0x33ff) || code >= 0xf900
  const standard = isSign ? character.normalize('NFKC') : character
  return standard !== character && /^[\u4e00-\u9fff]$/.test(standard) ? [standard] : []
}

export const lookAlike: DisguiseKind = {
  id: 'look-alike',
  cost: 3,
  propose(line, start, end, { characters }) {
    return Array.from({ length: end - start }, (_, index) => start + index).flatMap((at) => {
      const form = line[at]!
      return [...(characters.lookAlikes.get(form) ?? []), ...compatible(form)]
        .filter((standard) => !isNumeral(standard) && !isNumeral(form))
        .map((replacement) => ({ start: at, end: at + 1, replacement }))
    })
  },
  examples: [],
  nonExamples: [],
}
