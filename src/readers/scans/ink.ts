/**
 * A recognised page as ink: its characters as glyphs at their places, sized by how far apart they stand, its drawn lines
 * as rules. Units are those of a page whose text is of the usual size, whatever the picture's own are.
 */
import { setWidth } from '../../resources/set-wide.js'
import { median } from '../printed/geometry.js'
import type { Glyph, PageInk } from '../printed/ink.js'
import type { ReadBox, ReadCharacter, ReadPage } from './contract.js'

/** Points that the usual size of text is taken to be. */
const usualSize = 11
/** Lines of no fewer Chinese characters in a row tell how large their type is. */
const fewestPairs = 3
/** How far from the usual one distances of neighbours are: places are told in steps of a quarter of a character. */
const samePitch = 0.45
/** In parts of the type size, how much higher a box is; how far heights of boxes with one size of type differ. */
const boxHeight = 1.2
const sameHeight = [0.65, 1.5] as const
/** Sizes that differ by less are one. */
const sameSize = 0.14
/**
 * In parts of the type size: room between two characters of a box that is none, that between two figures or letters, where
 * the recognition reads a blank if there is one, and where the baseline is. Two equal ones are told further apart than
 * they are, and wide ones stand further apart.
 */
const closeUp = 0.5
const closeInWord = 1
const baseline = 0.35

const han = /[\u3400-\u9fff]/
const ofWord = /^[0-9A-Za-z.,]$/

/** Distance of neighbouring Chinese characters; undefined where too few stand beside each other. */
function pitchOf(characters: readonly ReadCharacter[]): number | undefined {
  const steps = characters.slice(1).flatMap(({ text, x }, at) => {
    const before = characters[at]!
    return han.test(text) && han.test(before.text) ? [x - before.x] : []
  })
  if (steps.length < fewestPairs) return undefined
  const usual = median(steps)!
  const alike = steps.filter((step) => Math.abs(step - usual) <= samePitch * usual)
  return alike.reduce((sum, step) => sum + step, 0) / alike.length
}

const heightOf = ({ top, bottom }: ReadBox) => bottom - top

/** Size of the type in each box, in pixels. */
function sizesOf(lines: readonly ReadBox[]): number[] {
  const measured = lines.flatMap((line) => {
    const pitch = pitchOf(line.characters)
    // Characters that are set wide stand further apart than they are high.
    return pitch === undefined || pitch > heightOf(line) * 1.1 ? [] : [{ line, pitch }]
  })
  const pitches = new Map(measured.map(({ line, pitch }) => [line, pitch]))
  const weighted = measured.flatMap(({ line, pitch }) => line.characters.map(() => pitch))
  const usual = median(weighted) ?? (median(lines.map(heightOf)) ?? 0) / boxHeight
  const usualHeight = median(measured.map(({ line }) => heightOf(line))) ?? usual * boxHeight
  return lines.map((line) => {
    const ratio = heightOf(line) / usualHeight
    const guess = ratio > sameHeight[0] && ratio < sameHeight[1] ? usual : heightOf(line) / boxHeight
    const size = pitches.get(line) ?? guess
    return Math.abs(size - usual) < sameSize * usual ? usual : size
  })
}

/** What may have been overlooked in a line, by how many characters stand before it. */
function gapsOf({ gaps }: ReadBox): (index: number) => ReadBox['gaps'] {
  const known = new Map<number, ReadBox['gaps'][number][]>()
  for (const gap of gaps) {
    const others = known.get(gap.after)
    if (others === undefined) known.set(gap.after, [gap])
    else others.push(gap)
  }
  return (index) => known.get(index) ?? []
}

/** Sides of the characters of a box: they touch where there is no room to speak of between them. */
function sidesOf(characters: readonly ReadCharacter[], size: number): { left: number; right: number }[] {
  const sides = characters.map(({ text, x }) => {
    const half = (setWidth(text) * size) / 2
    return { left: x - half, right: x + half }
  })
  for (const [at, next] of sides.entries()) {
    const before = sides[at - 1]
    if (before === undefined) continue
    const isInWord = ofWord.test(characters[at - 1]!.text) && ofWord.test(characters[at]!.text)
    if (next.left - before.right > (isInWord ? closeInWord : closeUp) * size) continue
    const side = (before.right + next.left) / 2
    before.right = side
    next.left = side
  }
  return sides
}

function glyphsOf(line: ReadBox, size: number, page: number, scale: number): Glyph[] {
  const y = ((line.top + line.bottom) / 2 + baseline * size) * scale
  const glyphs: Glyph[] = []
  const printed = line.characters.filter(({ text }) => text.trim() !== '')
  const sides = sidesOf(printed, size)
  const gapsAt = gapsOf(line)
  let at = 0
  let isAfterBlank = false
  for (const [index, { text, confidence, rivals }] of line.characters.entries()) {
    if (text.trim() === '') {
      isAfterBlank = true
      continue
    }
    const { left, right } = sides[at]!
    // A blank that was read is one, however little room it has.
    const inset = isAfterBlank && at > 0 ? 0.05 * size : 0
    glyphs.push({
      text,
      left: (left + inset) * scale,
      right: right * scale,
      y,
      size: size * scale,
      angle: line.isStanding ? 270 : 0,
      font: 'scan',
      isPale: false,
      isWhite: false,
      isAfterBlank,
      reading: { page, box: line, confidence, rivals, missed: gapsAt(index) },
      ...(at === 0 && { opensBox: true as const }),
    })
    isAfterBlank = false
    at++
  }
  return glyphs
}

export function inkOfScan({ page, width, height, lines, rules }: ReadPage): PageInk {
  const sizes = sizesOf(lines)
  const usual = median(lines.flatMap((line, at) => line.characters.map(() => sizes[at]!)))
  const scale = usual === undefined || usual === 0 ? 1 : usualSize / usual
  const box = { left: 0, top: 0, right: width * scale, bottom: height * scale }
  return {
    glyphs: lines.flatMap((line, at) => glyphsOf(line, sizes[at]!, page, scale)),
    rules: rules.map(({ direction, at, from, to }) => ({
      direction,
      at: at * scale,
      from: from * scale,
      to: to * scale,
    })),
    pictures: [box],
    box,
  }
}
