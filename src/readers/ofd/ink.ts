/**
 * What a page of an OFD document shows: its own content and that of its templates, as glyphs, ruling lines and boxes of
 * pictures. Coordinates of the file are millimetres from the upper left corner (GB/T 33190, 7.6 and 8).
 */
import type { Box, Matrix, Rule } from '../printed/geometry.js'
import { compose, transformedBox } from '../printed/geometry.js'
import type { Glyph, PageInk } from '../printed/ink.js'
import { isPalePaint, seenGlyphs } from '../printed/ink.js'
import { inkOfPath } from '../printed/rules.js'
import type { XmlElement } from '../xml-tree.js'
import { childOf, childrenOf, childText, eachUnit, parseTree } from '../xml-tree.js'
import type { OfdDocument, OfdPage, Parts } from './package.js'
import { subPathsOf } from './path.js'
import type { DrawStyle, Resources } from './resources.js'
import { plainStyle, resourcesOf } from './resources.js'
import { glyphsOf } from './text.js'
import { isTrue, isWhitePaint, matrixOf, numbersOf, paintOf } from './values.js'

const pointsPerMillimetre = 72 / 25.4
/** A4, where nothing is stated. */
const usualArea = [0, 0, 210, 297]

interface Sheet {
  readonly resources: Resources
  readonly box: Box
  readonly glyphs: Glyph[]
  /** Those without paint, which are the text of a scan or hidden. */
  readonly unpainted: Glyph[]
  readonly rules: Rule[]
  readonly pictures: Box[]
  /** Name of the file of a picture that takes up the page. */
  scan: string | undefined
  readonly areas: Box[]
  /** Things drawn, of which drawings in drawings could be without end. */
  drawn: number
}

const mostDrawn = 1_000_000
/** Drawings in drawings, and blocks in blocks. */
const deepest = 12

/** Paint below this share of opacity shows nothing. */
const leastOpacity = 0.02

/** From the coordinates of an object to those of the page: its matrix, then its place. */
function matrixOfObject({ attributes }: XmlElement, view: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(attributes.Boundary)
  return compose(view, compose([1, 0, 0, 1, x, y], matrixOf(attributes.CTM)))
}

const alphaOf = ({ attributes }: XmlElement) => Number(attributes.Alpha ?? 255) / 255

function fillOf(object: XmlElement, style: DrawStyle) {
  const own = childOf(object, 'FillColor')
  const paint = own === undefined ? style.fill : paintOf(own)
  return { ...paint, alpha: paint.alpha * alphaOf(object) }
}

function drawText(sheet: Sheet, object: XmlElement, view: Matrix, style: DrawStyle): void {
  const fill = fillOf(object, style)
  const { Fill, Stroke } = object.attributes
  const isPainted = (isTrue(Fill, true) || isTrue(Stroke, false)) && fill.alpha >= leastOpacity
  const look = { isPale: isPainted && isPalePaint(fill.color, fill.alpha), isWhite: isWhitePaint(fill) }
  const { left, right, top, bottom } = sheet.box
  for (const glyph of glyphsOf(object, matrixOfObject(object, view), look)) {
    if (glyph.left < left || glyph.left > right || glyph.y < top || glyph.y > bottom) continue
    const glyphs = isPainted ? sheet.glyphs : sheet.unpainted
    glyphs.push(glyph)
  }
}

function drawPath(sheet: Sheet, object: XmlElement, view: Matrix, style: DrawStyle): void {
  const { Stroke, Fill, LineWidth } = object.attributes
  const matrix = matrixOfObject(object, view)
  const width = Number(LineWidth ?? style.lineWidth) * Math.hypot(matrix[0], matrix[1])
  const data = childText(object, 'AbbreviatedData')
  const painted = {
    isStroked: isTrue(Stroke, true),
    isFilled: isTrue(Fill, false),
    isClosed: false,
    lineWidth: Number.isFinite(width) ? width : 0,
  }
  if (!painted.isStroked && !painted.isFilled) return
  const isWhite = isWhitePaint(fillOf(object, style))
  for (const path of subPathsOf(data, matrix)) {
    const { rules, areas } = inkOfPath(path, painted)
    for (const rule of rules) sheet.rules.push(rule)
    if (!isWhite) for (const area of areas) sheet.areas.push(area)
  }
}

/** A picture fills the square of one that its matrix makes larger, or else its place. */
function drawPicture(sheet: Sheet, object: XmlElement, view: Matrix): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(object.attributes.Boundary)
  const box =
    object.attributes.CTM === undefined
      ? transformedBox(view, [x, y, x + width, y + height])
      : transformedBox(matrixOfObject(object, view), [0, 0, 1, 1])
  sheet.pictures.push(box)
  if (takesUp(sheet, box)) sheet.scan = sheet.resources.media(object.attributes.ResourceID ?? '')
  sheet.areas.push(box)
}

