/** Targets, levels and multiples: how a number stands to the one before it. */
import { describe } from 'vitest'
import { checkFacts, checkLinks } from '../check.js'

describe('fractions', () => {
  checkLinks([
    ['一般公共预算收入完成7.2亿元，为年初预算的101.3%。', '7.2亿元:', '101.3%: = 7.2亿元 / ?'],
    [
      '一般公共预算支出12亿元，为上年的1.2倍。',
      '12亿元:',
      '1.2倍: change increase multiple of 12亿元 against 上年 from null',
    ],
  ])
})

describe('the number before is what this one is measured by', () => {
  checkLinks([
    [
      '完成投资8.6亿元，完成年度计划80亿元的10.75%。',
      '8.6亿元:',
      '80亿元: planned',
      '10.75%: = 8.6亿元 / 80亿元',
    ],
    [
      '合格率97.3%，低于98.5%的目标值1.2个百分点。',
      '97.3%:',
      '98.5%: planned',
      '1.2个百分点: change decrease points of 97.3% against 目标值 from 98.5',
    ],
    [
      '用水总量2.85亿立方米，比红线指标3.1亿立方米少0.25亿立方米。',
      '2.85亿立方米:',
      '3.1亿立方米: planned',
      '0.25亿立方米: change decrease delta of 2.85亿立方米 against 红线指标 from 3.10',
    ],
  ])
})

describe('a level that was reached', () => {
  checkLinks([
    [
      '奶类产量翻了一番，达到3.6万吨。',
      '一番: change increase multiple of 3.6万吨 against null from null',
      '3.6万吨:',
    ],
    [
      '合格率提高2个百分点，达到97.3%。',
      '2个百分点: change increase points of 97.3% against null from 95.3',
      '97.3%:',
    ],
    [
      '合格率提高2个百分点。床位达到620张。',
      '2个百分点: change increase points of ? against null from null',
      '620张:',
    ],
    ['平均工期由90天缩短到60天。', '90天:', '60天: decrease from-to of 90天 against null from 90'],
  ])
})

describe('against a target that is printed', () => {
  checkLinks([
    [
      '城镇登记失业率3.2%，比4.5%的控制目标低1.3个百分点。',
      '3.2%:',
      '4.5%: planned',
      '1.3个百分点: change decrease points of 3.2% against 控制目标 from 4.5',
    ],
    [
      '全社会用电量12亿千瓦时，增长5%，其中工业用电8亿千瓦时，增长6%，增速比上年回落2个百分点。',
      '12亿千瓦时: total',
      '5%: change increase percent of 12亿千瓦时 against null from null',
      '8亿千瓦时: part < 12亿千瓦时',
      '6%: change increase percent of 8亿千瓦时 against null from null',
      '2个百分点: change decrease points of 6% against 上年 from 8',
    ],
    [
      '森林覆盖率达62.3%，高于全国平均水平39个百分点。',
      '62.3%:',
      '39个百分点: change increase points of 62.3% against 全国平均水平 from 23.3',
    ],
    [
      '平均工资由5000元增加到5500元，比上年增加500元，增长10%。',
      '5000元:',
      '5500元: increase from-to of 5000元 against null from 5000',
      '500元: change increase delta of 5500元 against 上年 from 5000',
      '10%: change increase percent of 5500元 against 上年 from null',
    ],
    [
      '全年出院2.38万人次，同比增加1260人次，增长5.6%，其中手术出院6000人次，增长3%。',
      '2.38万人次: at 全年 total',
      '1260人次: at 全年 change increase delta of 2.38万人次 against 同比 from 2.254',
      '5.6%: at 全年 change increase percent of 2.38万人次 against 同比 from null',
      '6000人次: at 全年 part < 2.38万人次',
      '3%: at 全年 change increase percent of 6000人次 against 同比 from null',
    ],
  ])
})

