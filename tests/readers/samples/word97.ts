/**
 * Samples of Word before 2007: a compound file with the least that holds text, a piece table in one piece of UTF-16.
 * After [MS-CFB] and [MS-DOC]; sectors of 512 bytes, streams long enough to need no short sectors.
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

/** Two streams in a compound file: directory in sector 0, then the streams, then the allocation table. */
function compoundFile(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
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

/** Paragraphs and, behind them, the rows of a table, whose cells end in the mark of cells. */
export function docOf(lines: readonly string[], table: readonly (readonly string[])[] = []): Uint8Array {
  const cells = table.map((row) => `${row.map((cell) => `${cell}\x07`).join('')}\x07`).join('')
  const text = `${lines.map((line) => `${line}\r`).join('')}${cells}${cells === '' ? '' : '\r'}`
  const textStart = 2048
  const stream = Buffer.alloc(textStart + text.length * 2)
  stream.writeUInt16LE(0xa5ec, 0)
  stream.writeUInt16LE(0xc1, 2)
  stream.writeUInt16LE(0x0200, 0x0a)
  stream.writeUInt32LE(textStart, 0x18)
  stream.writeUInt32LE(text.length, 0x4c)
  stream.writeUInt32LE(21, 0x01a6)
  // Plexes of character and paragraph properties without entries hold one end.
  stream.writeUInt32LE(21, 0xfa)
  stream.writeUInt32LE(4, 0xfe)
  stream.writeUInt32LE(21, 0x102)
  stream.writeUInt32LE(4, 0x106)
  stream.write(text, textStart, 'utf16le')
  const pieces = Buffer.alloc(64)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(0, 5)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(textStart, 15)
  return compoundFile([
    ['WordDocument', stream],
    ['1Table', pieces],
  ])
}
