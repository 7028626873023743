/** Figures of their own: named by words before, behind, or by what was said before. */
import { describe } from 'vitest'
import { checkFacts, checkLinks } from './check.js'

describe('words behind the number', () => {
  checkFacts([
    ['聘请18名专职教练和25名兼职裁判员。', '18名: 聘请专职教练数/教练数', '25名: 兼职裁判员数/裁判员数'],
    ['共有307人参加普通高考。', '307人: 普通高考参加人数/参加人数'],
    ['6所学校超过规定标准。', '6所: 超过规定标准学校数/学校数'],
    ['三分之二的边缘户缺乏劳动技能。', '三分之二: 缺乏劳动技能边缘户占比/占比'],
    ['30名专任保安', '30名: 专任保安数'],
  ])
})

describe('the object of a verb that stands alone', () => {
  checkFacts([['路口安装测速雷达，已安装46个。', '46个: 安装测速雷达数/雷达数']])
})

describe('the same thing in another unit', () => {
  checkFacts([
    ['开工项目9个，共7350平方米。', '9个: 开工项目数/项目数', '7350平方米: ~开工项目面积/面积'],
    ['发放贷款80笔、2.4亿元。', '80笔: 发放贷款笔数/笔数', '2.4亿元: ~发放贷款/贷款'],
    ['培训教师3期260人次。', '3期: 培训教师期数/培训期数', '260人次: ~培训教师人次/培训人次'],
  ])
})

describe('an action before its object', () => {
  checkFacts([
    ['处置危险废物8460吨。', '8460吨: 危险废物处置量/处置量'],
    ['生产化肥12万吨。', '12万吨: 化肥产量/产量'],
    ['处置不良贷款3亿元。', '3亿元: 处置不良贷款/贷款'],
  ])
})

describe('a bare rate or action takes the qualifier before it', () => {
  checkFacts([
    ['小学适龄儿童820人，入学率99%。', '820人: 小学适龄儿童数/适龄儿童数', '99%: ~小学适龄儿童入学率/入学率'],
    ['小学适龄儿童820人。入学率99%。', '820人: 小学适龄儿童数/适龄儿童数', '99%: 入学率'],
  ])
})

describe('names in turn', () => {
  checkFacts([
    [
      '小麦、玉米播种面积分别为31.2万亩、28.4万亩，平均亩产分别达到402公斤和455公斤。',
      '31.2万亩: ~小麦播种面积/播种面积',
      '28.4万亩: ~玉米播种面积/播种面积',
      '402公斤: ~小麦平均亩产/亩产',
      '455公斤: ~玉米平均亩产/亩产',
    ],
    [
      '水电、风电装机容量分别为38.6万千瓦、15万千瓦。',
      '38.6万千瓦: ~水电装机容量/装机容量',
      '15万千瓦: ~风电装机容量/装机容量',
    ],
  ])
})

describe('shares in turn are of the row before', () => {
  checkLinks([
    [
      '职工500人，其中本科生、研究生分别为300人、200人，占比分别为60%、40%。',
      '500人: total',
      '300人: part < 500人',
      '200人: part < 500人',
      '60%: = 300人 / 500人',
      '40%: = 200人 / 500人',
    ],
  ])
})

describe('one name is no row, and the object of a verb is short', () => {
  checkFacts([
    ['小麦播种面积分别为31.2万亩。', '31.2万亩: 小麦播种面积/播种面积'],
    ['各村安装一二三四五六七八九十甲乙，已安装46个。', '46个: 安装一二三四五六七八九十甲乙数/甲乙数'],
    ['各村安装一二三四五六七八九十甲乙丙，已安装46个。', '46个: 安装数'],
    ['各乡镇安装测速雷达探头，各村安装太阳能路灯，已安装46个。', '46个: 安装太阳能路灯数/路灯数'],
  ])
})

describe('bare totals take the noun before', () => {
  checkFacts([['公交车30辆，总数120辆。', '30辆: 公交车数', '120辆: 公交车总数/公交车数']])
})

describe('names behind the number and actions', () => {
  checkFacts([
    ['1126个行政村全部完成道路硬化。', '1126个: 完成道路硬化行政村数/行政村数'],
    ['共有30名教师和20名学生参加培训。', '30名: 教师数', '20名: 参加培训学生数/学生数'],
    ['带动农户120户，户均增收3000元。', '120户: 带动农户数/农户数', '3000元: 户均增收'],
    ['抽查食品500批次，不合格12批次。', '500批次: 抽查食品批次/抽查批次', '12批次: 不合格批次/批次'],
  ])
})

describe('a bare rate is that of the figure before it in its sentence, not of a change', () => {
  checkFacts([
    [
      '适龄儿童900人，教师增加5人，入学率90%。',
      '900人: 适龄儿童数',
      '5人: 教师数 change increase delta of ? against null from null',
      '90%: ~适龄儿童入学率/入学率',
    ],
    ['适龄儿童900人。入学率90%。', '900人: 适龄儿童数', '90%: 入学率'],
  ])
})

describe('the first character of a name is no particle', () => {
  checkFacts([
    [
      '考试45人，及格31人，及格率68.9%。',
      '45人: 考试人数',
      '31人: 及格人数/人数',
      '68.9%: 及格率 = 31人 / 45人',
    ],
    ['水温不得高于40℃。', '不得高于40℃: 水温'],
  ])
})

describe('the sides of a size', () => {
  checkFacts([['外形尺寸345×225×590mm。', '590mm: 外形尺寸长度/长度']])
})

describe('another unit in a bracket is no name', () => {
  checkFacts([['新房开工210套（户）、竣工150套（户）。', '210套: 新房开工套数/套数', '150套: 竣工套数/套数']])
})

describe('minutes and seconds were measured', () => {
  checkLinks([['疏散仅用2分30秒。', '2分30秒:']])
})
