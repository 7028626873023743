/**
 * Text objects of OFD (GB/T 33190, 11): which characters stand where. Distances of characters are stated, or the
 * characters follow each other as wide as they are.
 */
import type { Matrix } from '../printed/geometry.js'
import { transformed } from '../printed/geometry.js'
import type { Glyph } from '../printed/ink.js'
import { usualForm } from '../printed/ink.js'
import { withoutSymbols } from '../word/characters.js'
import type { XmlElement } from '../xml-tree.js'
import { childrenOf } from '../xml-tree.js'

/** How the text of an object looks. */
export interface TextLook {
  readonly isPale: boolean
  readonly isWhite: boolean
}

/** More distances than this in one text only fill the memory. */
const mostDeltas = 100_000

/** Distances: numbers, of which g COUNT VALUE stands for the same one several times. */
export function deltasOf(written: string | undefined): number[] {
  const tokens = (written ?? '').trim().split(/[\s,]+/)
  const deltas: number[] = []
  for (let at = 0; at < tokens.length && deltas.length < mostDeltas; at++) {
    if (tokens[at]!.toLowerCase() === 'g') {
      const [count = 0, value = Number.NaN] = tokens.slice(at + 1, at + 3).map(Number)
      const times = Math.min(count, mostDeltas - deltas.length)
      for (let turn = 0; turn < times && Number.isFinite(value); turn++) deltas.push(value)
      at += 2
    } else if (tokens[at] !== '' && Number.isFinite(Number(tokens[at]))) deltas.push(Number(tokens[at]))
  }
  return deltas
}

/** Characters as glyphs: where several are drawn by one glyph, or one by several, they are together in the first. */
function groupsOf(codes: readonly string[], from: number, transforms: readonly XmlElement[]): string[] {
  const groups = [...codes]
  for (const { attributes } of [...transforms].reverse()) {
    const at = Number(attributes.CodePosition ?? 0) - from
    const count = Number(attributes.CodeCount ?? 1)
    const glyphs = Number(attributes.GlyphCount ?? 1)
    const isMeant = count >= 1 && glyphs >= 1 && at >= 0 && at + count <= codes.length
    if (count === glyphs || !isMeant || glyphs > mostDeltas) continue
    const empty = Array.from({ length: glyphs - 1 }, () => '')
    groups.splice(at, count, codes.slice(at, at + count).join(''), ...empty)
  }
  return groups
}

