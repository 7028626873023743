/** Values of OFD as its XML writes them: numbers in a row, matrices, colours (GB/T 33190, 7.3 and 8.3). */
import type { Matrix } from '../printed/geometry.js'
import { identity } from '../printed/geometry.js'
import type { XmlElement } from '../xml-tree.js'

/** A part of a colour is written as a number, or with # in hexadecimal. */
const numberOf = (written: string) =>
  written.startsWith('#') ? Number.parseInt(written.slice(1), 16) : Number(written)

/** Numbers parted by blanks; none where one of them is no number. */
export function numbersOf(written = ''): number[] {
  const trimmed = written.trim()
  if (trimmed === '') return []
  const numbers = trimmed.split(/[\s,]+/).map(numberOf)
  return numbers.every(Number.isFinite) ? numbers : []
}

export function matrixOf(written: string | undefined): Matrix {
  const numbers = numbersOf(written)
  return numbers.length === 6 ? (numbers as unknown as Matrix) : identity
}

/** What is on unless it says otherwise, or the other way round. */
export const isTrue = (written: string | undefined, preset: boolean) =>
  written === undefined ? preset : /^(1|true)$/i.test(written.trim())

/** Paint: red, green, blue from 0 to 255, and how much of it is seen, from 0 to 1. */
export interface Paint {
  readonly color: readonly [number, number, number]
  readonly alpha: number
}

export const black: Paint = { color: [0, 0, 0], alpha: 1 }

/** The paint that an element states: grey, RGB or CMYK by its number of parts. */
export function paintOf(element: XmlElement): Paint {
  const { Value, Alpha } = element.attributes
  const [one = 0, two, three, four] = numbersOf(Value)
  const alpha = Math.min(1, Math.max(0, Number(Alpha ?? 255) / 255))
  if (two === undefined || three === undefined) return { color: [one, one, one], alpha }
  if (four === undefined) return { color: [one, two, three], alpha }
  const light = (ink: number) => (255 * (1 - Math.min(255, ink) / 255) * (255 - Math.min(255, four))) / 255
  return { color: [light(one), light(two), light(three)], alpha }
}

export const isWhitePaint = ({ color }: Paint) => color.every((part) => part >= 255)
