/** Paragraphs: what is carried from clause to clause, and lengths of time that are no facts. */
import { describe } from 'vitest'
import { checkFacts, checkLinks } from './check.js'

describe('subject, period and status are carried over', () => {
  checkLinks([
    [
      '2020年，全县新建水池37口，修渠12公里。今年，全市新建水池30口。',
      '37口: of 全县 at 2020年',
      '12公里: of 全县 at 2020年',
      '30口: of 全市 at 2020年',
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
      '37口: at 明年 planned',
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
      '12公里: of 全县 at 2021年',
    ],
    ['全县学校61所，学生9000人；全市学校310所。', '61所: of 全县', '9000人: of 全县', '310所: of 全市'],
  ])
})

describe('lists that open a sentence, and dimensions', () => {
  checkLinks([
    [
      '学校61所，教师900人。其中，小学40所；教师300人。',
      '61所: total',
      '900人: total',
      '40所: part < 61所',
      '300人: part < 900人',
    ],
    ['学校61所。教育投入3亿元，其中小学40所；初中21所。', '61所:', '3亿元:', '40所:', '21所:'],
    ['学校61所，其中：小学40所；初中21所。', '61所: total', '40所: part < 61所', '21所: part < 61所'],
    [
      '学校61所，其中小学40所，分城乡看，城镇20所，乡村41所。',
      '61所: total',
      '40所: part < 61所',
      '20所: part < 61所',
      '41所: part < 61所',
    ],
    ['学校61所，在学校中，小学40所，初中21所。', '61所: total', '40所: part < 61所', '21所: part < 61所'],
    [
      '营业收入12亿元，利润率5%。在营业收入中，主营收入11亿元。净利润中，主营2亿元。',
      '12亿元: total',
      '5%:',
      '11亿元: part < 12亿元',
      '2亿元:',
    ],
  ])
})

describe('brackets end their lists', () => {
  checkLinks([
    [
      '学校61所（小学40所），教师900人（女教师300人（高级30人）），其中民办3所。',
      '61所: total',
      '40所: part < 61所',
      '900人: total',
      '300人: part < 900人',
      '30人: part < 300人',
      '3所: part < 61所',
    ],
    [
      '学校（小学40所；初中21所）；教师900人，其中女300人。',
      '40所:',
      '21所:',
      '900人: total',
      '300人: part < 900人',
    ],
  ])
})

describe('其余 reopens only a list of the same thing', () => {
  checkLinks([
    [
      '全年举办培训18期，其中教师培训9期。校长3人。其余演出6场。',
      '18期: at 全年 total',
      '9期: at 全年 part < 18期',
      '3人: at 全年',
      '6场: at 全年',
    ],
    [
      '全年举办培训18期，其中教师培训9期（骨干培训2期）。讲座3场。其余培训6期。',
      '18期: at 全年 total',
      '9期: at 全年 part < 18期',
      '2期: at 全年 part < 9期',
      '3场: at 全年',
      '6期: at 全年 part < 18期',
    ],
  ])
})

describe('a row of changes goes on where only a sign joins them', () => {
  checkLinks([
    [
      '粮食产量12万吨，油料产量3万吨，同比分别增长6%和下降5%。',
      '12万吨:',
      '3万吨:',
      '6%: change increase percent of 12万吨 against 同比 from null',
      '5%: change decrease percent of 3万吨 against 同比 from null',
    ],
    [
      '就业人数310人，同比分别增长31%、10%。',
      '310人:',
      '31%: change increase percent of 310人 against 同比 from null',
      '10%: change increase percent of 310人 against 同比 from null',
    ],
    [
      '就业人数310人，同比增长31%、合格率10%。',
      '310人:',
      '31%: change increase percent of 310人 against 同比 from null',
      '10%:',
    ],
    [
      '粮食产量12万吨，油料产量3万吨，分别增长6%、5%，合格率90%、80%。',
      '12万吨:',
      '3万吨:',
      '6%: change increase percent of 12万吨 against null from null',
      '5%: change increase percent of 3万吨 against null from null',
      '90%:',
      '80%:',
    ],
  ])
})

