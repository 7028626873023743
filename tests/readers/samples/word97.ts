/**
 * Samples of Word before 2007: a compound file with a text in one piece of UTF-16 and the pages that say how its
 * characters and paragraphs are formatted. After [MS-CFB] and [MS-DOC]; sectors of 512 bytes, streams long enough to
 * need no short sectors.
 */

const sector = 512
const endOfChain = -2
const free = -1
const tableSector = -3
/** Streams from this size on stand in whole sectors. */
const longStream = 4096

function padded(bytes: Buffer): Buffer {
  const size = Math.max(longStream, Math.ceil(bytes.length / sector) * sector)
  return Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])
}

function directoryEntry(
  name: string,
  type: number,
  links: readonly [right: number, child: number],
  start: number,
  size: number,
) {
  const entry = Buffer.alloc(128)
  entry.write(name, 0, 'utf16le')
  entry.writeUInt16LE((name.length + 1) * 2, 64)
  entry.writeUInt8(type, 66)
  entry.writeUInt8(1, 67)
  entry.writeInt32LE(-1, 68)
  entry.writeInt32LE(links[0], 72)
  entry.writeInt32LE(links[1], 76)
  entry.writeInt32LE(start, 116)
  entry.writeUInt32LE(size, 120)
  return entry
}

/** Up to three streams in a compound file: directory in sector 0, then the streams, then the allocation table. */
export function compoundFile(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const bodies = streams.map(([, bytes]) => padded(bytes))
  const starts: number[] = []
  let next = 1
  for (const body of bodies) {
    starts.push(next)
    next += body.length / sector
  }
  const chain = [endOfChain]
  bodies.forEach((body, index) => {
    const last = starts[index]! + body.length / sector - 1
    for (let at = starts[index]!; at <= last; at++) chain.push(at === last ? endOfChain : at + 1)
  })
  const perSector = sector / 4
  const tables = Math.ceil((chain.length + Math.ceil(chain.length / perSector) + 1) / perSector)
  for (let at = 0; at < tables; at++) chain.push(tableSector)
  while (chain.length % perSector !== 0) chain.push(free)

  const directory = Buffer.concat([
    directoryEntry('Root Entry', 5, [-1, 1], endOfChain, 0),
    ...streams.map(([name], index) =>
      directoryEntry(
        name,
        2,
        [index + 1 < streams.length ? index + 2 : -1, -1],
        starts[index]!,
        bodies[index]!.length,
      ),
    ),
    Buffer.alloc(128 * (3 - streams.length)),
  ])
  const header = Buffer.alloc(sector)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  for (const [value, at] of [
    [0x3e, 24],
    [3, 26],
    [0xfffe, 28],
    [9, 30],
    [6, 32],
  ] as const) {
    header.writeUInt16LE(value, at)
  }
  header.writeInt32LE(tables, 44)
  header.writeInt32LE(0, 48)
  header.writeUInt32LE(longStream, 56)
  header.writeInt32LE(endOfChain, 60)
  header.writeInt32LE(endOfChain, 68)
  for (let at = 0; at < 109; at++) header.writeInt32LE(at < tables ? next + at : free, 76 + at * 4)
  const allocation = Buffer.alloc(chain.length * 4)
  chain.forEach((value, at) => {
    allocation.writeInt32LE(value, at * 4)
  })
  return Buffer.concat([header, directory, ...bodies, allocation])
}

/** A modifier of properties as [MS-DOC] writes it: code and operand. */
export function sprm(code: number, ...operand: readonly number[]): Buffer {
  return Buffer.from([code & 0xff, code >> 8, ...operand])
}

/** The modifiers of a row end: the borders of its cells, and the flags of each. */
export function rowEnd(borders: readonly number[], flags: readonly number[] = []): Buffer {
  const count = borders.length - 1
  const definition = Buffer.alloc(3 + 2 * borders.length + 20 * count)
  definition.writeUInt16LE(definition.length - 1, 0)
  definition.writeUInt8(count, 2)
  borders.forEach((border, at) => {
    definition.writeInt16LE(border, 3 + 2 * at)
  })
  flags.forEach((flag, at) => {
    definition.writeUInt16LE(flag, 3 + 2 * borders.length + 20 * at)
  })
  return Buffer.concat([sprm(0x2416, 1), sprm(0x2417, 1), sprm(0xd608), definition])
}

export const inTable = sprm(0x2416, 1)

export interface SampleParagraph {
  readonly runs: readonly { readonly text: string; readonly sprms?: Buffer }[]
  /** Of a paragraph, or of a cell or row. */
  readonly end?: '\r' | '\x07'
  readonly sprms?: Buffer
}

/** A stretch of the file with what the pages of formats say of it. */
interface Format {
  readonly start: number
  readonly end: number
  readonly entry: Buffer
}

