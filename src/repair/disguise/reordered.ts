/** Words whose characters were set in another order: 民人府政 for 人民政府. */
import type { DisguiseKind } from './kind.js'
import { windowsOf } from './windows.js'
import { sorted } from './words.js'

export const reordered: DisguiseKind = {
  id: 'reordered',
  cost: 4,
  propose: (line, start, end, { words }) =>
    windowsOf(line, start, end, words).flatMap(({ from, to, written }) =>
      words.byCharacters(sorted(written)).map((replacement) => ({
        start: from,
        end: to,
        replacement,
      })),
    ),
  examples: [
    {
      damaged: '县民人府政召开会议，县委记书作了报告。',
      restored: '县人民政府召开会议，县委书记作了报告。',
    },
  ],
  nonExamples: ['向阳村的人民代表和代表的家人都到了，产生了新的生产队长。'],
}
