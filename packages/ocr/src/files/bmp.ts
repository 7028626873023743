/** BMP files without compression, as scanners and faxes write them: 1, 4, 8, 24 or 32 bits a pixel. */
import { RecognitionError } from '../contract.js'
import type { Picture } from '../picture.js'
import { mostPixels } from './limits.js'

const headerSize = 14
const inchesPerMetre = 39.3701
/** The kinds of compression that are none: plain, and with masks for the usual order of colours. */
const uncompressed: ReadonlySet<number> = new Set([0, 3])

export function isBitmap(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d
}

interface Header {
  readonly width: number
  readonly height: number
  /** Rows from the top downwards, which is not usual. */
  readonly isTopDown: boolean
  readonly bits: number
  readonly pixels: number
  readonly palette: number
  readonly dpi: number | null
}

function headerOf(view: DataView): Header {
  const size = view.getUint32(headerSize, true)
  const signedHeight = view.getInt32(headerSize + 8, true)
  const perMetre = view.getInt32(headerSize + 24, true)
  const header = {
    width: view.getInt32(headerSize + 4, true),
    height: Math.abs(signedHeight),
    isTopDown: signedHeight < 0,
    bits: view.getUint16(headerSize + 14, true),
    pixels: view.getUint32(10, true),
    palette: headerSize + size,
    dpi: perMetre > 0 ? Math.round(perMetre / inchesPerMetre) : null,
  }
  const isKnown =
    uncompressed.has(view.getUint32(headerSize + 16, true)) && [1, 4, 8, 24, 32].includes(header.bits)
  if (!isKnown || header.width < 1 || header.height < 1 || header.width * header.height > mostPixels)
    throw new RecognitionError('damaged-picture', 'a kind of BMP that is not read')
  return header
}

/** Where the blue, green and red of a pixel stand. */
function placeOf(view: DataView, { bits, palette }: Header, row: number, x: number): number {
  if (bits >= 24) return row + (x * bits) / 8
  const byte = view.getUint8(row + ((x * bits) >> 3))
  const index = (byte >> (8 - bits - ((x * bits) & 7))) & ((1 << bits) - 1)
  return palette + index * 4
}

/** Throws RecognitionError `damaged-picture`. */
export function bitmapOf(bytes: Uint8Array): Picture {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const header = headerOf(view)
  const { width, height, bits, pixels, isTopDown, dpi } = header
  const rowSize = Math.ceil((width * bits) / 32) * 4
  const rgb = new Uint8Array(width * height * 3)
  for (let y = 0, to = 0; y < height; y++) {
    const row = pixels + (isTopDown ? y : height - 1 - y) * rowSize
    for (let x = 0; x < width; x++, to += 3) {
      const from = placeOf(view, header, row, x)
      rgb[to] = view.getUint8(from + 2)
      rgb[to + 1] = view.getUint8(from + 1)
      rgb[to + 2] = view.getUint8(from)
    }
  }
  return { width, height, rgb, dpi }
}
