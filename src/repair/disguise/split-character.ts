/** Characters that were taken apart into two: 石肖石黄 for 硝磺. */
import type { DisguiseKind, Proposal } from './kind.js'

export const splitCharacter: DisguiseKind = {
  id: 'split-character',
  cost: 3,
  propose(line, start, end, { characters: { parts } }) {
    const found: Proposal[] = []
    const charactersAt = (at: number) => (at + 2 <= end ? (parts.get(line.slice(at, at + 2)) ?? []) : [])
    for (let at = start; at + 2 <= end; at++) {
      for (const replacement of charactersAt(at)) {
        found.push({ start: at, end: at + 2, replacement })
        // Both characters of a word: rare ones, which the model does not know, are never four such parts by chance.
        for (const second of charactersAt(at + 2)) {
          found.push({ start: at, end: at + 4, replacement: replacement + second, cost: 0 })
        }
      }
    }
    return found
  },
  examples: [
    {
      damaged: '严禁石肖石黄和雷管流入社会，依法收缴木仓支弓单药。',
      restored: '严禁硝磺和雷管流入社会，依法收缴枪支弹药。',
    },
  ],
  nonExamples: [
    '女子组的比赛在日月潭举行，人言可畏，木又生和弓长安都没有到场。',
    '字谜：女子为好，日月为明，石皮为破，鱼羊为鲜，木寸为村。',
  ],
}
