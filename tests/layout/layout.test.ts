import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

function lay(text: string) {
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: text.length }
  return layOut({ id: 'sha256:test', origin, text, stated: [], pageStarts: [], messages: [] }, boilerplate)
}

function blocksOf(text: string): string[] {
  return lay(text).blocks.map(
    ({ kind, level, start, end }) => `${kind}${level || ''} ${text.slice(start, end)}`,
  )
}

describe('blocks', () => {
  it('finds title, headings of every level and text on lines of their own', () => {
    const text =
      '松河县水务局工作总结\n\n一、主要工作\n（一）抓好工程建设。全年开工项目6个。\n1.加固水库三座。\n（1）清淤渠道\n二、存在问题'
    expect(blocksOf(text)).toEqual([
      'title 松河县水务局工作总结',
      'heading1 一、主要工作',
      'heading2 （一）抓好工程建设。',
      'paragraph 全年开工项目6个。',
      'heading3 1.加固水库三座。',
      'heading4 （1）清淤渠道',
      'heading1 二、存在问题',
    ])
  })

  it('finds headings inside one long line', () => {
    const text =
      '松河县教育局半年工作总结 2019年以来,我们扎实工作,总结如下: 一、基本情况 2019年,共有学校12所。 二、主要工作 (一)抓好安全。各校开展检查。'
    expect(blocksOf(text)).toEqual([
      'title 松河县教育局半年工作总结',
      'paragraph 2019年以来,我们扎实工作,总结如下:',
      'heading1 一、基本情况',
      'paragraph 2019年,共有学校12所。',
      'heading1 二、主要工作',
      'heading2 (一)抓好安全。',
      'paragraph 各校开展检查。',
    ])
  })

  it('takes 一是 and 二是 for headings where a short sentence follows', () => {
    expect(blocksOf('主要做法如下。一是加强领导。成立小组3个。二是落实责任。')).toEqual([
      'paragraph 主要做法如下。',
      'heading4 一是加强领导。',
      'paragraph 成立小组3个。',
      'heading4 二是落实责任。',
    ])
  })

  it('does not take decimals, counts or words for labels', () => {
    const text = '全年完成投资 3.72亿元，一二三产业协调发展，十是整数。新增 2.5万人，占比为 1.8。'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
  })

  it('ends no heading in a particle', () => {
    const text =
      '(七)强化责任,认真贯彻落实上级关于安全生产的 重要指示和文件精神,深入开展隐患排查治理活动,成效明显。'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
  })
})

describe('notices of hosting sites', () => {
  it.each(boilerplate.map(({ example }) => example))('%s', (example) => {
    expect(blocksOf(`${example}\n全县完成造林1200亩，比上年增加80亩。`)[0]).toBe(`boilerplate ${example}`)
  })

  it.each([
    '客服中心全年受理来电1200件，办结率达98.5%。',
    '本站（松河水文站）实测最大流量为320立方米每秒。',
    '全年下载安装反诈程序3.2万人次。',
    '一、版权登记工作稳步推进',
    '共接待游客12万人次，实现收入3000万元。',
    '12页账册全部归档，整理文书档案320件。',
  ])('%s is no notice', (sentence) => {
    expect(blocksOf(`松河县工作报告\n${sentence}`).some((block) => block.startsWith('boilerplate'))).toBe(
      false,
    )
  })
})

function joined(text: string): string {
  return lay(text).normalised.text
}

describe('joins', () => {
  it.each([
    [
      '各校通过主 题班会、广播站开展安全教育活动，取得了明显的成效。',
      '各校通过主题班会、广播站开展安全教育活动,取得了明显的成效。',
    ],
    [
      '推动全域旅 游发展，努力建设现代化的工业新城和生态宜居的家园。',
      '推动全域旅游发展,努力建设现代化的工业新城和生态宜居的家园。',
    ],
    ['全 县 共 有 学 校 1 2 所 ， 学 生 三 千 人 。', '全县共有学校1 2所,学生三千人。'],
  ])('%s', (text, expected) => {
    expect(joined(text)).toBe(expected)
  })

  it.each([
    '一、基本情况 全县共有学校12所，教职工320人，办学条件明显改善。',
    '出席会议的有：王建国 李小明 张卫东 陈大勇 等同志，会期共三天时间。',
    '松河县人民政府办公室 文件',
    '全年实现 GDP 120 亿元，增长 8.5 %，固定资产投资增长明显加快了。',
  ])('%s stays', (text) => {
    expect(lay(text).joins).toEqual([])
  })

  it('joins lines that were wrapped at a fixed width', () => {
    const text =
      '今年以来，全县上下深入贯彻落实上级决策部\n署，扎实推进重点项目建设，全年新开工重点\n项目十二个，完成投资三点五亿元，经济社会\n发展呈现良好态势。\n'
    const { joins, normalised } = lay(text)
    expect(joins).toHaveLength(3)
    expect(normalised.text).not.toContain('部\n署')
  })
})

describe('layOut', () => {
  it('processes a single line of millions of characters', () => {
    const line = '全县共有学校12所，学生3000人。'.repeat(60_000)
    expect(lay(line).blocks.length).toBeGreaterThan(0)
  })

  it('keeps blocks sorted and disjoint, and loses nothing but white space', () => {
    const text = '标题\r\n\r\n　　一、概况\r\n　　全年 工作。\r\n• 4页\r\n'
    const { blocks } = lay(text)
    let end = 0
    for (const block of blocks) {
      expect(block.start).toBeGreaterThanOrEqual(end)
      expect(text.slice(end, block.start).trim()).toBe('')
      end = block.end
    }
    expect(text.slice(end).trim()).toBe('')
  })
})
