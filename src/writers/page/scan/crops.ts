/** Pieces of the pictures of pages: what was read, as the reader of the report can see it, and what else it may be. */
import type { SpanRecord } from '../../schema.js'
import type { Html } from '../html.js'
import { html } from '../html.js'
import type { PageView } from '../view.js'
import { percent } from '../view.js'
import type { Place } from './place.js'
import { boxAround, placesOf } from './place.js'
import { pictureId, spotId } from './sheet.js'

/** Pixels of the screen that a line is high, and that a piece is wide at most. */
const lineHeight = 34
const widest = 420
/** What is seen around a piece, in parts of the height of its line. */
const room = { across: 1.6, down: 0.15 }
/** Of what goes over more lines, the first ones are shown. */
const mostLines = 3
const mostRivals = 4

function crop(view: PageView, place: Place): Html | null {
  if (!view.pictures.has(place.page)) return null
  const box = boxAround(place, room)
  const scale = Math.min(lineHeight / box.height, widest / box.width)
  const [width, height] = [Math.round(box.width * scale), Math.round(box.height * scale)]
  const seen = [box.left, box.top, box.width, box.height].join(' ')
  return html`<svg width=${width} height=${height} viewBox="${seen}" aria-hidden=true><use href="#${pictureId(view, place.page)}"/></svg>`
}

/** Pieces of the pictures for a span of the source, as a link to their place; null where there are none. */
export function cropOf(view: PageView, { start, end }: SpanRecord, name: string | number): Html | null {
  const crops = placesOf(view.record, start, end)
    .slice(0, mostLines)
    .flatMap((place) => crop(view, place) ?? [])
  return crops.length === 0 ? null : html`<a class=crop href="#${spotId(view, name)}">${crops}</a>`
}

/** What the doubtful characters of a span may be: each as it was read, with its rivals and how likely all of them are. */
export function rivalsIn({ record }: PageView, { start, end }: SpanRecord): Html | null {
  const doubts = (record.recognition?.doubts ?? []).filter(
    (doubt) => doubt.start >= start && doubt.start < Math.max(end, start + 1),
  )
  const told = doubts.flatMap(({ start: from, end: to, confidence, rivals }) => {
    const read = { text: record.source.text.slice(from, to), confidence }
    const all = [read, ...rivals.slice(0, mostRivals)]
    return rivals.length === 0
      ? []
      : [
          html`<li>${all.map(({ text, confidence: share }) => html`<b lang=zh>${text}</b> ${percent(share)} `)}`,
        ]
  })
  return told.length === 0 ? null : html`<ul class=rivals>${told}</ul>`
}