describe('days that are counted, and days that say for how long', () => {
  checkLinks([
    ['优良天数300天，比上年增加5天。', '300天:', '5天: change increase delta of 300天 against 上年 from 295'],
    ['工期缩短30天，节约资金3万元。', '30天: change decrease delta of ? against null from null', '3万元:'],
    ['工期提高到30天。', '30天:'],
    ['历时90天，其中停工27天。', '90天: total', '27天: part < 90天'],
    ['历时90天，停工27天。'],
    ['历时90天，其中新建水池27口。', '27口:'],
    ['平均工期90天、停工27天。', '90天:'],
    ['用30分钟办结，用时30天的项目3个。', '3个:'],
  ])
})

describe('a list ends with its clause and its bracket, no sooner', () => {
  checkLinks([
    [
      '共有学校61所，幼儿园20所：公办15所，民办4所。',
      '61所:',
      '20所: total',
      '15所: part < 20所',
      '4所: part < 20所',
    ],
    [
      '学校61所，其中公办50所（小学40所（寄宿30所），初中10所），民办9所。',
      '61所: total',
      '50所: part < 61所',
      '40所: part < 50所',
      '30所: part < 40所',
      '10所: part < 50所',
      '9所: part < 61所',
    ],
    ['学校61所，教师900人（小学40所）。', '61所:', '900人:', '40所:'],
    [
      '全年支出86亿元，其中，教育支出21亿元；项目投资38亿元。',
      '86亿元: at 全年 total',
      '21亿元: at 全年 part < 86亿元',
      '38亿元: at 全年',
    ],
    [
      '学校61所，其中小学40所（分城乡看，城镇22所，乡村17所），初中19所。',
      '61所: total',
      '40所: part < 61所',
      '22所: part < 61所',
      '17所: part < 61所',
      '19所: part < 61所',
    ],
    [
      '产量9万吨，效益3亿元。产量中，夏粮4万吨，秋粮5万吨。',
      '9万吨: total',
      '3亿元:',
      '4万吨: part < 9万吨',
      '5万吨: part < 9万吨',
    ],
  ])
})

describe('names in turn are those of one clause', () => {
  checkFacts([
    [
      '小学、初中、高中、职高分别为61所、增加2所、20所；5所。',
      '61所: ~小学数/学校数',
      '2所: ~小学数/学校数 change increase delta of 61所 against null from 59',
      '20所: ~小学数/学校数 change increase delta of 61所 against null from 41',
      '5所: ~小学数/学校数',
    ],
  ])
})

describe('a whole that is named, and what is listed in a sentence', () => {
  checkLinks([
    [
      '学校61所，公办学校50所。在学校中，小学40所，初中9所。',
      '61所: total',
      '50所:',
      '40所: part < 61所',
      '9所: part < 61所',
    ],
    [
      '收入12亿元，比上年增加3亿元。收入中，主营收入11亿元。',
      '12亿元: total',
      '3亿元: change increase delta of 12亿元 against 上年 from 9',
      '11亿元: part < 12亿元',
    ],
    ['历时90天，其中，优27天。', '90天: total', '27天: part < 90天'],
    ['工期30天、20天，桥3座。', '30天:', '20天:', '3座:'],
    ['历时30天工期，桥3座。', '30天:', '3座:'],
    [
      '学校61所，教师90人。其中小学40所，教师30人；高中3所，教师5人。',
      '61所: total',
      '90人: total',
      '40所: part < 61所',
      '30人: part < 90人',
      '3所: part < 61所',
      '5人: part < 90人',
    ],
    ['下一步，新建水池37口，修渠12公里。', '37口: planned', '12公里: planned'],
  ])
})
