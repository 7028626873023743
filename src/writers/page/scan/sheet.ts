/**
 * The picture of a page beside its text: each line of it leads to its block, each figure and each word that was mended to
 * its place in the text. The picture stands in the page once; pieces of it are shown by its name.
 */
import type { DocumentRecord, SpanRecord } from '../../schema.js'
import type { Html } from '../html.js'
import { html, trusted } from '../html.js'
import type { PageView } from '../view.js'
import { word } from '../words.js'
import type { Place } from './place.js'
import { placesOf } from './place.js'

/** The name of the element that holds a page's picture. */
export const pictureId = ({ prefix }: PageView, page: number) => `${prefix}i${page}`

/** The name of the place of a figure on the picture, or of a correction by where it starts. */
export const spotId = ({ prefix }: PageView, name: string | number) => `${prefix}z${name}`

function outline({ corners }: Place): Html {
  const [first, ...rest] = corners.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`)
  return html`<path d="M${first!}L${rest.join(' ')}z" />`
}

/** A place on the picture that leads somewhere; nothing where it stands on another page. */
function spots(
  view: PageView,
  page: number,
  { start, end }: SpanRecord,
  link: { readonly id?: string; readonly target: string; readonly kind: string },
): Html[] {
  const places = placesOf(view.record, start, end)
  const own = places.filter((place) => place.page === page)
  if (own.length === 0) return []
  // A piece that goes over two pages is named on the first one that is shown.
  const named = places.find((place) => view.pictures.has(place.page))?.page
  const id = link.id !== undefined && named === page ? html` id="${link.id}"` : null
  return [html`<a${id} class=${link.kind} href="#${link.target}">${own.map(outline)}</a>`]
}

type LineRecord = NonNullable<DocumentRecord['recognition']>['lines'][number]

function lineSpots(view: PageView, page: number, lines: readonly LineRecord[]): Html[] {
  const { prefix, blockAt } = view
  return lines.flatMap((line) =>
    spots(view, page, line, { target: `${prefix}b${blockAt(line.start)}`, kind: 'zl' }),
  )
}

/** Figures, and words that were changed, that stand between two offsets. */
function markSpots(view: PageView, page: number, from: number, to: number): Html[] {
  const { record, prefix, doubted, blockAt } = view
  const isNear = ({ start, end }: SpanRecord) => start < to && end >= from
  const figures = record.facts.filter(isNear).flatMap((fact) =>
    spots(view, page, fact, {
      id: spotId(view, fact.id),
      target: prefix + fact.id,
      kind: doubted.has(fact.id) ? 'zf e' : 'zf',
    }),
  )
  const words = record.corrections.filter((one) => one.kind !== 'layout' && isNear(one))
  const changes = words.flatMap((correction) =>
    spots(view, page, correction, {
      id: spotId(view, correction.start),
      target: `${prefix}b${blockAt(correction.start)}`,
      kind: 'zc',
    }),
  )
  return [...figures, ...changes]
}

/** The picture of a page with its links; null where there is none. */
export function sheetOf(view: PageView, page: number): Html | null {
  const { record, pictures, language } = view
  const address = pictures.get(page)
  const known = record.recognition?.pages.find((one) => one.page === page)
  if (address === undefined || known === undefined) return null
  const { width, height } = known
  const name = word(language, 'scan.picture', { page })
  const lines = record.recognition!.lines.filter((line) => line.page === page)
  const [from, to] = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0]
  const image = html`<image id="${pictureId(view, page)}" width=${width} height=${height} preserveAspectRatio=none href="${trusted(address)}"/>`
  return html`<figure class=sheet><svg viewBox="0 0 ${width} ${height}" role=group aria-label="${name}">${image}
${lineSpots(view, page, lines)}${markSpots(view, page, from, to)}</svg></figure>
`
}
