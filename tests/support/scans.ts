/** Recognised pages that tests make by hand, and a recogniser that gives them: no model is run. */
import type { ReadBox, ReadPage, Recogniser } from '../../src/readers/scans/contract.js'

type Rivals = ReadBox['characters'][number]['rivals']

export interface Doubt {
  /** The character as it was read, by its place in the line. */
  readonly at: number
  readonly confidence: number
  readonly rivals?: Rivals
}

export interface Box {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly doubts?: readonly Doubt[]
  /** What may have been overlooked before a character. */
  readonly gaps?: ReadBox['gaps']
}

/** Pixels of the type. */
export const size = 30

const widthOf = (character: string) => (character < '\x80' ? size / 2 : size)

/** A box of one line of type; a character of it is sure unless there is a doubt. */
export function boxOf({ text, left, top, doubts = [], gaps = [] }: Box): ReadBox {
  let x = left
  const characters = [...text].map((character, at) => {
    const middle = x + widthOf(character) / 2
    x += widthOf(character)
    const { confidence = 1, rivals = [] } = doubts.find((doubt) => doubt.at === at) ?? {}
    return { text: character, confidence, x: middle, rivals }
  })
  const bottom = top + 1.2 * size
  return {
    characters,
    gaps,
    corners: [
      [left, top],
      [x, top],
      [x, bottom],
      [left, bottom],
    ],
    isStanding: false,
    left,
    top,
    right: x,
    bottom,
  }
}

export function pageOf(boxes: readonly Box[], others: Partial<ReadPage> = {}): ReadPage {
  return {
    page: 1,
    width: 1654,
    height: 2339,
    dpi: 200,
    rotation: 0,
    isReread: false,
    lines: boxes.map(boxOf),
    rules: [],
    ...others,
  }
}

/** Gives pages, of a PDF those that are asked for. */
export function recogniserOf(pages: readonly ReadPage[]): Recogniser {
  return {
    engine: 'by hand',
    model: 'sha256:none',
    async *readPicture() {
      yield* pages
    },
    async *readPdf(_, numbers) {
      yield* pages.filter(({ page }) => numbers.includes(page))
    },
    close: async () => {},
  }
}

/** The head of a PNG file, which is all that the recogniser of tests needs of one. */
export const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