function drawObject(sheet: Sheet, object: XmlElement, view: Matrix, around: DrawStyle, depth = 0): void {
  if (!isTrue(object.attributes.Visible, true) || depth > deepest) return
  if (++sheet.drawn > mostDrawn) throw new RangeError('too many objects')
  const style = sheet.resources.style(object.attributes.DrawParam, around)
  if (object.name === 'TextObject') drawText(sheet, object, view, style)
  else if (object.name === 'PathObject') drawPath(sheet, object, view, style)
  else if (object.name === 'ImageObject') drawPicture(sheet, object, view)
  else if (object.name === 'CompositeObject') {
    const content = sheet.resources.composite(object.attributes.ResourceID ?? '')
    const matrix = matrixOfObject(object, view)
    for (const inner of content?.children ?? []) drawObject(sheet, inner, matrix, style, depth + 1)
  } else for (const inner of object.children) drawObject(sheet, inner, view, style, depth + 1)
}

const objects = new Set(['TextObject', 'PathObject', 'ImageObject', 'CompositeObject'])
/** What stands in front of the content, read whole. */
const heads = new Set(['Area', 'Template', 'PageRes', 'Actions'])

interface PageHead {
  readonly area: XmlElement | undefined
  readonly templates: readonly XmlElement[]
  readonly resources: readonly string[]
}

function readHead({ bytes }: OfdPage): PageHead {
  const found: XmlElement[] = []
  eachUnit(bytes, {
    isUnit: (name) => heads.has(name) || objects.has(name),
    unit(element) {
      if (heads.has(element.name)) found.push(element)
    },
  })
  return {
    area: found.find(({ name }) => name === 'Area'),
    templates: found.filter(({ name }) => name === 'Template'),
    resources: found.filter(({ name }) => name === 'PageRes').map(({ text }) => text),
  }
}

/** Draws the objects of a page or template, each in the style of the layer and the blocks around it. */
function drawContent(sheet: Sheet, { bytes }: OfdPage, view: Matrix): void {
  const styles: DrawStyle[] = [plainStyle]
  eachUnit(bytes, {
    isUnit: (name) => heads.has(name) || objects.has(name),
    open: (_, { DrawParam }) => styles.push(sheet.resources.style(DrawParam, styles.at(-1)!)),
    close: () => styles.pop(),
    unit(element) {
      if (objects.has(element.name)) drawObject(sheet, element, view, styles.at(-1)!)
    },
  })
}

function areaOf(area: XmlElement | undefined): number[] | undefined {
  const box = ['PhysicalBox', 'ApplicationBox'].map((name) => numbersOf(childText(area, name)))
  return box.find(([, , width = 0, height = 0]) => width > 0 && height > 0)
}

/** A picture that is so large a part of its page is the page. */
const pagePicture = 0.5

const areaOfBox = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top)

/** Whether a picture is the page: text without paint belongs to it then. */
function takesUp({ box }: Sheet, picture: Box): boolean {
  return areaOfBox(picture) >= pagePicture * areaOfBox(box)
}

function inkOfPage(parts: Parts, document: OfdDocument, shared: Resources, page: OfdPage): PageInk {
  const head = readHead(page)
  const [x = 0, y = 0, width = 0, height = 0] = areaOf(head.area) ?? areaOf(document.area) ?? usualArea
  const k = pointsPerMillimetre
  const own = head.resources.flatMap((target) => parseTree(parts.find(page.path, target)?.bytes) ?? [])
  const sheet: Sheet = {
    resources: own.length === 0 ? shared : resourcesOf([...document.resources, ...own]),
    box: { left: 0, top: 0, right: width * k, bottom: height * k },
    glyphs: [],
    unpainted: [],
    rules: [],
    pictures: [],
    scan: undefined,
    areas: [],
    drawn: 0,
  }
  const view: Matrix = [k, 0, 0, k, -x * k, -y * k]
  const templates = head.templates.flatMap(({ attributes: { TemplateID = '', ZOrder } }) => {
    const template = document.templates.get(TemplateID)
    if (template === undefined) return []
    return [
      { template, isForeground: ZOrder === undefined ? template.isForeground : ZOrder === 'Foreground' },
    ]
  })
  for (const { template, isForeground } of templates) if (!isForeground) drawContent(sheet, template, view)
  drawContent(sheet, page, view)
  for (const { template, isForeground } of templates) if (isForeground) drawContent(sheet, template, view)
  const { glyphs, unpainted, rules, pictures, areas, box, scan } = sheet
  const isScan = pictures.some((picture) => takesUp(sheet, picture))
  const shown = [...seenGlyphs(glyphs, areas), ...(isScan ? unpainted : [])]
  return { glyphs: shown, rules, pictures, box, ...(scan !== undefined && { scan }) }
}

/** What the pages of a document show, one after another. Throws where one of their parts is no well-formed XML. */
export function* inkOfDocument(parts: Parts, document: OfdDocument): Generator<PageInk> {
  const shared = resourcesOf(document.resources)
  for (const page of document.pages) yield inkOfPage(parts, document, shared, page)
}

/** Kinds of what was put on a page later and holds text. */
export function annotationKinds(root: XmlElement | undefined): string[] {
  const holdsText = (element: XmlElement, depth = 0): boolean =>
    depth <= deepest &&
    (element.name === 'TextCode'
      ? element.text.trim() !== ''
      : element.children.some((child) => holdsText(child, depth + 1)))
  return childrenOf(root, 'Annot')
    .filter((annotation) => holdsText(annotation))
    .map(({ attributes: { Type = 'Annot' } }) => Type)
}
