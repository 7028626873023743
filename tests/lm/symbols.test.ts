import { describe, expect, it } from 'vitest'
import {
  chooseSymbols,
  countCharacters,
  encodeText,
  figures,
  latin,
  none,
  unknown,
} from '../../src/lm/symbols.js'

const counts = new Float64Array(0x10000)
countCharacters('全县共有学校所，增长年达到“”（）%。—', counts)
const table = chooseSymbols(counts, 1)

/** The symbols as characters: N figures, L Latin, ? unknown. */
function shown(text: string): string {
  const ids = new Uint16Array(text.length)
  const length = encodeText(text, table, ids)
  return Array.from(ids.subarray(0, length), (id) => {
    if (id === figures) return 'N'
    if (id === latin) return 'L'
    return id === unknown ? '?' : String.fromCharCode(table.codes[id]!)
  }).join('')
}

describe('encodeText', () => {
  it.each([
    ['全县共有学校108所', '全县共有学校N所'],
    ['达到５，０８６.２５％', '达到N，N%'],
    ['达到5,086.25%', '达到N%'],
    ['20xx年', 'NL年'],
    ['增长3.', '增长N?'],
    ['GDP 增长', 'L增长'],
    ['全 县\t共\u3000有', '全县共有'],
    ['(学校)［学校〕', '（学校）（学校）'],
    ['学校——全县', '学校—全县'],
    ['猫学😀校', '?学?校'],
    ['', ''],
  ])('%j', (text, expected) => expect(shown(text)).toBe(expected))

  it('tells where each symbol begins', () => {
    const offsets = new Int32Array(8)
    expect(encodeText('有 12.5% 增', table, new Uint16Array(8), offsets)).toBe(4)
    expect([...offsets.subarray(0, 4)]).toEqual([0, 2, 6, 8])
  })

  it('gives single code units the same ids', () => {
    for (const character of '全，,％1A') {
      const ids = new Uint16Array(1)
      encodeText(character, table, ids)
      expect(table.ofUnit[character.charCodeAt(0)]).toBe(ids[0])
    }
    expect(table.ofUnit[' '.charCodeAt(0)]).toBe(none)
  })
})

describe('chooseSymbols', () => {
  it('takes the frequent characters first and leaves out the rare', () => {
    const few = new Float64Array(0x10000)
    countCharacters('乙乙乙甲甲丁丁丙99', few)
    const chosen = chooseSymbols(few, 2)
    expect(String.fromCharCode(...chosen.codes.subarray(6))).toBe('乙丁甲')
    expect(chosen.ofUnit['丙'.charCodeAt(0)]).toBe(unknown)
  })
})
