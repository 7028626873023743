import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { Block } from '../../src/model/document.js'
import { spanOf } from '../../src/model/span.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'

const boilerplate = loadBoilerplate()

function lay(text: string, stated: readonly Block[] = []) {
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: text.length }
  return layOut({ id: 'sha256:test', origin, text, stated, pageStarts: [], messages: [] }, boilerplate)
}

function blocksOf(text: string): string[] {
  return lay(text).blocks.map(
    ({ kind, level, start, end }) => `${kind}${level || ''} ${text.slice(start, end)}`,
  )
}

function joined(text: string): string {
  return lay(text).normalised.text
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

  it('takes 一是, 二是 and 三是 for items of one list where no text follows the first', () => {
    expect(blocksOf('存在的问题：一是人才缺乏；二是三分之一的设备老化；三是负债较高。')).toEqual([
      'paragraph 存在的问题：',
      'list-item 一是人才缺乏；',
      'list-item 二是三分之一的设备老化；',
      'list-item 三是负债较高。',
    ])
  })

  it('mends a heading that a page break tore where the others end in a full stop', () => {
    const text =
      '(一)抓好学校安全。各校开展检查。 (二)稳步推进高中 课程改革。开设课程12门。 (三)改善办学条件。新建校舍3栋。'
    expect(blocksOf(text)).toContain('heading2 (二)稳步推进高中 课程改革。')
    expect(joined(text)).toContain('高中课程改革')
  })

  it('keeps the space behind a heading where the others have no full stop', () => {
    const text = '(一)抓好学校安全 开展隐患排查。全年检查12次。 (二)改善办学条件 加快校舍建设。新建校舍3栋。'
    expect(blocksOf(text)).toContain('heading2 (二)改善办学条件')
    expect(lay(text).joins).toEqual([])
  })

  it('does not take decimals, counts or words for labels', () => {
    const text = '全年完成投资 3.72亿元，一二三产业协调发展，十是整数。新增 2.5万人，占比为 1.8。'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
  })

  it.each(['一、2019年工作回顾', '（三）“十三五”规划完成情况'])(
    '%s is a heading, whatever follows its label',
    (line) => {
      expect(blocksOf(`${line}\n全年完成投资3亿元。`)[0]).toMatch(/^heading/)
    },
  )

  it('takes a space inside an item of a list for no end of a heading', () => {
    const text = '（二）在实习期间统一办理意外伤 害保险，并按月发放补贴的；'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
    expect(joined(text)).toContain('意外伤害保险')
  })

  it('ends no heading in a particle', () => {
    const text =
      '(七)强化责任,认真贯彻落实上级关于安全生产的 重要指示和文件精神,深入开展隐患排查治理活动,成效明显。'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
  })
})

it('leaves what the format states whole, also a cell with lines of a report in it', () => {
  const text = '说明\n有水库12座。\n四、存在问题\n一是缺水。\n以上情况，特此报告。'
  const cell = { table: 0, row: 0, column: 0, rowSpan: 1, columnSpan: 1 }
  const at = { page: null, line: 2, cell }
  const stated = [{ kind: 'table', level: 0, label: null, at, ...spanOf<'source'>(3, 23) }] as const
  const { blocks } = lay(text, stated)
  expect(blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['title', '说明'],
    ['table', '有水库12座。\n四、存在问题\n一是缺水。'],
    ['paragraph', '以上情况，特此报告。'],
  ])
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
    '联系客服人员32名，服务企业120家。',
    '客服热线12345受理量居全市第一。',
    '微信公众号：关注用户3.2万人，推送信息300条。',
    '来源于网络的线索120条，全部核查。',
    '下一篇章的工作从项目建设开始。',
    '广告监管力度加大，查处违法广告案件12件。',
    '下载和安装监测设备320台。',
  ])('%s is no notice', (sentence) => {
    expect(blocksOf(`松河县工作报告\n${sentence}`).some((block) => block.startsWith('boilerplate'))).toBe(
      false,
    )
  })
})

describe('notices behind the text', () => {
  it('are cut off the last line of the report', () => {
    const text = '全县完成造林1200亩，比上年增加80亩。本文档由用户上传。如有侵权，请联系删除。'
    expect(blocksOf(text)).toEqual([
      'paragraph 全县完成造林1200亩，比上年增加80亩。',
      'boilerplate 本文档由用户上传。如有侵权，请联系删除。',
    ])
  })

  it('leave a sentence of the report between them alone', () => {
    const text = '本年度办结版权案件12件，侵权内容全部清理。全年办理登记300件。'
    expect(blocksOf(text)).toEqual([`paragraph ${text}`])
  })
})