const isWide = (character: string) => character.codePointAt(0)! >= 0x2e80
const narrow = /^[iljtfrI.,:;'|!()[\]]$/
const broad = /^[mwMW@%—]$/

/** How wide a character is in parts of the type size, as most fonts have it. */
function usualWidth(text: string): number {
  if (isWide(text)) return 1
  if (narrow.test(text)) return 0.3
  if (broad.test(text)) return 0.8
  return /^[A-Z]/.test(text) ? 0.65 : 0.5
}

/** Characters that are no wider than this stand side by side; where the next is further away, there is room between. */
const widest = 0.95
const widestFigure = 0.62
/** Nor is there room between characters that all have the same one, as those of a typewriter, up to this. */
const widestPitch = 1.1
const samePitch = 0.02

/** The distances to the character before, to the next one and of that to the one behind it, where they are known. */
interface Advances {
  readonly before: number | undefined
  readonly own: number | undefined
  readonly next: number | undefined
}

/** How wide a character is, by the distances around it; all in parts of the type size. */
function widthOf(text: string, { before, own, next }: Advances): number {
  const usual = usualWidth(text)
  if (own === undefined || own <= 0 || isWide(text)) return usual
  const isPitch = [before, next].some((other) => other !== undefined && Math.abs(other - own) <= samePitch)
  const most = isPitch ? widestPitch : /^\d$/.test(text) ? widestFigure : widest
  return own <= most ? own : usual
}

/** White space of the file's own layout around a text. */
const codesOf = (text: string) => [
  ...text.replace(/^\s+|(?<!\s)\s+$/g, (blanks) => (blanks.includes('\n') ? '' : blanks)),
]

type Vector = readonly [x: number, y: number]

/** A distance turned clockwise by quarter turns. */
function turned([x, y]: Vector, degrees: number): Vector {
  const quarter = ((Math.round(degrees / 90) % 4) + 4) % 4
  if (quarter === 1) return [-y, x]
  if (quarter === 2) return [-x, -y]
  return quarter === 3 ? [y, -x] : [x, y]
}

interface Placing {
  readonly size: number
  readonly scale: number
  readonly readDirection: number
  readonly deltaX: readonly number[]
  readonly deltaY: readonly number[]
}

/** From one character to the next: as stated, at the end of a short list as before, else as wide as it is. */
function stepOf(text: string, at: number, { size, scale, readDirection, deltaX, deltaY }: Placing): Vector {
  if (deltaX.length === 0 && deltaY.length === 0)
    return turned([(text === '' ? 0 : usualWidth(text)) * size * scale, 0], readDirection)
  const x = deltaX[at] ?? deltaX.at(-1) ?? 0
  const y = deltaY[at] ?? deltaY.at(-1) ?? 0
  // Along a line that does not run to the right, distances along it are stated as if it did.
  return deltaY.length === 0 ? turned([x, 0], readDirection) : [x, y]
}

/** The glyphs of a text object; `matrix` takes its own coordinates to those of the page. */
export function glyphsOf(object: XmlElement, matrix: Matrix, look: TextLook): Glyph[] {
  const { Size, HScale, Font = '', ReadDirection, CharDirection } = object.attributes
  const size = Number(Size ?? 0)
  const scale = Number(HScale ?? 1) || 1
  if (!(size > 0)) return []
  const readDirection = Number(ReadDirection ?? 0) || 0
  const along = turned([1, 0], Number(CharDirection ?? 0) || 0)
  const [dx, dy] = [0, 1].map((row) => matrix[row]! * along[0] + matrix[row + 2]! * along[1]) as [
    number,
    number,
  ]
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI
  const stretch = Math.hypot(dx, dy)
  const shownSize = Math.hypot(matrix[2], matrix[3]) * size
  const transforms = childrenOf(object, 'CGTransform')
  const glyphs: Glyph[] = []
  let isAfterBlank = false
  let before = 0
  let start: Vector = [0, 0]
  for (const { attributes, text } of childrenOf(object, 'TextCode')) {
    const codes = codesOf(text)
    start = [Number(attributes.X ?? start[0]) || 0, Number(attributes.Y ?? start[1]) || 0]
    const placing: Placing = {
      size,
      scale,
      readDirection,
      deltaX: deltasOf(attributes.DeltaX),
      deltaY: deltasOf(attributes.DeltaY),
    }
    let [x, y] = start
    const groups = groupsOf(codes, before, transforms)
    const steps = groups.map((group, at) => stepOf(group, at, placing))
    const advanceAt = (at: number) =>
      at < 0 || at + 1 >= groups.length ? undefined : Math.hypot(...steps[at]!) / (size * scale)
    for (const [at, group] of groups.entries()) {
      if (group.trim() === '') isAfterBlank ||= group !== ''
      else {
        const place = transformed(matrix, { x, y })
        const advances = { before: advanceAt(at - 1), own: advanceAt(at), next: advanceAt(at + 1) }
        const width = [...group].length > 1 ? (advances.own ?? 1) : widthOf(group, advances)
        const right = place.x + width * size * scale * stretch
        const shown = withoutSymbols(usualForm(group))
        if (shown !== '') {
          const placed = { left: place.x, right, y: place.y, size: shownSize, angle }
          glyphs.push({ text: shown, ...placed, font: Font, ...look, isAfterBlank })
        }
        isAfterBlank = false
      }
      x += steps[at]![0]
      y += steps[at]![1]
    }
    before += codes.length
  }
  return glyphs
}
