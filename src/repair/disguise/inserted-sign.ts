/** Signs and blanks that were put inside of words: 重*要, 经 济. */
import type { DisguiseKind, Proposal } from './kind.js'
import { longestWord } from './words.js'

/** Signs that part nothing in prose. Slashes, bars, hyphens and middle dots part words and names; a point may end a label. */
const signs = /(?<=[\u4e00-\u9fff])[ \u3000*^~_=+#@&$\\`'′¨˙☆★○●◎◇◆□■△▲※§]{1,2}(?=[\u4e00-\u9fff])/g

const isBlank = /[ \u3000]/
/** Running text at the sides of a blank: spaced letters, labels and names have single characters between blanks. */
const running = {
  before: /[\u4e00-\u9fff]{2}$/,
  after: /^[\u4e00-\u9fff](?:[\u4e00-\u9fff]|[，。；、！？,;!?])/,
}

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
      if (isBlank.test(sign) && !(running.before.test(before) && running.after.test(after))) continue
      if (words.tears(before, after)) found.push({ start: from, end: to, replacement: '' })
    }
    return found
  },
  examples: [
    {
      damaged: '全县促进经*济发展，提高人_民生活水平，取得了重*大成绩。',
      restored: '全县促进经济发展，提高人民生活水平，取得了重大成绩。',
    },
    {
      damaged: '全镇上下要促进经 济发展，提高人 民生活水平，加强党的建 设，取得了重 大成绩。',
      restored: '全镇上下要促进经济发展，提高人民生活水平，加强党的建设，取得了重大成绩。',
    },
  ],
  nonExamples: [
    '姓 名：张 三　　单 位：县 政 府　　职 务：主 任',
    '面积=长*宽，总价=单价*数量；**重要**事项用*斜体*标出。',
    '在 功能管理 工作区中，打开 应用 页，选择 所有 记录。',
    '列席人员 王建 国庆 李经 济南 周重 大庆',
  ],
}
