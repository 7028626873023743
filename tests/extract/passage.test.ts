/** Paragraphs: what is carried from clause to clause, and lengths of time that are no facts. */
import { describe } from 'vitest'
import { checkLinks } from './check.js'

describe('subject, period and status are carried over', () => {
  checkLinks([
    [
      '2020年，全县新建水池37口，修渠12公里。去年，全市新建水池30口。',
      '37口: of 全县 at 2020年',
      '12公里: of 全县 at 2020年',
      '30口: of 全市 at 去年',
    ],
    [
      '全县计划新建水池37口，修渠12公里。已修桥3座。',
      '37口: of 全县 planned',
      '12公里: of 全县',
      '3座: of 全县',
    ],
    ['预计全年投资38亿元，开工项目12个。', '38亿元: at 全年 estimated', '12个: at 全年 estimated'],
  ])
})

describe("a period after the report's year is planned", () => {
  checkLinks([
    [
      '青山县2021年工作总结\n\n2022年，新建水池37口。\n\n2020年，新建水池30口。',
      '37口: at 2022年 planned',
      '30口: at 2020年',
    ],
    [
      '青山县2021年工作总结\n\n二、明年工作打算\n\n新建水池37口。\n\n三、存在的问题\n\n缺编教师12名。',
      '37口: at 2021年 planned',
      '12名: at 2021年',
    ],
  ])
})

describe('lengths of time', () => {
  checkLinks([
    ['五年来，累计投资3亿元。', '3亿元:'],
    ['连续三年没有事故，投资3亿元。', '3亿元:'],
    ['施工工期90天，检修3次。', '90天:', '3次:'],
    [
      '有效监测90天，其中优60天、良27天、轻度污染3天。',
      '90天: total',
      '60天: part < 90天',
      '27天: part < 90天',
      '3天: part < 90天',
    ],
    ['平均工期由90天缩短到60天。', '90天:', '60天: decrease from-to of 90天 against null from 90'],
    ['日均等待时间30分钟。', '30分钟:'],
  ])
})

describe('an inner number is part of a name', () => {
  checkLinks([['九年义务教育学校12所。', '12所:']])
})

describe("a period after the report's own, and whose figures they are", () => {
  checkLinks([
    [
      '2020年，全县新建水池37口。2021年，修渠12公里。',
      '37口: of 全县 at 2020年',
      '12公里: of 全县 at 2021年 planned',
    ],
    ['全县学校61所，学生9000人；全市学校310所。', '61所: of 全县', '9000人: of 全县', '310所: of 全市'],
  ])
})
