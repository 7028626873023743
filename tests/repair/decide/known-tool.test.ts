/** Pairs that no tool is known to have, among those of a document: what counts as a tool that is known. */
import { describe, expect, test } from 'vitest'
import { strangerIn } from '../../../src/repair/decide/known-tool.js'
import { listedPairs, withProposed } from '../../../src/repair/tool/pair-table.js'
import { editOf } from '../restored.js'
import { listed, smallLexicon } from '../small.js'

const heads = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥']
const attested = heads.map((head) => listed(`${head}木`, `${head}火`, { evidence: ['first'] }))
const known = heads.map((head) => listed(`${head}金`, `${head}土`, { evidence: ['knowledge'] }))
const lexicon = smallLexicon([...attested, ...known])
const proposed = { origin: 'proposed', standard: '甲木', spun: '水水', source: 'shape' } as const
const table = withProposed(listedPairs(lexicon), [proposed], [0])
const at = (pair: number) => editOf([2 * pair, 2 * pair + 2, pair, 0.9])

describe('strangerIn', () => {
  /** Whether a pair is one in a document with so many attested and unattested pairs beside it. */
  const isStranger = (pair: number, attestedOnes: number, others = 0) => {
    const sure = [
      ...attested.slice(0, attestedOnes).map((_, index) => at(index)),
      ...known.slice(1, 1 + others).map((_, index) => at(heads.length + 1 + index)),
    ]
    return strangerIn([...sure, at(pair)], table)(at(pair))
  }
  const unattested = heads.length
  const ofDocument = 2 * heads.length

  test('one beside twenty attested pairs, proposed or not', () => {
    expect(isStranger(unattested, 20)).toBe(true)
    expect(isStranger(ofDocument, 20)).toBe(true)
  })

  test('not where few pairs tell, or others are unattested too', () => {
    expect(isStranger(unattested, 19)).toBe(false)
    expect(isStranger(unattested, 20, 1)).toBe(true)
    expect(isStranger(unattested, 20, 2)).toBe(false)
  })

  test('an attested pair is none, and repetition makes none less of one', () => {
    expect(isStranger(3, 20)).toBe(false)
    const sure = [...attested.slice(0, 20).map((_, index) => at(index)), ...Array(30).fill(at(unattested))]
    expect(strangerIn(sure, table)(at(unattested))).toBe(true)
  })
})
