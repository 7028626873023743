/**
 * Copies of a text as sharing sites make them, and texts that only look like copies: another year's report, which has
 * the wording and not the figures. Drawn by a seed, the same on every machine.
 */
import type { ListedPair } from '../../src/model/pair.js'
import { damageText, joinPieces } from '../../tests/support/damage.js'
import { seededRandom } from '../../tests/support/random.js'
import { spinText } from '../../tests/support/spin.js'

export interface Copy {
  readonly kind: string
  /** Whether it is to be found as a duplicate of the text that it was made of. */
  readonly isDuplicate: boolean
  readonly text: string
  /** Name that says the format. */
  readonly path: string
}

/** A tool's table: six in ten standard words of the lexicon, each with one of its spun forms, by its weight. */
export function drawTable(entries: readonly ListedPair[], seed: number): Map<string, string> {
  const random = seededRandom(seed)
  const forms = new Map<string, ListedPair[]>()
  for (const entry of entries) {
    if (entry.standard.length < 2 || entry.spun.length < 2) continue
    forms.set(entry.standard, [...(forms.get(entry.standard) ?? []), entry])
  }
  const table = new Map<string, string>()
  for (const [standard, choices] of forms) {
    const isChosen = random() < 0.6
    let left = random() * choices.reduce((sum, { weight }) => sum + weight, 0)
    let choice = 0
    while (choice < choices.length - 1 && left >= choices[choice]!.weight) left -= choices[choice++]!.weight
    if (isChosen) table.set(standard, choices[choice]!.spun)
  }
  return table
}

/** Years go one on, labels stay; of the other figures a share is drawn anew, with the digits that they had. */
export function varyFigures(text: string, share: number, seed: number): string {
  const random = seededRandom(seed)
  return text.replace(
    /(?<![\d.])(?<!^[（(]?)(\d+)(\.\d+)?/gm,
    (figure, whole: string, fraction: string | undefined) => {
      if (/^20\d\d$/.test(figure)) return String(Number(figure) + 1)
      if (random() >= share) return figure
      const first = 1 + Math.floor(random() * 9)
      const rest = (digits: string) => digits.replace(/\d/g, () => String(Math.floor(random() * 10)))
      return `${first}${rest(whole.slice(1))}${fraction === undefined ? '' : rest(fraction)}`
    },
  )
}

const notices = [
  { before: '文档大小：24 KB\n共5页\n', after: '\n本文档由网友上传，版权归原作者所有\n下载本文档请先登录\n' },
  {
    before: '首页 > 范文 > 工作汇报\n',
    after: '\n更多汇报材料尽在青竹文秘网 qingzhu-wenmi.example.cn\n上一篇：年度述职报告\n',
  },
]

function rewrap(text: string, width: number): string {
  const lines = text.split('\n').map((line) => line.replace(new RegExp(`.{${width}}(?=.)`, 'gu'), '$&\n'))
  return lines.join('\n')
}

function withoutParagraph(text: string, seed: number): string {
  const lines = text.split('\n')
  const long = lines.flatMap((line, index) => (line.length >= 30 ? [index] : []))
  const total = lines.reduce((sum, line) => sum + line.length, 0)
  const small = long.filter((index) => lines[index]!.length < total / 7)
  const lost = small[Math.floor(seededRandom(seed)() * small.length)]
  return lines.filter((_, index) => index !== lost).join('\n')
}

function asPage(text: string): string {
  const paragraphs = text.split('\n').filter((line) => line.trim() !== '')
  const body = paragraphs.map((line) => `<p>${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</p>`)
  return `<!doctype html><html><head><title>工作汇报</title></head><body><article>${body.join('\n')}</article></body></html>`
}

/** One copy of each kind. */
export function makeCopies(text: string, entries: readonly ListedPair[], seed: number): Copy[] {
  const table = drawTable(entries, seed * 2 + 1)
  const spun = (clean: string) => spinText(clean, table).text
  const copy = (kind: string, isDuplicate: boolean, made: string, path = 'copy.txt'): Copy => ({
    kind,
    isDuplicate,
    text: made,
    path,
  })
  const { before, after } = notices[seed % 2]!
  const masked = damageText(text, {
    table,
    masks: true,
    deletions: [],
    pageBreakEvery: 400,
    notices: { before, after },
    seed,
  })
  return [
    copy('spun by another tool', true, spun(text)),
    copy("spun, with a site's notices", true, before + spun(text) + after),
    copy('spun, a paragraph lost', true, spun(withoutParagraph(text, seed))),
    copy('spun, wrapped anew', true, rewrap(spun(text), 38)),
    copy('spun, as a page', true, asPage(spun(text)), 'copy.html'),
    copy('spun, years masked, page breaks', true, joinPieces(masked)),
    copy('other figures', false, varyFigures(text, 0.95, seed)),
    copy('spun, other figures', false, spun(varyFigures(text, 0.95, seed))),
    copy('half of the figures others', false, varyFigures(text, 0.5, seed)),
  ]
}
