/** Figures that are called alike and differ. */
import { expect, test } from 'vitest'
import { collisionsOf } from '../../../measure/eval/collisions.js'
import { toRecord } from '../../../src/writers/record.js'
import { extractText } from '../../support/document.js'

const found = (text: string) => collisionsOf(toRecord({ ...extractText(text), checks: [] }).facts)

test('two values under one name collide; one value twice, and a change, do not', () => {
  expect(found('全校有学生820人。全校有学生860人。')).toEqual({
    figures: 2,
    nameless: 0,
    groups: [{ name: '学生数', texts: ['820人', '860人'] }],
  })
  expect(found('全校有学生820人，增加20人。全校有学生820人。').groups).toEqual([])
  expect(found('2022年有学生820人。2023年有学生860人。').groups).toEqual([])
})
