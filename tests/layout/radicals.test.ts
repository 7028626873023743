/** Radicals that stand for characters: a report written with them reads as the report does, and undoing gives it back. */
import { expect, it } from 'vitest'
import { foldRadicals } from '../../src/model/radicals.js'
import { processText } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { plainText, sampleReport } from '../readers/samples/report.js'
import { checkRecord } from '../support/invariants.js'

const resources = await loadResources()

/** Every radical by the character that it is folded to. */
const radicalFor = new Map<string, string>()
for (let code = 0x2e80; code <= 0x2fd5; code++) {
  const radical = String.fromCharCode(code)
  if (foldRadicals(radical) !== radical) radicalFor.set(foldRadicals(radical), radical)
}

it.each([
  ['⽣产', '生产'],
  ['增⻓、⻚、⽀出', '增长、页、支出'],
  ['\uf9f7', '立'],
  ['⺅ 々 \ufa0e \ufacf', '⺅ 々 \ufa0e \ufacf'],
])('%s', (text, folded) => expect(foldRadicals(text)).toBe(folded))

it.each(['clean', 'damaged'] as const)('a %s report reads the same in radicals', (side) => {
  const text = plainText(sampleReport('grain-agriculture', side))
  const printed = text.replace(/./gu, (character) => radicalFor.get(character) ?? character)
  const [expected, actual] = [text, printed].map((one) => processText(one, { resources }))
  checkRecord(actual!)
  expect(printed).not.toBe(text)
  expect(actual!.source.text).toBe(printed)
  expect(actual!.repaired.text).toBe(expected!.repaired.text)
  expect(actual!.spin.verdict).toBe(expected!.spin.verdict)
  const said = ({ facts }: typeof expected & object) =>
    facts.map(({ start, end, indicator, value, unit }) => [start, end, indicator, value, unit])
  expect(said(actual!)).toEqual(said(expected!))
})
