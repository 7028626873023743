/** Log-odds of passages by their forms, by hand. */
import { describe, expect, test } from 'vitest'
import { passageOdds } from '../../../src/repair/detect/passage-odds.js'
import { findPassages } from '../../../src/repair/detect/passages.js'
import { plainParameters } from '../small.js'
import { statedEvidence } from './evidence.js'

const evidence = statedEvidence({
  黉舍: { odds: 4 },
  客岁: { odds: 2.5 },
  小我: { odds: 2 },
  同时: { odds: 0.75 },
  学校: { odds: -0.5 },
  学生: { odds: 0 },
})

/** The odds of each line, its length left out. */
function odds(text: string, survival = 1, passageLengthCost = 0): number[] {
  const detection = { ...plainParameters.detection, passageLengthCost }
  // Adding 0 makes 0 of -0.
  return passageOdds(evidence, text, findPassages(text), detection, { survival }).map((one) => one + 0)
}

describe('passageOdds', () => {
  test('add what the forms say', () => {
    expect(odds('黉舍客岁学校学生')).toEqual([4 + 2.5 - 0.5])
    expect(odds('一二三')).toEqual([0])
    expect(odds('')).toEqual([])
  })

  test('a thousand Chinese characters cost what they cost', () => {
    expect(odds(`黉舍${'一'.repeat(98)}2021`, 1, 10)[0]).toBeCloseTo(4 - 1, 12)
  })

  test('a form counts once a passage', () => {
    expect(odds('黉舍一黉舍')).toEqual([4])
    expect(odds('黉舍\n黉舍')).toEqual([4, 4])
  })

  test('a form that stands often counts less each time, the more so the less it says', () => {
    expect(odds('黉舍黉舍\n黉舍黉舍')).toEqual([4, 4])
    expect(odds('客岁客岁\n客岁客岁')).toEqual([2.5 / 2, 2.5 / 2])
    expect(odds('小我小我\n小我小我')).toEqual([2 / 4, 2 / 4])
    expect(odds('同时同时同时', 0.5)).toEqual([0.25])
    expect(odds('小我\n一\n小我小我小我')).toEqual([0.5, 0, 0.5])
  })

  test('where first places alone were replaced, a surviving word speaks against its own first place only', () => {
    const text = '学校一学校\n学校黉舍'
    const firstPlaces = new Map([
      [4, 0],
      [0, 8],
    ])
    const { detection } = plainParameters
    const plain = { ...detection, passageLengthCost: 0 }
    const standing = { survival: 1, firstPlaces }
    expect(passageOdds(evidence, text, findPassages(text), plain, standing)).toEqual([-0.5, 4])
  })

  test('surviving words speak against each time, by how much they do', () => {
    expect(odds('学校学校学校')).toEqual([-1.5])
    expect(odds('黉舍学校学校', 0.25)).toEqual([4 - 0.25])
    expect(odds('黉舍学校', 0)).toEqual([4])
  })
})
