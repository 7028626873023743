/** Numbers that order or name instead of counting. */
import { describe } from 'vitest'
import { checkNumbers } from './check.js'

describe('numbers of documents', () => {
  checkNumbers([
    ['政发〔2020〕5号', 'document-number: 〔2020〕5号'],
    ['政发〔2020〕第5号', 'document-number: 〔2020〕第5号'],
    ['(2020)5号', 'document-number: (2020)5号'],
    ['政发【2020】5号', 'document-number: 【2020】5号'],
    ['政发〔2020〕123456号', 'document-number: 〔2020〕123456号'],
    ['政发〔2020〕1234567号', '2020: 2020  (other)', '1234567: 1234567  (other)'],
    ['政发〔2020〕5', '2020: 2020  (other)', '5: 5  (other)'],
    ['政发〔202〕5号', 'list-label: 〔202〕', 'date: 5号'],
  ])
})

describe('addresses', () => {
  checkNumbers([
    ['新华路188号3栋2层', 'name: 188号', 'name: 3栋', 'name: 2层'],
    ['新华路25号院4幢301室', 'name: 25号', 'name: 4幢', 'name: 301室'],
    ['建成住宅3栋12层', '3栋: 3 栋', '12层: 12 层'],
    ['更换3号、5号楼电梯', 'name: 3号', 'name: 5号楼'],
    ['3号、5号停水', 'date: 3号', 'date: 5号'],
    ['3室2厅1卫', 'name: 3室2厅1卫'],
    ['乘12路公交车', 'name: 12路公交'],
    ['在3楼会议室开会', 'name: 3楼'],
    ['共6楼', '6: 6  (other)'],
    ['住院号：20210345', 'code: 20210345'],
  ])
})

describe('numbers of cases', () => {
  checkNumbers([
    ['（2021）某01民终1234号', 'document-number: （2021）某01民终1234号'],
    ['〔2019〕清刑初第7号', 'document-number: 〔2019〕清刑初第7号'],
    ['（2021）城区共有12号楼', '2021: 2021  (other)', 'name: 12号楼'],
  ])
})

describe('marks of notes', () => {
  checkNumbers([
    ['综述〔12〕', 'list-label: 〔12〕'],
    ['综述〔123〕', 'list-label: 〔123〕'],
    ['综述〔1234〕', '1234: 1234  (other)'],
    ['综述[7]', 'list-label: [7]'],
    ['综述〔1.5〕', '1.5: 1.5  (other)'],
  ])
})

describe('labels in brackets', () => {
  checkNumbers([
    ['(一)加强领导', 'list-label: (一)'],
    ['(十二)加强领导', 'list-label: (十二)'],
    ['(二十一)加强领导', 'list-label: (二十一)'],
    ['(1)加强领导', 'list-label: (1)'],
    ['(12)加强领导', 'list-label: (12)'],
    ['加强。(1)投资', 'list-label: (1)'],
  ])
})

describe('no labels in brackets', () => {
  checkNumbers([
    ['(一百二十)加强', '一百二十: 120  (other)'],
    ['投资(三万)', '三万: 30000  (other)'],
    ['(123)加强领导', '123: 123  (other)'],
    ['投资(1)加强', '1: 1  (other)'],
    ['(1.5)加强', '1.5: 1.5  (other)'],
    ['乾隆六年(1741)', 'date: 乾隆六年(1741)'],
    ['乾隆六年(174)', 'date: 乾隆六年', '174: 174  (other)'],
  ])
})

describe('open labels', () => {
  checkNumbers([
    ['1、加强', 'list-label: 1、'],
    ['12、加强', 'list-label: 12、'],
    ['一、加强', 'list-label: 一、'],
    ['二十一、加强', 'list-label: 二十一、'],
    ['加强。一、重视', 'list-label: 一、'],
    ['加强；二、重视', 'list-label: 二、'],
    ['加强：三、重视', 'list-label: 三、'],
    ['1.加强', 'list-label: 1.'],
    ['1)加强', 'list-label: 1)'],
    ['1、123加强', 'list-label: 1、', '123: 123  (other)'],
  ])
})

describe('no open labels', () => {
  checkNumbers([
    ['1、2号楼', '1: 1  (other)', 'name: 2号楼'],
    ['一、二年级', 'idiom: 一', 'ordinal: 二年级'],
    ['一百二十一、加强', '一百二十一: 121  (other)'],
    ['加强一、', 'idiom: 一'],
    ['一)加强', 'idiom: 一'],
  ])
})

