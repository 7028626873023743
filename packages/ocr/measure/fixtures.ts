/**
 * Makes the pictures that the package's tests read, and what is printed on them: `npx tsx measure/fixtures.ts`. They are
 * made once and kept, for machines that run the tests have no Chinese fonts.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import type { Picture } from '../src/picture.js'
import type { ConditionName } from './degrade.js'
import { degrade } from './degrade.js'
import type { PageContent } from './draw.js'
import { drawPage } from './draw.js'
import { randomOf } from './random.js'

const folder = fileURLToPath(new URL('../tests/pictures/', import.meta.url))
const font = { path: '/usr/share/fonts/truetype/arphic-gbsn00lp/gbsn00lp.ttf' }
const dpi = 200

const prose = [
  '柳溪县现有公共图书馆3座，藏书41.6万册，全年接待读者28.3万人次，举办讲座64场。',
  '乡镇文化站12个，其中达到一级标准的5个；农家书屋187家，当年新增图书9350册。',
  '广播人口综合覆盖率99.2%，电视人口综合覆盖率99.5%，有线电视用户3.74万户。',
]
const births = [
  '全县年末户籍人口52.8万人，出生率9.7‰，死亡率6.4‰，自然增长率3.3‰。',
  '全年登记结婚2146对，登记离婚731对，比上年分别减少118对和42对。',
]
const budget = [
  ['科目', '年初预算', '执行数', '差额'],
  ['教育支出', '58,701', '61,225', '2,524'],
  ['卫生支出', '21,460', '20,988', '-472'],
  ['农林水支出', '34,919', '36,103', '1,184'],
  ['合计', '115,080', '118,316', '3,236'],
]
const schools = [
  ['学校', '班级', '学生', '教师'],
  ['柳溪小学', '18', '806', '47'],
  ['东河小学', '12', '533', '31'],
  ['北坡中学', '24', '1167', '92'],
]

interface Fixture {
  readonly content: Partial<PageContent>
  readonly condition: ConditionName
  /** How much of the page is kept, from its top, in inches; all where absent. */
  readonly height?: number
}

const fixtures: Readonly<Record<string, Fixture>> = {
  prose: { content: { paragraphs: prose }, condition: 'clean', height: 4 },
  table: { content: { table: { rows: schools, isRuled: true } }, condition: 'clean', height: 3.6 },
  thousands: { content: { table: { rows: budget, isRuled: false } }, condition: 'clean', height: 3.6 },
  'per-mille': {
    content: {
      paragraphs: births,
      font: { path: '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc', face: 0 },
    },
    condition: 'clean',
    height: 3.2,
  },
  bleed: { content: { paragraphs: [...prose, ...prose.slice(0, 2)] }, condition: 'bleed', height: 5 },
  skew: { content: { paragraphs: prose }, condition: 'skew', height: 4 },
  page: {
    content: { paragraphs: prose, table: { rows: budget, isRuled: true } },
    condition: 'clean',
  },
}

const plain: PageContent = {
  title: '柳溪县统计资料',
  paragraphs: [],
  columns: 1,
  hasSeal: false,
  font,
  size: 12,
}
/** The page whose print shows through. */
const behind: PageContent = {
  ...plain,
  title: '背面',
  paragraphs: [...births, ...prose, ...births, ...prose],
}

function pngOf({ width, height, rgb }: Picture, kept: number): Promise<Buffer> {
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .extract({ left: 0, top: 0, width, height: kept })
    .toColourspace('b-w')
    .png({ compressionLevel: 9, palette: true, colours: 32, dither: 0 })
    .withMetadata({ density: dpi })
    .toBuffer()
}

mkdirSync(folder, { recursive: true })
for (const [name, { content, condition, height }] of Object.entries(fixtures)) {
  const drawn = drawPage({ ...plain, ...content }, dpi)
  const back = drawPage(behind, dpi).picture
  const { picture } = await degrade(condition, 'tuned', { picture: drawn.picture, back }, randomOf(3))
  writeFileSync(
    `${folder}${name}.png`,
    await pngOf(picture, height === undefined ? picture.height : height * dpi),
  )
  const rows = [...drawn.printed].sort((one, two) => one.bottom - two.bottom || one.left - two.left)
  writeFileSync(`${folder}${name}.txt`, rows.map(({ text }) => `${text}\n`).join(''))
}
