/**
 * Stripped figures: the digits of a number were taken out and its point, its bound or its unit is left (产值.万元, 余人,
 * 增长.%). They are found and not mended. One hole may be a slip or a heading, so a text must show several.
 */
import type { Damage } from '../../model/correction.js'
import { spanOf } from '../../model/span.js'

/** A point between a word and a unit is all that is left of a decimal. */
const point =
  /(?<=[\u4e00-\u9fff])[.．](?=[万亿]|元(?![素首件])|[%％‰吨米户倍]|人(?:次|[，。；、）)])|公[里顷斤]|平方|个百分点)/g
/** Money right behind a verb or noun that a figure follows; 万元产值 and 亿元以上 are words. */
const money =
  /(?<=投资|资金|收入|支出|产值|总值|产量|金额|补助|贷款|存款|税收|利润|销售额|经费|达到?|共计?|完成|实现|增加|减少|拨付|筹集|争取|落实)余?[万亿]元(?![以户级产大]|[A-Z])/g
/** 余 between a noun and what is counted; 其余 and its like are words. */
const bound =
  /(?<=[\u4e00-\u9fff])(?<![其剩结盈业多残富宽有节空冗零一二三四五六七八九十百千万亿两几数年月日岁])余(?=[人户亩名个所项件次吨里座处条]|[万亿](?!元)|公里|平方米)/g
/** A per cent sign behind a comma or a verb of change, in front of a mark; heads of tables (增长%) have none behind. */
const percent = /(?<=[、，]|增长|下降|提高|达到|占)[%％](?=[、，。；])/g

/** Fewer holes are no damage; where no point is left, so many. */
const fewest = 2
const fewestWithoutPoint = 3

/** What is left of a figure, with the words at its sides. */
function showHole(source: string, start: number, end: number): string {
  const before = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff]*$/.exec(source.slice(Math.max(0, start - 4), start))![0]
  const after = /^[\u4e00-\u9fff%％‰]*/.exec(source.slice(end, end + 2))![0]
  return before + source.slice(start, end) + after
}

/** Stripped figures of a source, by start: what is left of each. */
export function findStrippedFigures(source: string): Damage[] {
  const points = [...source.matchAll(point)]
  const others = [money, bound, percent].flatMap((pattern) => [...source.matchAll(pattern)])
  const isStripped =
    points.length > 0 ? points.length + others.length >= fewest : others.length >= fewestWithoutPoint
  if (!isStripped) return []
  return [...points, ...others]
    .map(
      ({ 0: left, index }): Damage => ({
        kind: 'stripped-figure',
        ...spanOf<'source'>(index, index + left.length),
        detail: showHole(source, index, index + left.length),
      }),
    )
    .sort((a, b) => a.start - b.start)
}
