/** Characters that sound alike, to get round a filter of words: 书脊 for 书记, 正府 for 政府. */
import type { DisguiseKind } from './kind.js'
import { windowsOf } from './windows.js'
import { soundKeys } from './words.js'

export const homophone: DisguiseKind = {
  id: 'homophone',
  cost: 6,
  propose: (line, start, end, { characters, words }) =>
    windowsOf(line, start, end, words).flatMap(({ from, to, written }) => {
      const sounding = soundKeys(written, characters).flatMap(words.bySound)
      return [...new Set(sounding)].map((replacement) => ({ start: from, end: to, replacement }))
    }),
  examples: [
    { damaged: '县卫书脊主持会议，各级正府要抓好落实。', restored: '县委书记主持会议，各级政府要抓好落实。' },
    {
      damaged: '各级正府要认真落实党的正策，坚持依法执正。',
      restored: '各级政府要认真落实党的政策，坚持依法执政。',
    },
  ],
  nonExamples: ['这本书的书脊已经开裂，馆员用糨糊补好。', '卫正府先生和他的学生郑策一起吃了晚饭。'],
}
