/** Plots of indicators over years and places, as SVG: a line for each owner, or a bar for each where there is one year. */
import { most } from '../../../model/lists.js'
import type { Language } from '../../language.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import { bar, folded, sortTable } from '../parts.js'
import { inChinese, word } from '../words.js'
import type { CoverFigure } from './figures.js'
import { groupFigures } from './figures.js'

/** An indicator with what it was for each owner and year. */
export interface Series {
  readonly name: string
  readonly unit: string
  readonly years: readonly number[]
  readonly lines: readonly { readonly of: string; readonly points: readonly CoverFigure[] }[]
}

const mostSeries = 6
const mostLines = 6
const mostBars = 20

const yearOf = ({ start }: CoverFigure) => Number(start.slice(0, 4))

/**
 * Of each owner and year the first figure, unless documents state it differently: 全县 may then be another one in each,
 * and no point is drawn.
 */
function lineOf(figures: readonly CoverFigure[]): CoverFigure[] {
  const years = groupFigures(figures, (figure) => String(yearOf(figure)))
  return years
    .filter(([first, ...others]) =>
      others.every(
        ({ document, baseValue }) => document === first!.document || baseValue === first!.baseValue,
      ),
    )
    .map(([first]) => first!)
    .sort((one, other) => yearOf(one) - yearOf(other))
}

/** A name that may begin with that of a place, and has a name of its own behind it. */
const placed = /^(\p{Script=Han}{1,5}?[省市区县州旗镇乡])(\p{Script=Han}{2}.*)$/u

/**
 * The figures with the place that their names begin with as their owner, where names go on alike behind at least two of
 * them: 青河县学校数 and 白石县学校数 are one indicator of two places.
 */
function withPlaces(figures: readonly CoverFigure[]): CoverFigure[] {
  const namesOf = (figure: CoverFigure) => (figure.of === '' ? placed.exec(figure.indicator) : null)
  const places = new Map<string, Set<string>>()
  for (const figure of figures) {
    const [, place, rest] = namesOf(figure) ?? []
    if (place !== undefined) places.set(rest!, (places.get(rest!) ?? new Set()).add(place))
  }
  return figures.map((figure) => {
    const [, of, indicator] = namesOf(figure) ?? []
    const isShared = of !== undefined && places.get(indicator!)!.size > 1
    return isShared ? { ...figure, of, indicator: indicator!, indicatorId: null } : figure
  })
}

function seriesOf(figures: readonly CoverFigure[]): Series {
  const lines = groupFigures(figures, ({ of }) => of)
    .map((group) => ({ of: group[0]!.of, points: lineOf(group) }))
    .filter(({ points }) => points.length > 0)
    .sort((one, other) => other.points.length - one.points.length)
  const years = [...new Set(lines.flatMap(({ points }) => points.map(yearOf)))].sort(
    (one, other) => one - other,
  )
  const kept = lines.slice(0, years.length > 1 ? mostLines : mostBars)
  const { indicator: name, baseUnit } = figures[0]!
  return { name, unit: baseUnit === 'CNY' ? '元' : baseUnit, years, lines: kept }
}

/** The indicators that say most: over many years, of many owners. */
export function findSeries(figures: readonly CoverFigure[]): Series[] {
  const yearly = figures.filter(({ isYear, isActual, size }) => isYear && isActual && size >= 0)
  const groups = groupFigures(withPlaces(yearly), ({ indicatorId, indicator, baseUnit, measure }) =>
    JSON.stringify([indicatorId ?? indicator, baseUnit, measure]),
  )
  const weight = ({ years, lines }: Series) => (years.length - 1) * 10 + Math.min(lines.length, mostLines)
  return groups
    .map(seriesOf)
    .filter(({ years, lines }) => years.length > 1 || lines.length > 2)
    .sort((one, other) => weight(other) - weight(one))
    .slice(0, mostSeries)
}

const [width, height] = [480, 210]
const frame = { left: 12, right: 150, top: 14, bottom: 30 }

const rounded = (length: number) => Math.round(length * 10) / 10

