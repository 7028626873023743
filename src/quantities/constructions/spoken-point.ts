/** A decimal point that is written as it is spoken: 2点5亿元, 3点6%, 水位3点8米, 增长8点2. */
import { readAmount } from '../amount.js'
import { readSpokenPoint } from '../spoken.js'
import { quantityOf } from '../value.js'
import type { NumeralConstruction } from './contract.js'

export const construction: NumeralConstruction = {
  id: 'spoken-point',
  reads: 'numeral',
  examples: [
    { text: '销售收入2点5亿元', reads: '2点5亿元', value: '2.5' },
    { text: '新增就业3点25万人', reads: '3点25万人', value: '3.25' },
    { text: '增长3点6个百分点', reads: '3点6个百分点', value: '3.6' },
    { text: '利率3点85%', reads: '3点85%', value: '3.85' },
    { text: '水位3点8米，', reads: '3点8米', value: '3.8' },
    { text: '长12点35公里', reads: '12点35公里', value: '12.35' },
    { text: '指数为105点2，', reads: '105点2', value: '105.2' },
    { text: '指数为105点25，', reads: '105点25', value: '105.25' },
    { text: '增长8点2，', reads: '8点2', value: '8.2' },
  ],
  nonExamples: [
    '早上8点5万人到场',
    '3日8点5万人到场',
    '2点5分',
    '8点5人到场',
    '2点5号楼',
    '7点40开会',
    '7点40，',
  ],
  read(source, numeral) {
    const decimal = readSpokenPoint(source, numeral)
    return decimal && quantityOf(source, readAmount(source, decimal), false)
  },
}
