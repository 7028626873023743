/** Every construction of numbers reads its own examples, in a text and by itself, and nothing in its non-examples. */
import { describe, expect, test } from 'vitest'
import type { Quantity as Inner } from '../../src/model/fact.js'
import { scanNumeral } from '../../src/numerals/scan.js'
import { findQuantities, type Quantity, withStrings } from '../../src/pipeline/quantities.js'
import { readAmount } from '../../src/quantities/amount.js'
import type { Construction } from '../../src/quantities/constructions/contract.js'
import { constructions } from '../../src/quantities/constructions/index.js'
import { order } from '../../src/quantities/constructions/order.js'
import { quantityText } from '../../src/quantities/text.js'
import { loadUnits } from '../../src/resources/units.js'

const units = loadUnits()

/** All that a construction reads in a text by itself, wherever a number might begin. */
function readAlone(construction: Construction, text: string): Quantity[] {
  const source = quantityText(text, units)
  const found: (Inner | undefined)[] = []
  for (let at = 0; at < text.length; at++) {
    if (at > 0 && /\d/.test(text[at - 1]!)) continue
    const numeral = scanNumeral(source.codes, at)
    if (construction.reads === 'signs') {
      const isOpen = construction.starts.includes(text[at]!) && construction.opens(source, at)
      if (isOpen) found.push(construction.read(source, at))
    } else if (construction.reads === 'digits') {
      found.push(construction.read(source, at))
    } else if (numeral !== undefined) {
      found.push(
        construction.reads === 'numeral'
          ? construction.read(source, numeral)
          : construction.read(source, readAmount(source, numeral)),
      )
    }
  }
  return found.filter((quantity) => quantity !== undefined).map(withStrings)
}

test('each has its place in the order, once', () => {
  expect([...order].sort()).toEqual(constructions.map(({ id }) => id).sort())
})

describe.each([...constructions])('$id', (construction) => {
  const { examples, nonExamples } = construction

  test('has examples of both sorts', () => {
    expect(examples.length).toBeGreaterThan(0)
    expect(nonExamples.length).toBeGreaterThan(0)
  })

  test.each(examples)('reads $reads in $text', ({ text, reads, value = null, ends }) => {
    const [low, high] = ends ?? [null, null]
    const wanted = { text: reads, value, ...(value === null && { low, high }) }
    expect(findQuantities(text, { units })).toContainEqual(expect.objectContaining(wanted))
    expect(readAlone(construction, text)).toContainEqual(expect.objectContaining(wanted))
  })

  test.each(nonExamples)('reads nothing in %s', (text) => {
    expect(readAlone(construction, text)).toEqual([])
  })
})
