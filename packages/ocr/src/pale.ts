/**
 * Takes the print of the back out of a page: what is pale. Thin strokes and the tails of commas are as pale as what shows
 * through, so there is a second front, where what hangs together with ink stays.
 */
import { quantileOf } from './histogram.js'
import type { Planes } from './picture.js'
import { histogramOf, paperOf } from './picture.js'

/** The darkest share of a page that is ink, be it few thin lines; the least contrast of a page. */
const surelyInk = 0.001
const leastContrast = 30
/** Stretched, what is brighter than the first is white: traces of what was pale are no print; darker than the second is ink. */
const nearlyWhite = 232
const dark = 160
/** How many pixels thin strokes go on from ink, and the share of the paper's brightness from which on there is nothing. */
const reach = 4
const bare = 0.93

/** 1 for ink, and for what goes on from it without a break. */
function strokesOf(plane: Uint8Array, stretched: Uint8Array, width: number, paper: number): Uint8Array {
  const strokes = new Uint8Array(plane.length)
  let edge: number[] = []
  for (let at = 0; at < plane.length; at++) {
    if (stretched[at]! >= dark) continue
    strokes[at] = 1
    edge.push(at)
  }
  const around = [-width - 1, -width, -width + 1, -1, 1, width - 1, width, width + 1]
  for (let step = 0; step < reach; step++) {
    const next: number[] = []
    for (const at of edge) {
      for (const offset of around) {
        const other = at + offset
        if (strokes[other] !== 0 || plane[other]! >= bare * paper) continue
        strokes[other] = 1
        next.push(other)
      }
    }
    edge = next
  }
  return strokes
}

interface Front {
  /** Without all that is pale. */
  readonly bare: Uint8Array
  /** With what goes on from ink: strokes to their ends, and bits of the back where it touches them. */
  readonly whole: Uint8Array
}

function frontOf(plane: Uint8Array, width: number, share: number): Front {
  const counts = histogramOf(plane)
  const [ink, paper] = [quantileOf(counts, surelyInk), paperOf(counts)]
  if (paper - ink < leastContrast) return { bare: plane, whole: plane }
  const white = ink + share * (paper - ink)
  const table = Uint8Array.from({ length: 256 }, (_, value) => {
    const light = Math.max(0, Math.round(((value - ink) * 255) / (white - ink)))
    return light > nearlyWhite ? 255 : light
  })
  const bare = plane.map((value) => table[value]!)
  const strokes = strokesOf(plane, bare, width, paper)
  const light = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.round((value * 255) / paper)),
  )
  return { bare, whole: bare.map((value, at) => (strokes[at] === 1 ? light[plane[at]!]! : value)) }
}

/** The page without what is paler than a share of the way from ink to paper: once without all of it, once with strokes whole. */
export function frontsOf(page: Planes, share: number): { readonly bare: Planes; readonly whole: Planes } {
  const fronts = page.planes.map((plane) => frontOf(plane, page.width, share))
  return {
    bare: { ...page, planes: fronts.map(({ bare }) => bare) },
    whole: { ...page, planes: fronts.map(({ whole }) => whole) },
  }
}
