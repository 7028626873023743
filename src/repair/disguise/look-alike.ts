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
  examples: [
    {
      damaged: '全县推广使鼡农家肥，囚均收入逐年提高，物价岼稳，群众矗接受益。',
      restored: '全县推广使用农家肥，人均收入逐年提高，物价平稳，群众直接受益。',
    },
    {
      damaged: '壮大主仂企业，建设Φ国特色新农村，菿年底全面完成。',
      restored: '壮大主力企业，建设中国特色新农村，到年底全面完成。',
    },
  ],
  nonExamples: [
    '监狱对囚犯实行分类管教，石碑矗立在山岼上，仂语见于古书。',
    '日本商店的标价写着一千円，碑文里的“囯”与“圀”都是“国”的异体字。',
    '参加人员：王仂、李岼、赵鼡、孙囚、周矗。',
  ],
}
