/** Signs and blanks that were put inside of words: 重*要, 经 济. */
import type { DisguiseKind, Proposal } from './kind.js'
import { longestWord } from './words.js'

/** Signs that part nothing in prose. Slashes, bars, hyphens and middle dots part words and names; a point may end a label. */
const signs = /(?<=[\u4e00-\u9fff])[ \u3000*^~_=+#@&$\\`'′¨˙☆★○●◎◇◆□■△▲※§]{1,2}(?=[\u4e00-\u9fff])/g

export const insertedSign: DisguiseKind = {
  id: 'inserted-sign',
  cost: 3,
  propose(line, start, end, { words }) {
    const found: Proposal[] = []
    for (const { 0: sign, index } of line.slice(start, end).matchAll(signs)) {
      const from = start + index
      const to = from + sign.length
      const before = line.slice(Math.max(0, from - longestWord), from)
      const after = line.slice(to, to + longestWord)
      // Letters that are spaced out, labels and names have a single character between blanks.
      const isSpaced =
        /[ \u3000]/.test(sign) && !(/[\u4e00-\u9fff]{2}$/.test(before) && /^[\u4e00-\u9fff]{2}/.test(after))
      if (isSpaced) continue
      if (words.tears(before, after)) found.push({ start: from, end: to, replacement: '' })
    }
    return found
  },
  examples: [],
  nonExamples: [],
}
