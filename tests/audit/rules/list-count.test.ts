/** A count that the list behind it proves. */
import { describe } from 'vitest'
import { checkAudits } from '../check.js'

const fact = (count: string) => `抓好[${count}|重点工作]工作：`
const items = (count: number) =>
  Array.from({ length: count }, (_, index) => `${'一二三四五六七八九十'[index]}是办好实事`).join('；')

describe('a list', () => {
  checkAudits([
    [`${fact('三项')}${items(3)}`, {}, 'list-count: 三项 = 3 holds info as-listed 3'],
    [`${fact('3项')}${items(3)}`, {}, 'list-count: 3项 = 3 holds info as-listed 3'],
    [`${fact('四项')}${items(3)}`, {}, 'list-count: 四项 = 3 mismatch warning list-count-differs 3 (1)'],
    [`${fact('两项')}${items(3)}`, {}, 'list-count: 两项 = 3 mismatch warning list-count-differs 3 (-1)'],
    [`${fact('十项')}${items(10)}`, {}, 'list-count: 十项 = 10 holds info as-listed 10'],
    [`${fact('两项')}${items(2)}`, {}, 'list-count: 两项 = 2 holds info as-listed 2'],
    [
      `抓好[三项|重点工作]工作。第一，建设；第二，管理；第三，服务`,
      {},
      'list-count: 三项 = 3 holds info as-listed 3',
    ],
    [
      `抓好[三项|重点工作]工作：一、建设；二、管理；三、服务`,
      {},
      'list-count: 三项 = 3 holds info as-listed 3',
    ],
    [
      `抓好[三项|重点工作]工作：一要建设；二要管理；三要服务`,
      {},
      'list-count: 三项 = 3 holds info as-listed 3',
    ],
    [
      `检查[三次|检查]。抓好[两项|重点工作]工作：${items(2)}`,
      {},
      'list-count: 两项 = 2 holds info as-listed 2',
    ],
  ])
})

describe('no list', () => {
  checkAudits([
    [`${fact('三项')}${items(1)}`, {}],
    [`${fact('一项')}${items(3)}`, {}],
    [`${fact('11项')}${items(3)}`, {}],
    [`${fact('近4项')}${items(3)}`, {}],
    [`${fact('4年')}${items(3)}`, {}],
    [`${fact('四项')}${items(3)}甲`, { f1: { role: 'change' } }],
    [`抓好[四项|重点工作]工作，${items(3)}`, {}],
    [`抓好[四项|重点工作]工作；重点：${items(3)}`, {}],
    [`抓好[四项|重点工作]${'甲'.repeat(17)}：${items(3)}`, {}],
    [
      `抓好[四项|重点工作]${'甲'.repeat(16)}：${items(3)}`,
      {},
      'list-count: 四项 = 3 mismatch warning list-count-differs 3 (1)',
    ],
    [`抓好[四项|重点工作]工作：二是甲；三是乙`, {}],
    [`${fact('四项')}一是甲\n二是乙`, {}],
    [`抓好[四项|重点工作]工作。\n${items(3)}`, {}],
    [
      `${fact('三项')}一是${'甲'.repeat(597)}；二是乙；三是丙`,
      {},
      'list-count: 三项 = 3 holds info as-listed 3',
    ],
    [`${fact('三项')}一是${'甲'.repeat(600)}；二是乙；三是丙`, {}],
  ])
})