describe('names of levels and of growth', () => {
  checkFacts([
    [
      '奶类产量翻了一番，达到3.6万吨。',
      '一番: 奶类产量/产量 change increase multiple of 3.6万吨 against null from null',
      '3.6万吨: ~奶类产量/产量',
    ],
    [
      '合格率提高2个百分点，达到97.3%。',
      '2个百分点: 合格率 change increase points of 97.3% against null from 95.3',
      '97.3%: ~合格率',
    ],
    [
      '机井由320眼增加到356眼。',
      '320眼: 机井数',
      '356眼: ~机井数 increase from-to of 320眼 against null from 320',
    ],
    [
      '工业增加值35亿元，增长6.2%，增速高于全省2.1个百分点。',
      '35亿元: 工业增加值/增加值',
      '6.2%: ~工业增加值/增加值 change increase percent of 35亿元 against null from null',
      '2.1个百分点: ~工业增加值增速/增速 change increase points of 6.2% against 全省 from 4.1',
    ],
    ['全县人均收入增长8%。', '8%: 人均收入/收入 of 全县 change increase percent of ? against null from null'],
    [
      '居民消费价格比上年上涨0.9%。',
      '0.9%: 居民消费价格 change increase percent of ? against 上年 from null',
    ],
    [
      '一般公共预算收入完成7.2亿元，为年初预算的101.3%。',
      '7.2亿元: 一般公共预算收入/收入',
      '101.3%: ~一般公共预算收入年初预算完成率/完成率 = 7.2亿元 / ?',
    ],
    ['利润总额为上年的1.5倍。', '1.5倍: 利润总额/利润 change increase multiple of ? against 上年 from null'],
    [
      '合格率97.3%，低于98.5%的目标值1.2个百分点。',
      '97.3%: 合格率',
      '98.5%: ~合格率目标值/合格率 planned',
      '1.2个百分点: ~合格率 change decrease points of 97.3% against 目标值 from 98.5',
    ],
  ])
})

describe('above a named target', () => {
  checkLinks([
    [
      '合格率99.3%，高于98.5%的目标值0.8个百分点。',
      '99.3%:',
      '98.5%: planned',
      '0.8个百分点: change increase points of 99.3% against 目标值 from 98.5',
    ],
  ])
})

describe('a level is reached once, by the change right before it', () => {
  checkLinks([
    [
      '床位增加20张，达到620张，再达到640张。',
      '20张: change increase delta of 620张 against null from 600',
      '620张:',
      '640张:',
    ],
    [
      '床位600张，增加20张，达到620张。',
      '600张:',
      '20张: change increase delta of 600张 against null from 580',
      '620张:',
    ],
    [
      '奶类产量翻了一番，达到3.6万吨，猪肉产量达到2万吨。',
      '一番: change increase multiple of 3.6万吨 against null from null',
      '3.6万吨:',
      '2万吨:',
    ],
    [
      '机井由去年的320眼增加到356眼。',
      '320眼: at 去年',
      '356眼: increase from-to of 320眼 against 去年 from 320',
    ],
    ['机井由320眼，调整到356公里。', '320眼:', '356公里:'],
  ])
})

describe('fractions of a target, a year or nothing', () => {
  checkFacts([
    [
      '收入完成7.2亿元，为年初预算的101.3%，为上年的1.2倍。',
      '7.2亿元: 收入',
      '101.3%: ~收入年初预算完成率/完成率 = 7.2亿元 / ?',
      '1.2倍: ~收入 change increase multiple of 7.2亿元 against 上年 from null',
    ],
    [
      '利润总额是上年的1.5倍，为预算的101%。',
      '1.5倍: 利润总额/利润 change increase multiple of ? against 上年 from null',
      '101%: ~利润总额预算完成率/完成率 = ? / ?',
    ],
    [
      '完成产值8.6亿元，完成年度目标80亿元的10.75%。',
      '8.6亿元: 完成产值/产值',
      '80亿元: 完成产值年度目标/产值 planned',
      '10.75%: ~完成产值年度目标完成率/完成率 = 8.6亿元 / 80亿元',
    ],
    ['完成年度计划的103.6%。', '103.6%: ~年度计划完成率/完成率 planned = ? / ?'],
  ])
})

describe('what the number before measures', () => {
  checkFacts([
    [
      '用水总量2.85亿立方米，比3.1亿立方米少0.25亿立方米。',
      '2.85亿立方米: 用水总量/用水量',
      '3.1亿立方米: 用水总量/用水量 planned',
      '0.25亿立方米: ~用水总量/用水量 change decrease delta of 2.85亿立方米 against null from 3.10',
    ],
    [
      '用水总量2.85亿立方米，用水总量比红线指标3.1亿立方米少0.25亿立方米。',
      '2.85亿立方米: 用水总量/用水量',
      '3.1亿立方米: 用水总量红线指标/用水量 planned',
      '0.25亿立方米: 用水总量/用水量 change decrease delta of 2.85亿立方米 against 红线指标 from 3.10',
    ],
    [
      '用水总量2.85亿立方米，比红线指标3.1亿立方米减少0.25亿立方米。',
      '2.85亿立方米: 用水总量/用水量',
      '3.1亿立方米: 用水总量红线指标/用水量 planned',
      '0.25亿立方米: ~用水总量/用水量 change decrease delta of 2.85亿立方米 against 红线指标 from 3.10',
    ],
    [
      '合格率97.3%。低于98.5%的目标值1.2个百分点。',
      '97.3%: 合格率',
      '98.5%: ~合格率 change decrease percent of ? against null from null',
      '1.2个百分点: 目标值',
    ],
  ])
})

