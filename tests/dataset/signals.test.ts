import { beforeAll, describe, expect, it } from 'vitest'
import { isReport, proseOf } from '../../src/dataset/prose.js'
import { qualityOf } from '../../src/dataset/quality.js'
import { type Signals, signalsOf } from '../../src/dataset/signals.js'
import { processText } from '../../src/pipeline/process.js'
import { loadResources, type Resources } from '../../src/pipeline/resources.js'

let resources: Resources

beforeAll(async () => {
  resources = await loadResources()
})

const recordOf = (text: string) => processText(text, { resources })

const report = `县水利局2021年工作总结
全年完成水利投资3.62亿元，比上年增长12.4%。新建泵站18座，加固堤防46.5公里，改善灌溉面积2.3万亩。
全县农村自来水普及率达到93.7%，新增供水人口1.86万人。培训村级水管员214人次，处理群众来电来信327件。
`

describe('signals', () => {
  it('come back from JSON as they were, in about a kilobyte', () => {
    const signals = signalsOf(recordOf(report))
    const line = JSON.stringify(signals)
    expect(JSON.parse(line) as Signals).toEqual(signals)
    expect(line.length).toBeLessThan(2048)
  })

  it('are those of the same text however it is wrapped and printed', () => {
    const plain = signalsOf(recordOf(report)).sketch
    const wide = report.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    expect(signalsOf(recordOf(wide)).sketch.text).toBe(plain.text)
  })

  it('of an empty text are there', () => {
    const { quality, sketch } = signalsOf(recordOf(''))
    expect(quality.score).toBe(0)
    expect(sketch.length).toBe(0)
  })
})

describe('quality', () => {
  it('of a clean report is near 1', () => {
    const quality = qualityOf(recordOf(report))
    expect(quality.score).toBeGreaterThan(0.9)
    expect(quality.unrepairableShare).toBe(0)
    expect(quality.hanShare).toBeGreaterThan(0.5)
  })

  it.each([
    ['signs for undecodable bytes', '\ufffd\ufffd\ufffd'],
    ['control characters', '\u0001\u0002\u0003'],
    ['UTF-8 read as Latin-1', 'å¹´å·¥'],
  ])('falls with %s', (_, damage) => {
    const damaged = report.replace(/，/g, damage)
    const quality = qualityOf(recordOf(damaged))
    expect(quality.unrepairableShare).toBeGreaterThan(0.03)
    expect(quality.score).toBeLessThan(qualityOf(recordOf(report)).score - 0.03)
  })

  it('counts page furniture', () => {
    const quality = qualityOf(recordOf(`${report}\n本文档由网友上传，版权归原作者所有\n`))
    expect(quality.boilerplateShare).toBeGreaterThan(0.05)
  })
})

describe('a report', () => {
  it('is running text with figures', () => {
    expect(isReport(proseOf(recordOf(report.repeat(2))))).toBe(true)
  })

  it.each([
    ['a page of links', Array.from({ length: 40 }, (_, n) => `县水利局第${n + 1}号公示`).join('\n')],
    ['a table', Array.from({ length: 40 }, (_, n) => `乡镇${n}\t${n * 17}\t${n * 3.5}`).join('\n')],
    [
      'an essay without figures',
      '清晨的雾从河面上慢慢散开，远处的村庄露出青灰色的屋顶，挑水的人沿着石阶走下来。'.repeat(12),
    ],
  ])('is not %s', (_, text) => {
    expect(isReport(proseOf(recordOf(text)))).toBe(false)
  })
})
