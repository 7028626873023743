/**
 * Draws pages whose text is known: paragraphs in one or two columns, ruled and open tables, red heads and seals.
 * Coordinates are pixels of an A4 page at the dots an inch that are asked for.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Picture } from '../src/picture.js'
import { faceOf } from './face.js'

/** The canvas of pdfjs: two versions of it in one process end that. */
const { createCanvas, GlobalFonts } = createRequire(
  createRequire(import.meta.url).resolve('pdfjs-dist/package.json'),
)('@napi-rs/canvas') as typeof import('@napi-rs/canvas')

/** A piece of text that stands alone: a line, or a cell. */
export interface Printed {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface DrawnPage {
  readonly picture: Picture
  readonly printed: readonly Printed[]
  /** Of a page that has no table: what is written on it, a paragraph a line. */
  readonly text: string | undefined
}

export interface TableContent {
  readonly rows: readonly (readonly string[])[]
  readonly isRuled: boolean
}

export interface Font {
  readonly path: string
  /** Of a collection, which of its fonts, from 0: the first is often that of another region. */
  readonly face?: number
}

export interface PageContent {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly columns: 1 | 2
  readonly table?: TableContent
  readonly hasSeal: boolean
  readonly font: Font
  /** Of the text, in points. */
  readonly size: number
}

const a4 = { width: 8.27, height: 11.69 }
const margin = 0.9
const families = new Map<string, string>()

function familyOf({ path, face }: Font): string {
  const known = families.get(path)
  if (known !== undefined) return known
  const family = `measured-${families.size}`
  const file = readFileSync(path)
  GlobalFonts.register(face === undefined ? file : faceOf(file, face), family)
  families.set(path, family)
  return family
}

interface Sheet {
  readonly context: SKRSContext2D
  readonly printed: Printed[]
  readonly family: string
  readonly dpi: number
}

/** Characters that open no line: the one before goes with them. */
const closing = /[，。；：、！？）》”%‰]/

function write(
  sheet: Sheet,
  text: string,
  left: number,
  baseline: number,
  size: number,
  colour = '#000',
): number {
  const { context, family } = sheet
  context.font = `${size}px ${family}`
  context.fillStyle = colour
  context.fillText(text, left, baseline)
  const { width } = context.measureText(text)
  const printed = {
    text,
    left,
    top: baseline - 0.9 * size,
    right: left + width,
    bottom: baseline + 0.2 * size,
  }
  sheet.printed.push(printed)
  return width
}

/** Where the last character stands that may open a line. */
function lastOpening(line: string): number {
  let at = line.length - 1
  while (at > 1 && closing.test(line[at]!)) at--
  return at
}

/** Lines of a paragraph in a width, indented by two characters. */
function wrapped({ context, family }: Sheet, text: string, width: number, size: number): string[] {
  context.font = `${size}px ${family}`
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    const room = lines.length === 0 ? width - 2 * size : width
    if (context.measureText(line + character).width > room) {
      const kept = closing.test(character) ? lastOpening(line) : line.length
      lines.push(line.slice(0, kept))
      line = line.slice(kept)
    }
    line += character
  }
  return line === '' ? lines : [...lines, line]
}

interface Column {
  readonly left: number
  readonly width: number
  readonly bottom: number
  y: number
}

/** Writes what fits of the paragraphs into a column; gives those left over. */
function fill(sheet: Sheet, column: Column, paragraphs: readonly string[], size: number): readonly string[] {
  const leading = 1.7 * size
  for (const [index, paragraph] of paragraphs.entries()) {
    const lines = wrapped(sheet, paragraph, column.width, size)
    if (column.y + lines.length * leading > column.bottom) return paragraphs.slice(index)
    for (const [at, line] of lines.entries()) {
      write(sheet, line, column.left + (at === 0 ? 2 * size : 0), column.y, size)
      column.y += leading
    }
  }
  return []
}