/** What tells a point of one line from those of others without its colour. */
function markerAt(kind: number, x: number, y: number): Html {
  const [left, top] = [rounded(x), rounded(y)]
  const at = (points: readonly (readonly [number, number])[]) =>
    points.map(([dx, dy]) => `${rounded(x + dx)},${rounded(y + dy)}`).join(' ')
  switch (kind % 3) {
    case 0:
      return html`<circle cx=${left} cy=${top} r=4 />`
    case 1:
      return html`<polygon points="${at([
        [-4, -4],
        [4, -4],
        [4, 4],
        [-4, 4],
      ])}" />`
    default:
      return html`<polygon points="${at([
        [0, -5],
        [5, 4],
        [-5, 4],
      ])}" />`
  }
}

function linePlot({ name, years, lines }: Series): Html {
  const highest = most(lines.flatMap(({ points }) => points.map(({ size }) => size))) || 1
  const [first, last] = [years[0]!, years.at(-1)!]
  const x = (year: number) =>
    frame.left + 20 + ((year - first) / (last - first)) * (width - frame.left - frame.right - 20)
  const y = (size: number) => frame.top + (1 - size / highest) * (height - frame.top - frame.bottom)
  const bottom = y(0)
  const step = Math.ceil(years.length / 10)
  const labels = years
    .filter((_, at) => at % step === 0)
    .map((year) => html`<text x=${rounded(x(year))} y=${height - 8} text-anchor=middle>${year}</text>`)
  // Names at the ends of lines keep apart from one another.
  const ends = lines
    .map(({ of, points }, kind) => ({ of, kind, last: points.at(-1)! }))
    .sort((one, other) => other.last.size - one.last.size)
  let lowest = Number.NEGATIVE_INFINITY
  const names = ends.map(({ of, kind, last: point }) => {
    lowest = Math.max(y(point.size) + 4, lowest + 15)
    const short = of.length > 6 ? `${of.slice(0, 5)}…` : of
    return html`<text class="of k${kind}" x=${rounded(x(yearOf(point)) + 9)} y=${rounded(lowest)}>${short} ${point.text}</text>`
  })
  const drawn = lines.map(({ of, points }, kind) => {
    const course = points.map((point) => `${rounded(x(yearOf(point)))},${rounded(y(point.size))}`).join(' ')
    const marks = points.map(
      (point) =>
        html`<a href="${point.href}"><title>${of} ${point.period} ${point.text}</title>${markerAt(kind, x(yearOf(point)), y(point.size))}</a>`,
    )
    return html`<g class=k${kind}><polyline points="${course}" />${marks}</g>`
  })
  return html`<svg class=course-plot role=img aria-label="${name}" viewBox="0 0 ${width} ${height}"><line x1=${frame.left} y1=${rounded(bottom)} x2=${width - frame.right} y2=${rounded(bottom)} />${labels}${drawn}${names}</svg>`
}

function bars({ lines }: Series): Html {
  const points = lines.map(({ points: [point] }) => point!).sort((one, other) => other.size - one.size)
  const longest = points[0]!.size || 1
  const rows = points.map(
    ({ of, size, text, href }) =>
      html`<li><div class=leaf><span>${of}</span>${bar(size / longest)}<b><a href="${href}">${text}</a></b></div>`,
  )
  return html`<ul class=plots>${rows}</ul>`
}

function tableOf({ lines }: Series, language: Language): Html {
  const columns = [
    { name: word(language, 'facts.subject') },
    { name: word(language, 'facts.period') },
    { name: word(language, 'facts.value'), isNumber: true },
  ]
  const zh = inChinese(language)
  const rows = lines.flatMap(({ of, points }) =>
    points.map(
      ({ period, start, text, size, href }) =>
        html`<tr><td${zh}>${of}<td data-v=${start}${zh}>${period}<td class=n data-v=${size}><a href="${href}"${zh}>${text}</a>
`,
    ),
  )
  return folded(word(language, 'cover.figures'), sortTable(columns, rows, 'series'))
}

/** An indicator with its plot and its figures, each of which leads to where it stands. */
export function seriesFigure(series: Series, language: Language): Html {
  const { name, unit, years } = series
  const [plot, span] =
    years.length > 1 ? [linePlot(series), `${years[0]}–${years.at(-1)}`] : [bars(series), String(years[0])]
  return html`<figure class=course-figure${inChinese(language)}><figcaption><b>${name}</b> ${unit} · ${span}</figcaption>${plot}${
    years.length > 1 ? tableOf(series, language) : null
  }</figure>
`
}
