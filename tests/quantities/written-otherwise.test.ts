/** Numbers in other digits, with signs and with characters that nobody sees: one figure, or listed; never half of one. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { numberSign } from '../../src/numerals/signs.js'
import { loadUnits, type UnitTable } from '../../src/resources/units.js'
import { printedNumbers } from '../support/numbers.js'

let table: UnitTable
beforeAll(() => {
  table = loadUnits()
})

const bare = (text: string) => text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')

describe('one figure', () => {
  it.each([
    ['建成泵站4\u200b07座', '4\u200b07座', '407', '座'],
    ['安排1\u00ad2,5\u206000万\u200d元', '1\u00ad2,5\u206000万\u200d元', '12500', '万元'],
    ['完成率\u200e93\u200f.5\ufeff%', '93\u200f.5\ufeff%', '93.5', '%'],
    ['三\u200b十\u2060七个村', '三\u200b十\u2060七个', '37', '个'],
    ['种树6×10^5株', '6×10^5株', '600000', '株'],
    ['种树6.5×10⁵株', '6.5×10⁵株', '650000', '株'],
    ['种树6.5 * 10⁵株', '6.5 * 10⁵株', '650000', '株'],
    ['浓度2×10⁻³克', '2×10⁻³克', '0.002', '克'],
    ['细菌10⁶个', '10⁶个', '1000000', '个'],
    ['投资1.2×10³万元', '1.2×10³万元', '1200', '万元'],
    ['每户2/3万元', '2/3万元', '2/3', '万元'],
    ['每户二又三分之一万元', '二又三分之一万元', '70000/3', '元'],
    ['约⅔吨', '约⅔吨', '2/3', '吨'],
    ['历时2½小时', '2½小时', '5/2', '小时'],
    ['历时三½小时', '三½小时', '7/2', '小时'],
    ['约²⁄₃吨', '约²⁄₃吨', '2/3', '吨'],
    ['新增𝟒𝟕户', '𝟒𝟕户', '47', '户'],
    ['新增𝟰𝟕户', '𝟰𝟕户', '47', '户'],
    ['新增٤٧户', '٤٧户', '47', '户'],
    ['新增४७.५亩', '४७.५亩', '47.5', '亩'],
    ['新增４７户', '４７户', '47', '户'],
    ['总数12\u202f345\u2009678人', '12\u202f345\u2009678人', '12345678', '人'],
    ['同比变化\u20113.5%', '\u20113.5%', '-3.5', '%'],
    ['同比变化\ufe633.5%', '\ufe633.5%', '-3.5', '%'],
    ['\u001b[31m共有52座\u001b[0m', '52座', '52', '座'],
    ['占地5km²', '5km²', '5', 'km²'],
  ])('%s', (text, printed, value, unit) => {
    const { quantities, ignored } = printedNumbers(text, table)
    expect(quantities.map((found) => [found.text, found.value, found.unit])).toEqual([[printed, value, unit]])
    expect(ignored).toEqual([])
  })
})

describe('listed as a whole', () => {
  it.each([
    ['共98²所', '98²', 'unread'],
    ['共10^100粒', '10^100', 'unread'],
    ['共3×10^100粒', '3×10^100', 'unread'],
    ['共9̶8̶所', '9̶8̶', 'unread'],
    ['共9\ufffd8所', '9\ufffd8', 'unread'],
    ['共9\0\u00018所', '9\0\u00018', 'unread'],
    ['共፲所', '፲', 'unread'],
    ['共〡〢所', '〡〢', 'unread'],
    ['注：¹ 指', '¹', 'unread'],
    ['注：¹指', '¹', 'unread'],
    ['7\u20dd深化改革', '7\u20dd', 'list-label'],
    ['ⅡⅢ、主要做法', 'ⅡⅢ、', 'list-label'],
    ['编号\u202e01\u202c', '01', 'code'],
    ['共\u202e71所\u202c', '71所', 'unread'],
    ['达到Ⅲ类', 'Ⅲ', 'ordinal'],
    ['Ⅱ、主要做法', 'Ⅱ、', 'list-label'],
    ['②深化改革', '②', 'list-label'],
    ['㉗深化改革', '㉗', 'list-label'],
    ['🄃深化改革', '🄃', 'list-label'],
    ['7\ufe0f\u20e3深化改革', '7\ufe0f\u20e3', 'list-label'],
    ['7\u20e4深化改革', '7\u20e4', 'list-label'],
  ])('%s', (text, printed, reason) => {
    const { quantities, ignored } = printedNumbers(text, table)
    expect(quantities).toEqual([])
    expect(ignored.map((found) => [found.text, found.reason])).toEqual([[printed, reason]])
  })
  it('leaves the digits of words alone', () => {
    expect(printedNumbers('CO₂和面积（km²）', table)).toEqual({ quantities: [], ignored: [] })
  })
})

it('keeps numbers within their cells', () => {
  const found = (text: string, borders: number[]) =>
    printedNumbers(text, table, borders).quantities.map((quantity) => quantity.text)
  expect(found('12,345', [0, 2, 3, 6])).toEqual(['12', '345'])
  expect(found('12,345', [0, 6])).toEqual(['12,345'])
  expect(found('5×10^4', [0, 1, 2, 6])).toEqual(['5', '10^4'])
})

describe('properties', () => {
  const zeros = [...'0０٠०০௦༠𝟎𝟘𝟶']
  const digit = fc
    .tuple(fc.constantFrom(...zeros), fc.integer({ min: 0, max: 9 }))
    .map(([zero, value]) => String.fromCodePoint(zero.codePointAt(0)! + value))
  const unseen = fc.constantFrom(
    '\u200b',
    '\u200c',
    '\u200d',
    '\u2060',
    '\ufeff',
    '\u00ad',
    '\u200e',
    '\ufe0f',
  )
  const spread = (characters: string[]) =>
    fc
      .array(fc.option(unseen, { nil: '' }), { minLength: characters.length, maxLength: characters.length })
      .map((between) =>
        characters.map((character, index) => (index === 0 ? '' : between[index]!) + character).join(''),
      )
  const plain = (text: string) =>
    Array.from(bare(text), (character) => {
      const zero = zeros.find((first) => {
        const value = character.codePointAt(0)! - first.codePointAt(0)!
        return value >= 0 && value <= 9
      })!
      return String(character.codePointAt(0)! - zero.codePointAt(0)!)
    }).join('')

  it('reads a run of digits of any script, whatever is hidden in it, as the one number', () => {
    const runs = fc.array(digit, { minLength: 1, maxLength: 9 }).chain(spread)
    fc.assert(
      fc.property(runs, (run) => {
        const text = `共有${run}座`
        const { quantities, ignored } = printedNumbers(text, table)
        expect(ignored).toEqual([])
        expect(quantities.map((found) => [found.text, found.value, found.unit])).toEqual([
          [`${run}座`, String(Number(plain(run))), '座'],
        ])
      }),
      { numRuns: 2000 },
    )
  })
  it('sees every number of Unicode, and never half of a run of digits', () => {
    const number = fc.integer({ min: 0x30, max: 0x1fbf9 }).map((code) => String.fromCodePoint(code))
    const piece = fc.oneof(
      digit,
      digit,
      unseen,
      number.filter((character) => /\p{N}/u.test(character)),
      fc.constantFrom(
        '½',
        '²',
        '₃',
        '①',
        'Ⅳ',
        '፲',
        '×10^',
        '^',
        '-',
        '.',
        ',',
        '/',
        ' ',
        '万',
        '人',
        'm',
        '。',
        '\n',
      ),
    )
    const texts = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        const { quantities, ignored } = printedNumbers(text, table)
        const found = [...quantities, ...ignored].sort((one, two) => one.start - two.start)
        let end = 0
        for (const span of found) {
          expect(span.start).toBeGreaterThanOrEqual(end)
          expect(text.slice(span.start, span.end)).toBe(span.text)
          end = span.end
        }
        const owner = (at: number) => found.findIndex((span) => span.start <= at && at < span.end)
        for (const { index, 0: character } of text.matchAll(/(?![²³¹⁰-₉])\p{N}/gu)) {
          expect([character, text, owner(index) >= 0]).toEqual([character, text, true])
        }
        // Thousands that cannot be thousands are numbers side by side; a comma parts them.
        for (const { index, 0: run } of text.matchAll(
          /\p{Nd}[\p{Nd}\p{Default_Ignorable_Code_Point}]*\p{Nd}/gu,
        )) {
          expect([text, owner(index)]).toEqual([text, owner(index + run.length - 1)])
        }
      }),
      { numRuns: 3000 },
    )
  })
  it('has a place for every number of the first plane', () => {
    const rest: string[] = []
    for (let code = 0x80; code < 0x10000; code++) {
      const character = String.fromCharCode(code)
      if (!/\p{N}/u.test(character) || numberSign(code) !== undefined) continue
      const { quantities } = printedNumbers(`共${character}座`, table)
      if (quantities.length !== 1) rest.push(character)
    }
    expect(rest).toEqual([])
  })
})