describe('spoken labels', () => {
  checkNumbers([
    ['一是加强', 'list-label: 一是'],
    ['十一是加强', 'list-label: 十一是'],
    ['三要加强', 'list-label: 三要'],
    ['四则重视', 'list-label: 四则'],
    ['，一是加强', 'list-label: 一是'],
  ])
})

describe('no spoken labels', () => {
  checkNumbers([
    ['二十一是加强', '二十一: 21  (other)'],
    ['加强一是', 'idiom: 一'],
    ['1是加强', '1: 1  (other)'],
  ])
})

describe('section numbers', () => {
  checkNumbers([
    ['3.1加强', 'list-label: 3.1'],
    ['3.1 加强', 'list-label: 3.1'],
    ['3.1.2加强', 'list-label: 3.1.2'],
    ['3.1人加强', 'list-label: 3.1'],
    ['加强3.1.2', 'code: 3.1.2'],
  ])
})

describe('no section numbers', () => {
  checkNumbers([
    ['3.04加强', '3.04: 3.04  (other)'],
    ['甲3.1加强', '3.1: 3.1  (other)'],
    ['3.1米加强', '3.1米: 3.1 米 (length)'],
    ['3.1', '3.1: 3.1  (other)'],
    ['3.1。', '3.1: 3.1  (other)'],
    ['12.34加强', '12.34: 12.34  (other)'],
    ['123.4加强', '123.4: 123.4  (other)'],
  ])
})

describe('ordinals and articles of law', () => {
  checkNumbers([
    ['第三', 'ordinal: 第三'],
    ['第三名', 'ordinal: 第三'],
    ['第 3 名', 'ordinal: 第 3'],
    ['第十二条', 'law-article: 第十二条'],
    ['第3章', 'law-article: 第3章'],
    ['第2款', 'law-article: 第2款'],
    ['第3项', 'law-article: 第3项'],
    ['第3项目', 'ordinal: 第3'],
    ['第三编', 'law-article: 第三编'],
  ])
})

describe('what stands behind 前', () => {
  checkNumbers([
    ['前三', 'ordinal: 前三'],
    ['约前三名', 'ordinal: 前三'],
    ['前10名', 'ordinal: 前10'],
    ['前10%', 'ordinal: 前10%'],
    ['前5个月', 'date: 前5个月'],
    ['前三年', 'date: 前三年'],
    ['目前10名', '10名: 10 名'],
    ['以前10名', '10名: 10 名'],
    ['提前3天', '3天: 3 天 (duration) = 259200 秒'],
  ])
})

describe('codes', () => {
  checkNumbers([
    ['65A12', 'code: 65A12'],
    ['A65', 'code: A65'],
    ['www.a123.cn/x?b=4', 'code: www.a123.cn/x?b=4'],
    ['a=5', 'code: a=5'],
    ['user_7', 'code: user_7'],
    ['G201', 'code: G201'],
    ['编号12345', 'name: 12345'],
    ['电话:65123478', 'code: 65123478'],
    ['电话 65123478', 'code: 65123478'],
    ['电话为65123478', 'code: 65123478'],
    ['电话是 65123478', 'code: 65123478'],
    ['银行账号6222020200001234567', 'code: 6222020200001234567'],
    ['13812345678', 'code: 13812345678'],
    ['0123', 'code: 0123'],
    ['400-123-4567', 'code: 400-123-4567'],
    ['021-65123478', 'code: 021-65123478'],
    [`${'a'.repeat(41)}1`, `code: ${'a'.repeat(40)}1`],
  ])
})

describe('telephone numbers in groups', () => {
  checkNumbers([
    ['电话0571-8888 6666', 'code: 0571-8888 6666'],
    ['138 1234 5678', 'code: 138 1234 5678'],
    ['订座010 8888 6666', 'code: 010 8888 6666'],
    ['详询客服10011', 'code: 10011'],
    ['400 - 819 - 0101', 'code: 400 - 819 - 0101'],
  ])
})

describe('marks of the parts of a drawing', () => {
  checkNumbers([
    ['支架(4)装在底座(5)上,底座(5)固定', '4: 4  (other)', 'name: (5)', 'name: (5)'],
    ['男生(120)和女生(118)', '120: 120  (other)', '118: 118  (other)'],
    ['根据权利要求3的装置', 'ordinal: 3'],
  ])
})

describe('workshops', () => {
  checkNumbers([
    ['二车间产量', 'name: 二车间'],
    ['共3个车间', '3个: 3 个'],
  ])
})