describe('page furniture', () => {
  it('takes numbers that stand alone and count on for page numbers', () => {
    const text = '县里召开会议。\n1\n会议要求落实责任。\n2\n会议强调安全。\n3\n'
    expect(blocksOf(text).filter((block) => block.startsWith('boilerplate'))).toHaveLength(3)
  })

  it('takes other numbers for text', () => {
    const text = '县里召开会议。\n12\n会议要求落实责任。\n7\n会议强调安全。\n3\n'
    expect(blocksOf(text).some((block) => block.startsWith('boilerplate'))).toBe(false)
  })
})

describe('joins', () => {
  it.each([
    [
      '完成各级生态 环 保督察、巡查反馈问题的整改，群众的满意度稳步提高。',
      '完成各级生态环保督察、巡查反馈问题的整改,群众的满意度稳步提高。',
    ],
    [
      '消 费品市场稳定增长，全年社会消费品零售总额突破二十亿元。',
      '消费品市场稳定增长,全年社会消费品零售总额突破二十亿元。',
    ],
    [
      '各校通过主 题班会、广播站开展安全教育活动，取得了明显的成效。',
      '各校通过主题班会、广播站开展安全教育活动,取得了明显的成效。',
    ],
    [
      '推动全域旅 游发展，努力建设现代化的工业新城和生态宜居的家园。',
      '推动全域旅游发展,努力建设现代化的工业新城和生态宜居的家园。',
    ],
    ['（二）行 业整治规范有序。全年检查企业，责令整改。', '(二)行业整治规范有序。全年检查企业,责令整改。'],
    [
      '一是回款压力较大；二是乡村 教师结构不合理，全县缺编教师约180名。',
      '一是回款压力较大;二是乡村教师结构不合理,全县缺编教师约180名。',
    ],
    ['全 县 共 有 学 校 1 2 所 ， 学 生 三 千 人 。', '全县共有学校12所,学生三千人。'],
    ['全 县 有 学 校 12 所 ， 3 4 个 班 。', '全县有学校12所,3 4个班。'],
  ])('%s', (text, expected) => {
    expect(joined(text)).toBe(expected)
  })

  it.each([
    '一、基本情况 全县共有学校12所，教职工320人，办学条件明显改善。',
    '出席会议的有：王建国 李小明 张卫东 陈大勇 等同志，会期共三天时间。',
    '松河县人民政府办公室 文件',
    '二、地点 县政府三楼会议室',
    '在县第十届人民代表大会第五次会议上 县长李小明 各位代表：现在，我代表县人民政府作报告。',
    '为了规范我县义务教育学校的管理工作制定本办法第一章总则 第一条本办法适用于全县各级学校。',
    '全年实现 GDP 120 亿元，增长 8.5 %，固定资产投资增长明显加快了。',
    '出席会议的有主任王建国，阿不都·热合曼 买买提代表农牧民作了发言，会议圆满结束。',
    '新华社清源3月5日电 清源市人民政府今天召开会议，研究部署春耕生产工作，要求各县抓紧落实。',
    '清源市教育局今天发布消息（记者 王建国），今年秋季学期起，全市中小学将全面开设劳动课程。',
    '自 年 月 日起至 年 月 日止，由甲方向乙方支付工程款，并按月核对。',
    '本店招聘服务员，底薪面议，有无经验均可。联系人：王经理 电话：面议，地址在人民路东口。',
  ])('%s stays', (text) => {
    expect(lay(text).joins).toEqual([])
  })

  it.each([
    ['verses', '春眠不觉晓 处处闻啼鸟。夜来风雨声 花落知多少。\n这首诗，人人会背，是孩子们学的第一首诗。'],
    ['lyrics', '那年的雨落在旧车站的屋檐下 我撑着伞等你回家\n月亮爬上树梢 我们慢慢走吧 走过小桥走过篱笆'],
    ['a menu', '红烧肉 三十八元 清蒸鲈鱼 六十八元\n推荐 本店招牌东坡肘子，肥而不腻，入口即化。'],
    ['subtitles', '主持人：大家好 欢迎收看今天的节目 我们请到了李教授\n李教授：谢谢 今天我想谈谈 农村饮水'],
    ['a form', '姓 名：王建国，性 别：男，单 位：清源市水务局，职 务：工程师。\n申请人（签 章）'],
    [
      'code',
      '// 读取文件，并逐行处理其中的数据，如果遇到空行则跳过，\n// 直到文件结束为止，最后返回处理的行数。\nint 行 数 = 0; // 计 数 从 零 开 始',
    ],
    ['a table', '题号\t一\t二\t三\t四\t五\t六\t七\t八\t总分\n应付债券\t0\t0\t0\t0\t0\t0'],
    ['a table of contents', '第一节 模板使用说明，凡例........2\n第二节 如何刷新目录，索引........4'],
    [
      'formulas',
      '设 f ( x ) = x 4 - 17 x 2 + 6 x ，则 对任意的 x > 0 有 f ( x ) > 0 。\n其中 为常数，而 是随机变量。由归纳假设，从 到 的路径存在，定理得证。',
    ],
    ['a spaced title', '标 准 参 考 样 例\n本样例供撰写论文的同学参考，请按要求填写。'],
    [
      'a bibliography',
      '[1] 王建国，李小明. 县域教育投入的测算[J]. 教育研究，2018，39(4)：12-\n18.\n[2] 张卫东. 农村公路养护[D]. 清源：清源大学，2016.',
    ],
    [
      'items of a list',
      '市教育局负责全市中小学校舍安全排查工作的组织实施，\n市财政局负责排查和加固工程所需资金的筹措与拨付，\n市应急局负责监督检查各项安全措施的落实情况。',
    ],
    [
      'names of one length',
      '清源市第一中学高中部语文教研组全体教师同志\n清源市第二中学初中部数学教研组全体教师同志\n清源市第三中学高中部英语教研组全体教师同志\n青山县特殊教育学校康复训练中心的全体同志',
    ],
    [
      'headlines',
      '清源市第三届运动会开幕 两千余名运动员参赛\n市长会见来访客商 双方签署合作协议\n我市启动春耕 各县抓紧备耕，农资供应充足。今年的雨水偏少 各地须抓紧浇水，确保墒情。',
    ],
  ])('%s stay as they are', (_, text) => {
    expect(lay(text).joins).toEqual([])
  })

  it('closes up a text of which every line is spaced out', () => {
    expect(joined('统 计 公 报\n全 市 新 建 校 舍 五 十 栋\n2 0 1 9 年 1 月')).toBe(
      '统计公报\n全市新建校舍五十栋\n2019年1月',
    )
  })

  it('joins no lines where longer ones show that the width was not fixed', () => {
    const heading = '（一）加快转型升级步伐，构建现代产业发展新体系'
    const body = '全年工业增加值增长百分之八，居全市前列，新增规模以上企业十二家，完成技术改造投资三亿元。'
    expect(lay([heading, body, heading, body, heading, body].join('\n')).joins).toEqual([])
  })

  it('joins no headings of one length to what stands below: the mark of a label is none of a sentence', () => {
    const pairs = ['一', '二', '三', '四'].map(
      (number) => `${number}、全县一般公共预算财政拨款支出决算情况说明\n全县支出决算为九千万元。`,
    )
    expect(lay(pairs.join('\n')).joins).toEqual([])
  })

  it('joins lines that were wrapped at a fixed width', () => {
    const text =
      '今年以来，全县上下深入贯彻落实上级决策部\n署，扎实推进重点项目建设，全年新开工重点\n项目十二个，完成投资三点五亿元，经济社会\n发展呈现良好态势。\n'
    const { joins, normalised } = lay(text)
    expect(joins).toHaveLength(3)
    expect(normalised.text).not.toContain('部\n署')
    expect(blocksOf(text)).toHaveLength(1)
  })

  it('joins wrapped lines behind sentences too where indents mark the paragraphs', () => {
    const text =
      '　　今年以来，全县上下扎实推进项目建设工作。\n全年新开工重点项目十二个，完成投资三点五亿元，\n同比增长百分之八，增幅居全市第一，这是全县干\n部群众共同努力取得的。\n　　农业生产总体平稳，粮食产量再次创造了历史新\n高，畜牧业占比提升。\n'
    expect(blocksOf(text)).toHaveLength(2)
  })

  it('joins a figure that a line break tore', () => {
    const text =
      '今年以来全县扎实推进重点项目建设，新开工项目3\n00个，完成投资二十亿元，经济社会发展继续呈现\n良好态势，各项主要指标的增幅都居于全市的前列，\n综合考核位居第一。\n'
    expect(joined(text)).toContain('新开工项目300个')
  })

  it('joins a line that a page break ended early', () => {
    const text = '会议听取了各单位工作汇报。与会同志围绕全域旅\n游发展提出了意见。\n会议还研究了其他事项。'
    expect(blocksOf(text)).toHaveLength(2)
    expect(joined(text)).toContain('全域旅游发展')
  })

  it.each([
    '会议听取了工作汇报，研究了下一步的工作任务。松河县人民政府\n第二次会议听取了意见，并作了部署。',
    '全年完成了各项任务，成绩显著。\n农业生产总体平稳，粮食丰收。',
    '加快转型升级，构建现代产业体系\n全年工业增加值增长8%，居全市前列。',
  ])('%s keeps its line break', (text) => expect(lay(text).joins).toEqual([]))
})

describe('layOut', () => {
  it('reads traditional characters as simplified ones, and leaves the source as it is', () => {
    const text = '松河縣教育局工作總結\n全縣有學校12所，學生3000人，教學質量穩步提高。'
    const { normalised, text: source } = lay(text)
    expect(normalised.text).toBe('松河县教育局工作总结\n全县有学校12所,学生3000人,教学质量稳步提高。')
    expect(source).toBe(text)
  })

  it('leaves a rare character of a simplified text alone', () => {
    expect(joined('孔繁昇同志主持会议，全县各单位负责人参加。')).toContain('昇')
  })

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
