/** Pieces of the pictures of scanned pages for the panel: around a place that the page marks on a picture. */

/** What is seen around a place, in parts of its height, and how high it is shown, in pixels. */
const room = { across: 1.6, down: 0.2 }
const shownHeight = 40
const widest = 320

/** The corners of the first piece of a place, of a path as the page writes it. */
function cornersOf(place: Element): [x: number, y: number][] {
  const path = place.querySelector('path')?.getAttribute('d') ?? ''
  const corners = path.slice(1, -1).replaceAll('L', ' ').split(' ')
  return path === '' ? [] : corners.map((corner) => corner.split(',').map(Number) as [number, number])
}

/** Nothing where there is no picture of that place. */
export function pieceOfScan(name: string): Element[] {
  const place = document.getElementById(name)
  const picture = place?.closest('svg')?.querySelector('image')
  const corners = place === null ? [] : cornersOf(place)
  if (!picture || corners.length === 0) return []
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const high = Math.max(...ys) - top
  const [width, height] = [Math.max(...xs) - left + 2 * room.across * high, high * (1 + 2 * room.down)]
  const scale = Math.min(shownHeight / height, widest / width)
  const namespace = picture.namespaceURI
  const piece = document.createElementNS(namespace, 'svg')
  piece.setAttribute('viewBox', `${left - room.across * high} ${top - room.down * high} ${width} ${height}`)
  piece.setAttribute('width', String(Math.round(width * scale)))
  piece.setAttribute('height', String(Math.round(height * scale)))
  piece.setAttribute('class', 'piece')
  const use = document.createElementNS(namespace, 'use')
  use.setAttribute('href', `#${picture.id}`)
  piece.append(use)
  return [piece]
}