/** Pages of formats: the ends of runs and the places of entries grow from the front, the entries from the back. */
function formatPages(formats: readonly Format[], placeSize: number): Buffer[] {
  const pages: Buffer[] = []
  for (let at = 0; at < formats.length; ) {
    const page = Buffer.alloc(sector)
    const first = at
    const places: number[] = []
    for (let free = sector - 1; at < formats.length; at++) {
      free = (free - formats[at]!.entry.length) & ~1
      if (free < (4 + placeSize) * (places.length + 1) + 4) break
      formats[at]!.entry.copy(page, free)
      places.push(free / 2)
    }
    const count = places.length
    page.writeUInt8(count, sector - 1)
    page.writeUInt32LE(formats[at - 1]!.end, 4 * count)
    places.forEach((place, index) => {
      page.writeUInt32LE(formats[first + index]!.start, 4 * index)
      page.writeUInt8(place, 4 * (count + 1) + placeSize * index)
    })
    pages.push(page)
  }
  return pages
}

/** The table that says on which page of the main stream the formats from each place on stand. */
function pageTable(formats: readonly Format[], pages: readonly Buffer[], firstPage: number): Buffer {
  const table = Buffer.alloc(8 * pages.length + 4)
  pages.forEach((page, at) => {
    table.writeUInt32LE(page.readUInt32LE(0), 4 * at)
    table.writeUInt32LE(firstPage + at, 4 * (pages.length + 1) + 4 * at)
  })
  table.writeUInt32LE(formats.at(-1)?.end ?? 0, 4 * pages.length)
  return table
}

const padToSector = (bytes: Buffer) =>
  Buffer.concat([bytes, Buffer.alloc((sector - (bytes.length % sector)) % sector)])

const textStart = 2048

export interface SampleFile {
  readonly paragraphs: readonly SampleParagraph[]
  /** Tables of the file by their number in the file information block. */
  readonly tables?: ReadonlyMap<number, Buffer>
  /** Lengths of the stories by their place in the file information block; all is body where absent. */
  readonly stories?: ReadonlyMap<number, number>
  readonly version?: number
  readonly flags?: number
}

/** A file of one piece in UTF-16, with the formats of its characters and paragraphs. */
export function wordFileOf({
  paragraphs,
  tables = new Map(),
  stories,
  version,
  flags = 0,
}: SampleFile): Uint8Array {
  const characters: Format[] = []
  const formats: Format[] = []
  let text = ''
  for (const { runs, end = '\r', sprms = Buffer.alloc(0) } of paragraphs) {
    const place = () => textStart + 2 * text.length
    const start = place()
    for (const run of runs) {
      const from = place()
      text += run.text
      const entry = Buffer.concat([Buffer.from([run.sprms?.length ?? 0]), run.sprms ?? Buffer.alloc(0)])
      if (run.text !== '') characters.push({ start: from, end: place(), entry })
    }
    const from = place()
    text += end
    characters.push({ start: from, end: place(), entry: Buffer.from([0]) })
    // An odd number of bytes: half of it, rounded up, without the size itself.
    const padded = Buffer.concat([sprms, Buffer.alloc(sprms.length % 2 === 0 ? 0 : 1)])
    const entry = Buffer.concat([Buffer.from([0, (padded.length + 2) / 2, 0, 0]), padded])
    formats.push({ start, end: place(), entry })
  }
  const head = Buffer.alloc(textStart)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(version ?? 0xc1, 2)
  head.writeUInt16LE(0x0200 | flags, 10)
  head.writeUInt32LE(textStart, 0x18)
  for (const [place, length] of stories ?? [[0x4c, text.length]]) head.writeUInt32LE(length, place)
  const body = padToSector(Buffer.concat([head, Buffer.from(text, 'utf16le')]))
  const characterPages = formatPages(characters, 1)
  const paragraphPages = formatPages(formats, 13)
  const firstPage = body.length / sector

  const pieces = Buffer.alloc(21)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textStart, 15)
  const all = new Map<number, Buffer>([
    [12, pageTable(characters, characterPages, firstPage)],
    [13, pageTable(formats, paragraphPages, firstPage + characterPages.length)],
    [33, pieces],
    ...tables,
  ])
  const tableStream: Buffer[] = []
  let tableEnd = 0
  for (const [number, bytes] of all) {
    body.writeUInt32LE(tableEnd, 0x9a + 8 * number)
    body.writeUInt32LE(bytes.length, 0x9a + 8 * number + 4)
    tableStream.push(bytes)
    tableEnd += bytes.length
  }
  return compoundFile([
    ['WordDocument', Buffer.concat([body, ...characterPages, ...paragraphPages])],
    ['1Table', Buffer.concat(tableStream)],
  ])
}

/** Paragraphs and, behind them, the rows of a table. */
export function docOf(lines: readonly string[], table: readonly (readonly string[])[] = []): Uint8Array {
  const rows = table.flatMap((row): SampleParagraph[] => [
    ...row.map((text) => ({ runs: [{ text }], end: '\x07', sprms: inTable }) as const),
    { runs: [], end: '\x07', sprms: rowEnd([0, ...row].map((_, at) => 2000 * at)) },
  ])
  const behind = table.length === 0 ? [] : [{ runs: [] }]
  return wordFileOf({ paragraphs: [...lines.map((text) => ({ runs: [{ text }] })), ...rows, ...behind] })
}