describe('no codes', () => {
  checkNumbers([
    ['1381234567', '1381234567: 1381234567  (other)'],
    ['0', '0: 0  (other)'],
    ['012.5', '012.5: 12.5  (other)'],
    ['-0123', '-0123: -123  (other)'],
    ['400-123', '400: 400  (other)', '123: 123  (other)'],
    ['5-3', '5: 5  (other)', '3: 3  (other)'],
    ['400+123-4567', '400: 400  (other)', '123-4567: ? [123, 4567]  range (other)'],
    ['400-123-四', '400: 400  (other)', '123: 123  (other)', 'idiom: 四'],
    [
      '400-12345678901234567890123-4567',
      '400-12345678901234567890123: ? [400, 12345678901234567890123]  range (other)',
      '4567: 4567  (other)',
    ],
  ])
})

describe('a numeral that opens a quotation', () => {
  checkNumbers([
    ['“一户一宅”', 'name: 一户一宅'],
    ['“3+1+2”', 'name: 3+1+2'],
    ['“十四五”', 'date: 十四五'],
    ['“2035”', 'name: 2035'],
    ['「一村一品」', 'name: 一村一品'],
    ['“5人”', '5人: 5 人'],
    ['“一户一宅', 'name: 一户一宅'],
    [`“一${'体'.repeat(14)}”`, `name: 一${'体'.repeat(14)}`],
    [`“一${'体'.repeat(15)}”`, 'name: 一体'],
  ])
})

describe('versions right behind a word', () => {
  checkNumbers([
    ['数字政府2.0建设', 'name: 2.0'],
    ['“智慧城市”2.0建设', 'name: 2.0'],
    ['政府12.0建设', '12.0: 12  (other)'],
    ['政府2.1建设', '2.1: 2.1  (other)'],
  ])
})

describe('versions are read where nothing counts them', () => {
  checkNumbers([
    ['数字政府2.0', '2.0: 2  (other)'],
    ['数字政府2.5', '2.5: 2.5  (other)'],
    ['3.0', '3.0: 3  (other)'],
    ['政府2.00', '2.00: 2  (other)'],
  ])
})

describe('a section number at the start of a line has four characters at the most', () => {
  checkNumbers([
    ['12.1水利', 'list-label: 12.1'],
    ['12.12水利', '12.12: 12.12  (other)'],
  ])
})

describe('answers, pages, products', () => {
  checkNumbers([
    ['A.128 B.3层', 'list-label: 128', 'list-label: 3'],
    ['（C）15', 'list-label: 15'],
    ['甲A.128', '128: 128  (other)'],
    ['第四章 图表......6', 'law-article: 第四章', 'page-furniture: .6'],
    ['习题2.3', 'list-label: 2.3'],
    ['如图2-4所示', 'ordinal: 2-4'],
    ['2.3.样式', 'list-label: 2.3'],
    ['支持Windows 2000', 'name: 2000'],
    ['GDP 100', '100: 100  (other)'],
    ['被告高某1', 'name: 1'],
    ['某大厦1109室', 'name: 1109'],
    ['地址0x1f', 'code: 0x1f'],
    ['会师[^12]', 'list-label: [^12]'],
    ['登陆成本'],
    ['步骤 2', 'list-label: 2'],
    ['向量α 1与β3', 'code: 1', 'code: 3'],
  ])
})

describe('tables and pictures', () => {
  checkNumbers([
    ['表1 分地区情况', 'ordinal: 1'],
    ['见表 2 人均水平', 'ordinal: 2'],
    ['电表5 块', '5 块: 5 块'],
  ])
})

describe('names and places', () => {
  checkNumbers([
    ['更新到3.2版', 'name: 3.2'],
    ['第2版印3版', 'ordinal: 第2', '3版: 3 版'],
    ['人均就诊7.0次', '7.0次: 7 次'],
    ['支持iOS 16以上', 'name: 16'],
    ['水稻“早丰22”亩产', 'name: 22'],
    ['豌豆“翠玉2号”畅销', 'name: 2号”'],
    ['9号前锋进球', 'name: 9号前锋'],
    ['9号出发', 'date: 9号'],
    ['北纬31度8分、东经120度', 'code: 31度8分', 'code: 120度'],
    ['柳1某、被告人陆2某', 'name: 1', 'name: 2'],
    ['2024城北龙舟赛公报', 'date: 2024'],
    ['2000多人', '2000多人: 2000 [2000, 3000] 人 more-than 多'],
    ['5路首班车、18路停驶', 'name: 5路', 'name: 18路'],
    ['兵分3路', '3: 3  (other)'],
  ])
})