describe('what changed, where no figure of it is printed', () => {
  checkFacts([
    [
      '规模以上工业增加值35亿元。规模以上工业中，国有企业增长5%，民营企业增长6%。',
      '35亿元: 规模以上工业增加值/增加值',
      '5%: ~国有企业增加值/增加值 change increase percent of ? against null from null',
      '6%: ~民营企业增加值/增加值 change increase percent of ? against null from null',
    ],
    [
      '投资增速12%，其中工业投资增速9%。',
      '12%: 投资 change increase percent of ? against null from null',
      '9%: 工业投资/投资 change increase percent of ? against null from null',
    ],
    [
      '全县企业300家，其中民营增加20家。',
      '300家: 企业数 of 全县',
      '20家: ~民营企业数/企业数 of 全县 change increase delta of ? against null from null',
    ],
    [
      '粮食产量12万吨，人均增长5%。',
      '12万吨: 粮食总产量/产量',
      '5%: ~粮食总产量/产量 change increase percent of 12万吨 against null from null',
    ],
    [
      '工业增加值35亿元，增长6.2%。增速高于全省2.1个百分点。',
      '35亿元: 工业增加值/增加值',
      '6.2%: ~工业增加值/增加值 change increase percent of 35亿元 against null from null',
      '2.1个百分点: 增速 change increase points of ? against 全省 from null',
    ],
  ])
})

describe('levels belong to their sentence, completions to the time of what was completed', () => {
  checkLinks([
    ['机井由320眼。增加到356眼。', '320眼:', '356眼:'],
    [
      '去年完成投资8.6亿元，完成全年计划80亿元的10.75%，修渠8公里。',
      '8.6亿元: at 去年',
      '80亿元: at 去年 planned',
      '10.75%: at 去年 = 8.6亿元 / 80亿元',
      '8公里: at 去年',
    ],
  ])
})

describe('whose change it is', () => {
  checkFacts([
    [
      '床位600张。增加20张。',
      '600张: 床位数',
      '20张: ~床位数 change increase delta of 600张 against null from 580',
    ],
    [
      '床位600张。修渠8公里，增加20张。',
      '600张: 床位数',
      '8公里: 修渠长度/长度',
      '20张: ~修渠长度/长度 change increase delta of ? against null from null',
    ],
    [
      '粮食产量12万吨，油料产量3万吨，棉花产量1万吨，分别增长6%、5%。',
      '12万吨: 粮食总产量/产量',
      '3万吨: 油料产量/产量',
      '1万吨: 棉花产量/产量',
      '6%: ~油料产量/产量 change increase percent of 3万吨 against null from null',
      '5%: ~棉花产量/产量 change increase percent of 1万吨 against null from null',
    ],
    [
      '粮食产量12万吨，合格率90%，油料产量3万吨，分别增长6%、5%。',
      '12万吨: 粮食总产量/产量',
      '90%: 合格率',
      '3万吨: 油料产量/产量',
      '6%: ~粮食总产量/产量 change increase percent of 12万吨 against null from null',
      '5%: ~油料产量/产量 change increase percent of 3万吨 against null from null',
    ],
    [
      '工业增加值35亿元，增长6.2%，合格率90%，提高2个百分点。',
      '35亿元: 工业增加值/增加值',
      '6.2%: ~工业增加值/增加值 change increase percent of 35亿元 against null from null',
      '90%: 合格率',
      '2个百分点: ~合格率 change increase points of 90% against null from 88',
    ],
    [
      '企业300家，其中投产率提高2个百分点。',
      '300家: 企业数',
      '2个百分点: 投产率 change increase points of ? against null from null',
    ],
    [
      '企业300家，其中营业额增长5%。',
      '300家: 企业数',
      '5%: 营业额 change increase percent of ? against null from null',
    ],
    [
      '收入7.2亿元，支出8亿元，收入为上年的1.2倍。',
      '7.2亿元: 收入',
      '8亿元: 支出',
      '1.2倍: 收入 change increase multiple of 7.2亿元 against 上年 from null',
    ],
  ])
})