function drawTable(sheet: Sheet, { rows, isRuled }: TableContent, column: Column, size: number): void {
  const { context, dpi } = sheet
  const rowHeight = 2 * size
  const first = 0.24 * column.width
  const step = (column.width - first) / (rows[0]!.length - 1)
  const leftOf = (at: number) => column.left + (at === 0 ? 0 : first + (at - 1) * step)
  const top = column.y
  for (const [row, cells] of rows.entries()) {
    const baseline = top + row * rowHeight + 1.35 * size
    for (const [at, text] of cells.entries()) {
      context.font = `${size}px ${sheet.family}`
      const { width } = context.measureText(text)
      const room = at === 0 ? first : step
      const indent = at === 0 ? 0.4 * size : row === 0 ? (room - width) / 2 : room - width - 0.4 * size
      if (text !== '') write(sheet, text, leftOf(at) + indent, baseline, size)
    }
  }
  context.strokeStyle = '#000'
  context.lineWidth = Math.max(1, dpi / 150)
  const bottom = top + rows.length * rowHeight
  const across = rows.map((_, row) => top + row * rowHeight)
  const lines = isRuled ? [...across, bottom] : [top, top + rowHeight, bottom]
  context.beginPath()
  for (const y of lines) {
    context.moveTo(column.left, y)
    context.lineTo(column.left + column.width, y)
  }
  if (isRuled) {
    for (const x of [...rows[0]!.map((_, at) => leftOf(at)), column.left + column.width]) {
      context.moveTo(x, top)
      context.lineTo(x, bottom)
    }
  }
  context.stroke()
  column.y = bottom + 2 * size
}

function drawSeal({ context, dpi, family }: Sheet, x: number, y: number): void {
  const radius = 0.75 * dpi
  context.strokeStyle = 'rgba(200, 20, 20, 0.8)'
  context.fillStyle = 'rgba(200, 20, 20, 0.8)'
  context.lineWidth = 0.03 * dpi
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.stroke()
  context.font = `${0.5 * dpi}px ${family}`
  context.fillText('★', x - 0.25 * dpi, y + 0.18 * dpi)
}

/** Draws what fits on one page. */
export function drawPage(content: PageContent, dpi: number): DrawnPage {
  const [width, height] = [Math.round(a4.width * dpi), Math.round(a4.height * dpi)]
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  const sheet: Sheet = { context, printed: [], family: familyOf(content.font), dpi }
  const size = (content.size * dpi) / 72
  const inner = width - 2 * margin * dpi
  const titleSize = 1.6 * size
  context.font = `${titleSize}px ${sheet.family}`
  const titleWidth = context.measureText(content.title).width
  write(
    sheet,
    content.title,
    (width - titleWidth) / 2,
    margin * dpi + titleSize,
    titleSize,
    content.hasSeal ? '#c00' : '#000',
  )
  const top = margin * dpi + 3.5 * titleSize
  const bottom = height - margin * dpi
  const whole: Column = { left: margin * dpi, width: inner, bottom, y: top }
  if (content.table !== undefined) drawTable(sheet, content.table, whole, size)
  const gutter = 2 * size
  const columns =
    content.columns === 1
      ? [whole]
      : [0, 1].map((at) => ({
          left: margin * dpi + at * (inner / 2 + gutter / 2),
          width: inner / 2 - gutter / 2,
          bottom,
          y: whole.y + size,
        }))
  let rest = content.paragraphs
  for (const column of columns) rest = fill(sheet, column, rest, size)
  if (content.hasSeal) drawSeal(sheet, width - 2.2 * dpi, Math.min(whole.y, bottom) - 0.6 * dpi)
  const { data } = context.getImageData(0, 0, width, height)
  const rgb = new Uint8Array(width * height * 3)
  for (let to = 0, from = 0; to < rgb.length; to += 3, from += 4) {
    rgb[to] = data[from]!
    rgb[to + 1] = data[from + 1]!
    rgb[to + 2] = data[from + 2]!
  }
  const written = content.paragraphs.slice(0, content.paragraphs.length - rest.length)
  return {
    picture: { width, height, rgb, dpi },
    printed: sheet.printed,
    text: content.table === undefined ? [content.title, ...written].join('\n') : undefined,
  }
}
