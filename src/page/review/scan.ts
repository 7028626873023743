/**
 * The picture of a scanned page beside its text, with the place at hand marked, and pieces of it. A page is asked for when
 * something on it is looked at; a piece shows the picture that is drawn, and asks for nothing.
 */
import type { ReviewedScan, ReviewWords, ScanSpot } from '../../review/client-data.js'
import { Component, type ComponentChild, h } from './ui.js'

interface ScanProps {
  /** Number of the document. */
  readonly number: number
  readonly scan: ReviewedScan
  /** What is looked at; the page of the first piece is shown. */
  readonly spots: readonly ScanSpot[]
  readonly words: ReviewWords
  /** There is no picture: the document is not at hand. */
  onMissing(): void
}

const pictureId = (page: number) => `page${page}`

/** Room around a piece, in parts of its height, and how large pieces are shown, in pixels. */
const room = { across: 1.6, down: 0.25 }
const pieceHeight = 48
const widest = 420

/** A piece of the picture that is drawn; it says nothing to who sees nothing. */
export function pieceOf({ page, left, top, width, height }: ScanSpot): ComponentChild {
  const [across, down] = [room.across * height, room.down * height]
  const [seenWidth, seenHeight] = [width + 2 * across, height + 2 * down]
  const scale = Math.min(pieceHeight / seenHeight, widest / seenWidth)
  const props = {
    class: 'piece',
    key: `${page} ${left} ${top}`,
    width: Math.round(seenWidth * scale),
    height: Math.round(seenHeight * scale),
    viewBox: [left - across, top - down, seenWidth, seenHeight].join(' '),
    'aria-hidden': true,
  }
  return h('svg', props, h('use', { href: `#${pictureId(page)}` }))
}

export class ScanView extends Component<ScanProps> {
  override shouldComponentUpdate(next: ScanProps): boolean {
    return next.spots !== this.props.spots || next.number !== this.props.number
  }

  override componentDidMount(): void {
    this.reveal()
  }

  override componentDidUpdate(): void {
    this.reveal()
  }

  /** Scrolls the picture, and nothing else, to what is looked at. */
  private reveal(): void {
    const sheet = document.querySelector('.sheet')
    const mark = sheet?.querySelector('rect')
    if (sheet == null || mark == null) return
    const [around, own] = [sheet.getBoundingClientRect(), mark.getBoundingClientRect()]
    sheet.scrollTop += own.top - around.top - around.height / 2
  }

  render(): ComponentChild {
    const { number, scan, spots, words, onMissing } = this.props
    const [first] = spots
    const page = scan.pages.find((one) => one.page === first?.page) ?? scan.pages[0]
    if (page === undefined) return null
    const { width, height } = page
    const name = words.scanPage.replace('{page}', String(page.page))
    const marks = spots
      .filter((spot) => spot.page === page.page)
      .map((spot) => {
        const pad = spot.height / 6
        const box = { x: spot.left - pad, y: spot.top - pad, width: spot.width + 2 * pad }
        return h('rect', { key: `${spot.left} ${spot.top}`, ...box, height: spot.height + 2 * pad })
      })
    const image = {
      ...{ id: pictureId(page.page), key: page.page, width, height, preserveAspectRatio: 'none' },
      href: `/api/documents/${number}/pages/${page.page}`,
      onError: onMissing,
    }
    return h(
      'figure',
      { class: 'sheet', tabIndex: 0, role: 'region', 'aria-label': words.scan },
      h(
        'svg',
        { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': name },
        h('image', image),
        marks,
      ),
      h('figcaption', {}, name),
    )
  }
}
