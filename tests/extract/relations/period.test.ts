/** When figures hold: times that last, times of one clause or one figure, and bases, which are no time of others. */
import { describe } from 'vitest'
import { checkLinks } from '../check.js'

describe('a base is the time of its own figure', () => {
  checkLinks([
    [
      '2022年，新建水池95口，与2020年相比，两年平均增长2.5%。修渠5.7公里。',
      '95口: at 2022年',
      '2.5%: at 2022年 change increase percent of 95口 against null from null',
      '5.7公里: at 2022年',
    ],
    [
      '2017年生猪出栏46万头，较2016年42万头提高9.5%；肉牛出栏2.5万头。',
      '46万头: at 2017年',
      '42万头: at 2016年',
      '9.5%: at 2017年 change increase percent of 46万头 against null from null',
      '2.5万头: at 2017年',
    ],
    ['按2020年不变价格计算，2021年工业总产值82亿元。', '82亿元: at 2021年'],
    ['2011年182人参加高考，继2010年之后，上线130人。', '182人: at 2011年', '130人: at 2011年'],
    [
      '2018年末有企业178家，比2013年末（普查在2014年开展）增加93家。',
      '178家: at 2018年末',
      '93家: at 2018年末 change increase delta of ? against null from null',
    ],
  ])
})

describe('levels that a change leads from and to have their own', () => {
  checkLinks([
    [
      '粮食产量由1958年的3724吨下降为1962年的902吨，1965年恢复到2980吨。',
      '3724吨: at 1958年',
      '902吨: at 1962年 decrease from-to of 3724吨 against 1958年 from 3724',
      '2980吨: at 1965年',
    ],
    [
      '2011～2020年，装机容量由10.6亿千瓦增长到22亿千瓦。',
      '10.6亿千瓦: at 2011年',
      '22亿千瓦: at 2020年 increase from-to of 10.6亿千瓦 against null from 10.6',
    ],
  ])
})

describe('what lasts for a clause or a part only', () => {
  checkLinks([
    [
      '前三季度生猪出栏20万头，猪价从1月开始下跌，目前仍低于成本线；家禽出栏95万羽。',
      '20万头: at 前三季度',
      '95万羽: at 前三季度',
    ],
    [
      '今年1至8月共立案320起，去年同期为380起，同比下降15.8%；破案260起。',
      '320起: at 今年1至8月',
      '380起: at 去年同期',
      '15.8%: at 今年1至8月 change decrease percent of 320起 against 同比 from null',
      '260起: at 今年1至8月',
    ],
    [
      '2021年新建水池95口。8月12日普降暴雨，转移群众3200人。投入资金1.2亿元。',
      '95口: at 2021年',
      '3200人: at 8月12日',
      '1.2亿元: at 2021年',
    ],
    ['2021年新建水池95口。项目于2019年开工，总投资3.6亿元。', '95口: at 2021年', '3.6亿元: at 2021年'],
    [
      '2006年收入400万元（其中，年内出栏肉猪1823头），支出200万元。',
      '400万元: at 2006年',
      '1823头: at 2006年',
      '200万元: at 2006年',
    ],
  ])
})

describe('times in turn', () => {
  checkLinks([
    [
      '2016—2018年，空气优良率分别为82%、84%、86%。当前为88%。',
      '82%: at 2016年',
      '84%: at 2017年',
      '86%: at 2018年',
      '88%:',
    ],
    [
      '一季度和二季度税收收入分别上升3.4%和8.8%。',
      '3.4%: at 一季度 change increase percent of ? against null from null',
      '8.8%: at 二季度 change increase percent of ? against null from null',
    ],
  ])
})

describe('lists of years, and when something began', () => {
  checkLinks([
    ['2021、2022年利润分别为1.2亿元、1.5亿元。', '1.2亿元: at 2021年', '1.5亿元: at 2022年'],
    ['学校建于1956年，现有学生1180人。', '1180人:'],
  ])
})

describe('sections and paragraphs', () => {
  checkLinks([
    [
      '水务局工作汇报\n\n一、2022年工作\n\n新建水池12口。\n\n二、2023年计划\n\n新建水池15口。',
      '12口: at 2022年',
      '15口: at 2023年 planned',
    ],
    ['上半年立案320起。\n\n破案260起。', '320起: at 上半年', '260起: at 上半年'],
    ['民国二十四年有水池32口；1949年增至58口。', '32口: at 民国二十四年', '58口: at 1949年'],
  ])
})

describe('when a thing was made is not what a report is about', () => {
  checkLinks([['面积96平方米。2016年交房，物业费2.1元。', '96平方米:', '2.1元: at 2016年']])
})

describe('what happened once is no time of later figures', () => {
  checkLinks([
    ['周某，1975年3月出生，欠款8万元。', '8万元:'],
    ['该院2005年成立，现有床位120张。', '120张:'],
    ['2021年出生人口2.1万人，出生率7.5‰。', '2.1万人: at 2021年', '7.5‰: at 2021年'],
    ['2019年毕业生3065人，2005年成立学会12个。', '3065人: at 2019年', '12个: at 2005年'],
  ])
})

describe('where a change starts is of no time unless words say so', () => {
  checkLinks([
    [
      '2021年，审批事项由90项减至60项，窗口45个。',
      '90项:',
      '60项: at 2021年 decrease from-to of 90项 against null from 90',
      '45个: at 2021年',
    ],
    [
      '2021年，床位由上年的320张增至410张。',
      '320张: at 上年',
      '410张: at 2021年 increase from-to of 320张 against 上年 from 320',
    ],
    [
      '2021年，三次产业结构由9.2:50.1:40.7调整为8.1:48.2:43.7。',
      '9.2:',
      '50.1:',
      '40.7:',
      '8.1: at 2021年',
      '48.2: at 2021年',
      '43.7: at 2021年',
    ],
  ])
})

describe('the year that a text hides is its own', () => {
  checkLinks([
    [
      '2021年县教育局工作总结\n\n20xx年，新建校舍3栋。\n\n20xx年，招生520人。\n\n培训教师8期。',
      '3栋: at 20xx年',
      '520人: at 20xx年',
      '8期: at 20xx年',
    ],
  ])
})

describe('what is aimed at', () => {
  checkLinks([
    [
      '今年的预期目标是：失业率控制在4%以内；新增就业2万人。已就业1万人。',
      '4%以内: at 今年 planned',
      '2万人: at 今年 planned',
      '1万人: at 今年',
    ],
  ])
})
