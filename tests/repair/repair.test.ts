import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { invert, revise } from '../../src/model/edit.js'
import type { Candidates } from '../../src/repair/decode/candidates.js'
import { spinText } from '../support/spin.js'
import { loadCandidates, repairText } from './support.js'

let candidates: Candidates
beforeAll(() => {
  candidates = loadCandidates()
})

/** Sentences of report prose with figures, Latin and punctuation of every kind. */
const sentences = [
  '全县共有各级各类学校108所，在校学生31810人，教职工2171人。',
  '我们坚持教育优先发展，不断提高教学质量，切实加强教师队伍建设。',
  '全年完成投资1545.28万元，比上年增长8.6％，创历史最好水平。',
  '各部门要认真贯彻落实会议精神，严格执行各项规章制度。',
  '通过深入开展宣传活动，群众的安全意识得到明显增强。',
  '新建校舍３.72万平方米，拆除危房1044㎡；GDP同比增长5.2%。',
  '积极推进农村改革，完善基础设施，促进经济社会协调发展。',
]

const table = new Map([
  ['学校', '黉舍'],
  ['学生', '门生'],
  ['教育', '教导'],
  ['建设', '设置装备摆设'],
  ['教学', '教授教养'],
  ['提高', '进步'],
  ['严格', '严峻'],
  ['执行', '施行'],
  ['制度', '轨制'],
  ['认真', '当真'],
  ['农村', '屯子'],
  ['通过', '经由过程'],
  ['积极', '踊跃'],
  ['质量', '品质'],
  ['完善', '美满'],
  ['精神', '肉体'],
])

const texts = fc
  .array(fc.constantFrom(...sentences, ''), { minLength: 1, maxLength: 12 })
  .map((picked) => picked.join('\n'))

const figures = (text: string) => text.replace(/[^0-9０-９A-Za-z%％㎡.]/g, '')

function check(text: string, options = {}): void {
  const document = repairText(candidates, text, options)
  let previousEnd = 0
  for (const { start, end, actual } of document.corrections) {
    expect(start).toBeGreaterThanOrEqual(previousEnd)
    expect(text.slice(start, end)).toBe(actual)
    previousEnd = end
  }
  expect(previousEnd).toBeLessThanOrEqual(text.length)
  const applied = document.corrections.filter(({ status }) => status === 'applied')
  const repaired = document.repaired.text
  expect(revise(text, applied).text).toBe(repaired)
  expect(revise(repaired, invert(text, applied)).text).toBe(text)
  expect(figures(repaired)).toBe(figures(text))
}

describe('repairDocument', () => {
  it('keeps figures, Latin and offsets in spun text, and its edits can be undone', () => {
    fc.assert(
      fc.property(texts, (text) => check(spinText(text, table).text)),
      { numRuns: 40 },
    )
  })

  it('holds for arbitrary strings, lone surrogates and all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => check(text, { assume: 'spun' })),
      { numRuns: 60 },
    )
  })

  it('leaves clean text alone', () => {
    const text = sentences.join('\n')
    const document = repairText(candidates, text)
    expect(document.repaired.text).toBe(text)
    expect(document.spin.verdict).toBe('clean')
  })

  it('takes text as it stands where it is assumed clean', () => {
    const text = spinText(sentences.join('\n'), table).text
    expect(repairText(candidates, text, { assume: 'clean' }).corrections).toEqual([])
  })

  /** Share of the characters that differ, place by place, in texts of one length. */
  function difference(text: string, clean: string): number {
    const wrong = [...text].filter((character, index) => character !== clean[index]).length
    return wrong / clean.length
  }

  it('restores spun text, and repairing the result again changes nothing', () => {
    const clean = sentences.join('')
    const once = repairText(candidates, spinText(clean, table).text).repaired.text
    for (const spun of table.values()) if (!clean.includes(spun)) expect(once).not.toContain(spun)
    expect(difference(once, clean)).toBeLessThan(0.03)
    expect(repairText(candidates, once).repaired.text).toBe(once)
  })

  it('restores text that was spun twice', () => {
    const second = new Map([
      ['教导', '教诲'],
      ['进步', '前进'],
      ['黉舍', '书院'],
    ])
    const clean = sentences.join('')
    const twice = spinText(spinText(clean, table).text, second).text
    check(twice)
    expect(difference(repairText(candidates, twice).repaired.text, clean)).toBeLessThan(0.05)
  })

  it('never touches protected words', () => {
    const text = spinText(sentences.join('\n'), table).text
    const lexicon = { ...candidates.lexicon, protectedWords: ['黉舍'] }
    const document = repairText({ ...candidates, lexicon }, text)
    expect(document.repaired.text).toContain('黉舍')
    expect(document.repaired.text).toContain('学生')
  })

  it('keeps what was weighed for every swap', () => {
    const { corrections, trace } = repairText(candidates, spinText(sentences.join('\n'), table).text)
    const weighed = trace.passes().flatMap((pass) => pass.weighed)
    for (const { start, end, replacement } of corrections) {
      expect(weighed).toContainEqual(expect.objectContaining({ start, end, replacement }))
    }
    expect(trace.decisions).toHaveLength(corrections.length)
  })

  it('says how sure it is and why', () => {
    const { corrections } = repairText(candidates, spinText(sentences.join('\n'), table).text)
    const school = corrections.find(({ actual }) => actual === '黉舍')
    expect(school).toMatchObject({ replacement: '学校', status: 'applied', kind: 'swap' })
    expect(school!.confidence).toBeGreaterThan(0.9)
    expect(school!.evidence.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pair', 'context']))
  })
})

/** What the context alone decides: one spun form, several standard words. Own sentences around known swaps. */
const inContext: [spun: string, standard: string][] = [
  ['适龄儿童已退学1505人，入学率达99.7%，全县贯彻责任教导法。', '贯彻义务教育法'],
  ['严峻免费轨制，标准教导免费行动，严禁乱免费。', '严格收费制度'],
  ['对贫穷家庭门生供应收费教科书，减轻屯子家庭累赘。', '免费教科书'],
  ['各黉舍失常运行失掉无效保障，教授教养次序优越。', '得到有效保障'],
  ['为周全进步教导教授教养品质打下松软的根底。', '坚实的基础'],
  ['经由过程优质的教导加强学校订门生的吸引力。', '学校对学生'],
  ['一年来各项事情取得了必定的问题，形成为了优越的空气。', '形成了良好的氛围'],
  ['严峻按步伐提拔罢免干部，果断根绝用人不正之风。', '按程序选拔任用干部'],
  ['踊跃奉行政务党务地下，增强向导班子设置装备摆设。', '党务公开'],
]

describe('repair in context', () => {
  // A tool shows itself in a document, not in one sentence.
  const context = inContext.map(([sentence]) => sentence).join('\n')
  const document = `${spinText(sentences.join('\n'), table).text}\n${context}`

  it.each(inContext)('%s', (spun, standard) => {
    const { repaired } = repairText(candidates, document)
    expect(repaired.text).toContain(standard)
    expect(repaired.text).not.toContain(spun)
  })

  it('at least suggests what turns the meaning around and stands once', () => {
    const { corrections } = repairText(candidates, document)
    expect(corrections).toContainEqual(expect.objectContaining({ actual: '问题', replacement: '成绩' }))
  })
})
