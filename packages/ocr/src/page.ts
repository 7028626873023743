/**
 * A page from its picture: turned upright, its lines found and read, read again where the back of the sheet shows
 * through, its rows levelled, its drawn lines found.
 */
import type { RecognisedLine, RecognisedPage } from './contract.js'
import { detect } from './detect.js'
import { withoutDoubles } from './doubles.js'
import type { Slanted } from './geometry.js'
import { cornersOf, pointOf } from './geometry.js'
import { frontsOf } from './pale.js'
import type { Picture, Planes, Rotation } from './picture.js'
import { hasGreys, planesOf, turned } from './picture.js'
import type { ReadLine } from './read-line.js'
import { alongBox, confidenceOf, readLine } from './read-line.js'
import { rulesOf } from './rules.js'
import type { Model } from './runtime.js'
import { withoutSpecks } from './specks.js'
import type { Straighten } from './straighten.js'
import { straightenerOf } from './straighten.js'

export interface Reader {
  readonly detection: Model
  readonly recognition: Model
  readonly alphabet: readonly string[]
}

/** Boxes longer one way than the other by so much run that way: short cells of a table run neither way. */
const long = 1.5
/** Lines that tell which way is up, and the confidence below which they are read upside down as well. */
const tellingLines = 5
const upright = 0.85

/** So many lines below so low a confidence, of so many: the back may show through. */
const fewestLines = 5
const doubtful = 0.8
const doubtfulShare = 0.15
/** What is paler than this share of the way from ink to paper is not read again; by how much that has to be surer. */
const paleFrom = 0.65
const leastGain = 0.005
/** A line without what is pale, any character of which is less sure, is read with its strokes whole as well. */
const sureWithoutPale = 0.9

interface FoundPage {
  readonly planes: Planes
  readonly boxes: readonly Slanted[]
  readonly rotation: Rotation
  /** Lines that were read to find which way is up. */
  readonly known: ReadonlyMap<Slanted, ReadLine>
}

async function readLines(
  reader: Reader,
  planes: Planes,
  boxes: readonly Slanted[],
  known: FoundPage['known'] = new Map(),
): Promise<ReadLine[]> {
  const lines: ReadLine[] = []
  for (const box of boxes)
    lines.push(known.get(box) ?? (await readLine(reader.recognition, reader.alphabet, planes, box)))
  return lines
}

const byBox = (boxes: readonly Slanted[], lines: readonly ReadLine[]): FoundPage['known'] =>
  new Map(boxes.map((box, at) => [box, lines[at]!]))

/** Boxes on a page that is turned upside down. */
function upsideDown(boxes: readonly Slanted[], { width, height }: Planes): Slanted[] {
  return boxes.map((box) => ({ ...box, cx: width - box.cx, cy: height - box.cy }))
}

/** Whether more print runs down the page than across. */
function isOnSide(boxes: readonly Slanted[]): boolean {
  const lengths = boxes.map(({ width, height }) => {
    if (width > long * height) return width
    return height > long * width ? -height : 0
  })
  return lengths.reduce((sum, length) => sum + length, 0) < 0
}

/** The page turned so that its lines run across, and the way up that reads better. */
async function findUpright(reader: Reader, planes: Planes): Promise<FoundPage> {
  const asIs = await detect(reader.detection, planes)
  const onSide = isOnSide(asIs)
  const level = onSide ? turned(planes, 90) : planes
  const boxes = onSide ? await detect(reader.detection, level) : asIs
  const telling = [...boxes].sort((one, two) => two.width - one.width).slice(0, tellingLines)
  const asFound = await readLines(reader, level, telling)
  const found = { planes: level, boxes, rotation: onSide ? 90 : 0, known: byBox(telling, asFound) } as const
  const confidence = confidenceOf(asFound)
  if (telling.length === 0 || confidence >= upright) return found
  const other = turned(level, 180)
  if (confidenceOf(await readLines(reader, other, upsideDown(telling, level))) <= confidence) return found
  return { planes: other, boxes: upsideDown(boxes, level), rotation: onSide ? 270 : 180, known: new Map() }
}

const holdsText = ({ characters }: ReadLine) => characters.some(({ text }) => text.trim() !== '')

const sign = /^[+\-−－]$/
const signsOf = ({ characters }: ReadLine) =>
  characters
    .map(({ text }) => text)
    .filter((text) => sign.test(text))
    .join('')

/** The lines of a page without what is pale. A stroke of the back makes a plus of a minus: signs are read without any. */
async function readFront(reader: Reader, planes: Planes): Promise<ReadLine[]> {
  const { bare, whole } = frontsOf(planes, paleFrom)
  const lines: ReadLine[] = []
  for (const box of await detect(reader.detection, bare)) {
    const line = await readLine(reader.recognition, reader.alphabet, bare, box)
    const isSure = line.characters.every(({ confidence }) => confidence >= sureWithoutPale)
    const other = isSure ? line : await readLine(reader.recognition, reader.alphabet, whole, box)
    const isBetter = signsOf(other) === signsOf(line) && confidenceOf([other]) > confidenceOf([line])
    lines.push(isBetter ? other : line)
  }
  return lines
}

/** The lines of a page; those of a second look without what is pale, where the first one is doubtful and it is surer. */
async function readPrint(
  reader: Reader,
  { planes, boxes, known }: FoundPage,
): Promise<{ lines: ReadLine[]; isReread: boolean }> {
  const lines = withoutDoubles(await readLines(reader, planes, boxes, known)).filter(holdsText)
  const unsure = lines.filter((line) => confidenceOf([line]) < doubtful)
  const isDoubtful = lines.length >= fewestLines && unsure.length > doubtfulShare * lines.length
  if (!isDoubtful || !hasGreys(planes)) return { lines, isReread: false }
  const again = withoutDoubles(await readFront(reader, planes)).filter(holdsText)
  const isReread = confidenceOf(again) > confidenceOf(lines) + leastGain
  return { lines: isReread ? again : lines, isReread }
}

function toLine(line: ReadLine, straighten: Straighten): RecognisedLine {
  const { box, characters, gaps } = line
  const [left, start] = straighten(pointOf(box, -box.width / 2, 0))
  const [right, end] = straighten(pointOf(box, box.width / 2, 0))
  const [x, y] = straighten([box.cx, box.cy])
  const isStanding = Math.abs(box.ux) < Math.abs(box.uy)
  const [halfWidth, halfHeight] = isStanding
    ? [box.height / 2, Math.abs(end - start) / 2]
    : [(right - left) / 2, box.height / 2]
  return {
    characters: characters.map((character) => {
      const { text, confidence, rivals } = character
      const [middle] = straighten(pointOf(box, alongBox(line, character), 0))
      return { text, confidence, rivals, x: middle }
    }),
    gaps,
    corners: cornersOf(box),
    isStanding,
    left: x - halfWidth,
    right: x + halfWidth,
    top: y - halfHeight,
    bottom: y + halfHeight,
  }
}

export async function readPage(reader: Reader, picture: Picture, page: number): Promise<RecognisedPage> {
  const found = await findUpright(reader, withoutSpecks(planesOf(picture)))
  const { lines, isReread } = await readPrint(reader, found)
  const { width, height } = found.planes
  const straighten = straightenerOf(
    lines.map(({ box }) => box),
    width,
  )
  const levelled = lines.map((line) => toLine(line, straighten))
  return {
    page,
    width,
    height,
    dpi: picture.dpi,
    rotation: found.rotation,
    isReread,
    lines: levelled,
    rules: rulesOf(found.planes, straighten, levelled),
  }
}
