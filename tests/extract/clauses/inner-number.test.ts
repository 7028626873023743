/** Numbers that tell one kind of a thing from others are part of its name; lengths of time that are measured are facts. */
import { describe } from 'vitest'
import { checkLinks } from '../check.js'

describe('part of the name of what is counted', () => {
  checkLinks([
    ['0-14岁人口有117917人，60岁及以上人口78366人。', '117917人:', '78366人:'],
    ['出栏500头以上养猪场12个，30—500头的猪场138个。', '12个:', '138个:'],
    ['投资500万元以上项目26个，收入10万元以上的农户120户。', '26个:', '120户:'],
    ['80岁以上老人领取津贴1560人。', '1560人:'],
    ['每10万人中有大学生1.2万人。', '1.2万人:'],
  ])
})

describe('figures of their own', () => {
  checkLinks([
    ['新建校舍500平方米以上，培训80~100人次。', '500平方米以上:', '80~100人次:'],
    ['投入500万元以上建成水池12个。', '500万元以上:', '12个:'],
  ])
})

describe('lengths of time', () => {
  checkLinks([
    ['年无霜期305天，日照时数2100小时，工期两年半。', '305天:', '2100小时:', '两年半:'],
    ['历时三年，建校5年来，连续4年获奖12次。', '12次:'],
  ])
})
