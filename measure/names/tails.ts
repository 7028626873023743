/**
 * Counts how the words before numbers end in clean texts, for `corpus/naming/tails.tsv`: how often each end of two to eight
 * characters stands there, how often it is all that the clause has, behind how many different characters.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { corpusPath } from '../../src/resources/tsv.js'
import { corpusPaths, paragraphsOf } from '../lexicon/corpora.js'

const longestTail = 8
/** Rarer ends, and such as stand behind few characters, are pieces of words. */
const leastCount = 5
const leastBare = 3
const leastNeighbours = 4
/** Ends seen once are forgotten when there are so many, so that memory is bounded. */
const mostTails = 6_000_000

const marks = /[。;,!?:()、“”《》\s]/
const numbers = /\d[\d.,]*/g
/** A number before one of these is a date or an article. */
const dated = new Set('年月日号条')
const opener =
  /^(?:全年|全省|全市|全县|全区|全州|全国|年末|年底|其中|共|累计|新增|去年|今年|截至|预计|完成|实现|上半年|当年|同时|目前|现有|拥有|有|我市|我省|我县|我区|总|已|将|力争|在|和|以及|分别|达|的|等)+/
const closer =
  /(?:分别|累计|已|共计|总计|合计|约|近|超过|超|突破|达到|达|为|是|有|共|至|到|了|仅|总|计|在|只|均|就|也|将|的|等|由|从|高于|低于|不足|不低于|不少于|至少|接近|逾|增至|降至|控制|保持|稳定|上升|提高|下降|增长|增加|减少|扩大|突破了|完成|实现|比上年|比去年|同比|较上年|多|平均|每|年均)+$/

interface Tail {
  count: number
  bare: number
  readonly neighbours: Set<string>
}

function note(tails: Map<string, Tail>, words: string): void {
  const opened = words.replace(opener, '')
  for (let length = 2; length <= longestTail && length <= words.length; length++) {
    const end = words.slice(-length)
    let tail = tails.get(end)
    if (tail === undefined) {
      tail = { count: 0, bare: 0, neighbours: new Set() }
      tails.set(end, tail)
    }
    tail.count++
    if (opened === end || words === end) tail.bare++
    else if (length < words.length) tail.neighbours.add(words.at(-length - 1)!)
  }
}

function readClause(tails: Map<string, Tail>, clause: string): void {
  let from = 0
  for (const { 0: number, index } of clause.matchAll(numbers)) {
    const end = index + number.length
    if (dated.has(clause[end] ?? '')) {
      from = end + 1
      continue
    }
    const words = (/[\u4e00-\u9fff]+$/.exec(clause.slice(from, index))?.[0] ?? '').replace(closer, '')
    if (words.length >= 2) note(tails, words)
    from = end
  }
}

/** Reads DIR/corpora and DIR/corpora-general, and writes the table. */
export async function countTails(data: string): Promise<void> {
  const tails = new Map<string, Tail>()
  const paths = ['corpora', 'corpora-general'].flatMap((folder) => corpusPaths(join(data, folder)))
  for await (const line of paragraphsOf(paths)) {
    const text = line.replace(/[０-９．％，：；（）]/g, (sign) =>
      String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
    )
    if (/\d/.test(text)) for (const clause of text.split(marks)) readClause(tails, clause)
    if (tails.size > mostTails) for (const [end, { count }] of tails) if (count === 1) tails.delete(end)
  }
  const rows = [...tails]
    .filter(
      ([, { count, bare, neighbours }]) =>
        count >= leastCount && (bare >= leastBare || neighbours.size >= leastNeighbours),
    )
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([end, { count, bare, neighbours }]) => [end, count, bare, neighbours.size].join('\t'))
  writeFileSync(
    corpusPath('naming', 'tails.tsv'),
    `${['words\tcount\tbare\tneighbours', ...rows].join('\n')}\n`,
  )
  console.log(`${rows.length} ends`)
}
