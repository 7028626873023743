/**
 * What pages say: the project's own reports, and tables that are invented here, whose rows and columns add up. The half
 * that is looked at while the recognition is worked on differs from the half that is reported, in fonts, reports, seed
 * and sizes.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Font, PageContent, TableContent } from './draw.js'
import type { Random } from './random.js'
import { randomOf } from './random.js'

export const halves = ['tuned', 'reported'] as const
export type Half = (typeof halves)[number]

const reportsFolder = fileURLToPath(new URL('../../../corpus/reports/', import.meta.url))

interface Sources {
  readonly seed: number
  readonly reports: readonly string[]
  /**
   * Debian's fonts; those that are not installed are left out. None sets its commas and stops in the middle of their
   * place (AR PL UMing and UKai do), as no typeface of the mainland does.
   */
  readonly fonts: readonly Font[]
  readonly sizes: readonly number[]
}

const sources: Readonly<Record<Half, Sources>> = {
  tuned: {
    seed: 11,
    reports: ['education-bureau-halfyear', 'company-annual', 'employment-security', 'police-halfyear'],
    fonts: [
      { path: '/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', face: 2 },
      { path: '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc', face: 0 },
    ],
    sizes: [12, 10.5],
  },
  reported: {
    seed: 7019,
    reports: [
      'city-communique',
      'finance-budget',
      'county-hospital-year',
      'transport-year',
      'water-power',
      'environment-quality',
    ],
    fonts: [
      { path: '/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf' },
      { path: '/usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf' },
      { path: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', face: 0 },
      { path: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 2 },
    ],
    sizes: [11, 12, 14],
  },
}

function paragraphsOf(report: string): string[] {
  const text = readFileSync(`${reportsFolder}${report}/clean.txt`, 'utf8')
  return text.split('\n').filter((line) => line.trim() !== '')
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
const heads = ['项目', '本年数', '上年数', '增加额', '占比（%）']
const names = [
  '城东区',
  '城西区',
  '南山镇',
  '北河镇',
  '柳林乡',
  '青石乡',
  '高桥镇',
  '白水镇',
  '石门镇',
  '双溪乡',
  '合计',
]

/** A table whose last row adds up the others, whose fourth column is the difference of two, its fifth the share. */
export function inventTable(random: Random, isRuled: boolean): TableContent {
  const isGrouped = random.next() < 0.6
  const print = isGrouped ? grouped : String
  const own = names.slice(0, -1).map(() => [random.between(90, 99_999), random.between(90, 99_999)] as const)
  const total = own.reduce(([one, two], [this_, last]) => [one + this_, two + last], [0, 0] as readonly [
    number,
    number,
  ])
  const rows = [...own, total].map(([present, past], at) => {
    const change = present - past
    const signed = change < 0 ? `-${print(-change)}` : print(change)
    return [names[at]!, print(present), print(past), signed, ((present / total[0]) * 100).toFixed(2)]
  })
  return { rows: [heads, ...rows], isRuled }
}

/** As many pages as are asked for: every second with a table, every third in two columns, every fourth with a seal. */
export function contentsOf(half: Half, count: number): PageContent[] {
  const { seed, reports, fonts, sizes } = sources[half]
  const random = randomOf(seed)
  const installed = fonts.filter(({ path }) => existsSync(path))
  if (installed.length === 0)
    throw new Error(`none of the fonts is installed: ${fonts.map(({ path }) => path).join(', ')}`)
  return Array.from({ length: count }, (_, at): PageContent => {
    const [title = '', ...paragraphs] = paragraphsOf(reports[at % reports.length]!)
    const skipped = paragraphs.slice(Math.floor(at / reports.length) * 5)
    const hasTable = at % 2 === 1
    return {
      title,
      paragraphs: skipped.length === 0 ? paragraphs : skipped,
      columns: at % 3 === 2 ? 2 : 1,
      ...(hasTable && { table: inventTable(random, at % 4 === 1) }),
      hasSeal: at % 4 === 2,
      font: installed[at % installed.length]!,
      size: sizes[at % sizes.length]!,
    }
  })
}
