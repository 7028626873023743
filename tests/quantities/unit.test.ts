/** Units behind a number: over another one, in brackets, inches, behind scale words. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('one over another', () => {
  checkNumbers([
    ['3元/吨', '3元/吨: 3 元/吨 (rate) = 0.003 CNY/千克'],
    ['3元/两', '3元/两: 3 元/两 (rate) = 60 CNY/千克'],
    ['3万元/吨', '3万元/吨: 3 万元/吨 (rate) = 30 CNY/千克'],
    ['3元每吨', '3元每吨: 3 元每吨 (rate) = 0.003 CNY/千克'],
    ['3元／吨', '3元／吨: 3 元／吨 (rate) = 0.003 CNY/千克'],
    ['3人/平方公里', '3人/平方公里: 3 人/平方公里 (rate) = 0.000003 人/平方米'],
    ['3千瓦时/人', '3千瓦时/人: 3 千瓦时/人 (rate) = 10800000 焦耳/人'],
    ['3元/人·月', '3元/人·月: 3 元/人·月 (rate) = 3 CNY/人·月'],
    ['3元/(人·月)', '3元/(人·月): 3 元/(人·月) (rate) = 3 CNY/人·月'],
    ['3元/平方米/月', '3元/平方米/月: 3 元/平方米/月 (rate) = 3 CNY/平方米·月'],
    ['3吨/万元', '3吨/万元: 3 吨/万元 (rate) = 0.3 千克/CNY'],
    ['3元/学期', '3元/学期: 3 元/学期 (rate) = 3 CNY/学期'],
    ['3元/标准箱，', '3元/标准箱: 3 元/标准箱 (rate) = 3 CNY/标准箱'],
    ['3km/h', '3km/h: 3 km/h (rate) = 5/6 米/秒'],
    ['3W/(m·K)', '3W/(m·K): 3 W/(m·K) (rate) = 3 瓦/米·K'],
    ['7.8mmol/L', '7.8mmol/L: 7.8 mmol/L (rate) = 7.8 毫摩尔/升'],
  ])
})

describe('alone', () => {
  checkNumbers([
    ['3元每人', '3元: 3 元 (money) = 3 CNY'],
    ['3元/x', '3元: 3 元 (money) = 3 CNY'],
    ['3元/', '3元: 3 元 (money) = 3 CNY'],
    ['3元/(人·', '3元: 3 元 (money) = 3 CNY'],
    ['3元/考点费用', '3元: 3 元 (money) = 3 CNY'],
    ['3元/(x', '3元: 3 元 (money) = 3 CNY'],
    ['3/吨', '3: 3  (other)'],
  ])
})

describe('of laboratories, machines and kitchens', () => {
  checkNumbers([
    ['11.2×10^9/L', '11.2×10^9/L: 11200000000 /L (other) = 11200000000 每升'],
    ['48N·m', '48N·m: 48 N·m (other) = 48 牛米'],
    ['1440r/min', '1440r/min: 1440 r/min (other) = 1440 转/分'],
    ['9.8m/s²', '9.8m/s²: 9.8 m/s² (other) = 9.8 米/二次方秒'],
    ['88μmol/L', '88μmol/L: 88 μmol/L (rate) = 0.088 毫摩尔/升'],
    ['120毫米汞柱', '120毫米汞柱: 120 毫米汞柱 (other) = 15998.64 帕'],
    ['2大勺', '2大勺: 2 大勺 (other) = 2 勺'],
    ['二分五厘', '二分五厘: 2.5 分 (score)'],
    ['每斤八角', '八角: 8 角 (money) = 0.8 CNY'],
    ['八角茴香', 'name: 八角茴香'],
  ])
})

describe('个 before a measure', () => {
  checkNumbers([
    ['六个加仑', '六个加仑: 6 个加仑 (volume) = 22.712470704 升'],
    ['六个升', '六个: 6 个'],
    ['3个小时', '3个小时: 3 个小时 (duration) = 10800 秒'],
    ['3个百分点', '3个百分点: 3 个百分点 (percentage-point)'],
  ])
})

describe('in brackets', () => {
  checkNumbers([
    ['2171(人)', '2171(人): 2171 人'],
    ['2171( 人)', '2171( 人): 2171 人'],
    ['2171（人', '2171: 2171  (other)'],
    ['2171(人口多)', '2171: 2171  (other)'],
  ])
})

describe('Latin units end where the letters end', () => {
  checkNumbers([
    ['3kg', '3kg: 3 kg (mass) = 3 千克'],
    ['3kga', 'code: 3kga'],
    ['3kg2', 'code: 3kg2'],
  ])
})

describe('inches where no quotation is open', () => {
  checkNumbers([
    ['5"', '5": 5 " (length) = 0.127 米'],
    ['5"钢管', '5": 5 " (length) = 0.127 米'],
    [`${'甲'.repeat(59)}5"`, '5": 5 " (length) = 0.127 米'],
    [`${'甲'.repeat(60)}5"`, '5: 5  (other)'],
    ['\n5"', '5": 5 " (length) = 0.127 米'],
    ['“5"', 'name: 5'],
    ['说"5"', 'name: 5'],
    ['五"', 'idiom: 五'],
    ['他说"好"，共5"', '5: 5  (other)'],
  ])
})

describe('scale words between a hedge and its unit', () => {
  checkNumbers([
    ['3百千瓦', '3百千瓦: 3 百千瓦 (other) = 300000 瓦'],
    ['3余百万千瓦', '3余百万千瓦: 3 [3, 4] 百万千瓦 more-than 余 (other) = 3000000000 瓦'],
    ['30余百人', '30余百人: 30 [30, 40] 百人 more-than 余 = 3000 人'],
    ['30余 万 人', '30余 万 人: 30 [30, 40] 万人 more-than 余 = 300000 人'],
    ['3余千米', '3余千米: 3 [3, 4] 千米 more-than 余 (length) = 3000 米'],
    ['3多千人', '3多千人: 3 [3, 4] 千人 more-than 多 = 3000 人'],
    ['3多千克', '3多千克: 3 [3, 4] 千克 more-than 多 (mass)'],
  ])
})
