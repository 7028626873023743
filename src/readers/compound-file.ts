/**
 * Whether a compound file (the container of Word before 2007, [MS-CFB]) is sound enough to be parsed: its tables of
 * sectors stay inside of the file and no chain of sectors runs in a circle. A parser that follows a circle never ends,
 * and takes the process with it.
 */

const headerSize = 512
/** Places of the header's fields. */
const fields = {
  sectorShift: 30,
  shortShift: 32,
  tables: 44,
  shortTable: 60,
  extra: 68,
  extras: 72,
  list: 76,
}
const listed = 109

/** Whether following the links from any place comes to an end. Each place is visited once. */
function endsEverywhere(next: Int32Array): boolean {
  const seenFrom = new Int32Array(next.length)
  for (let start = 0; start < next.length; start++) {
    let at = start
    while (at >= 0 && at < next.length && seenFrom[at] === 0) {
      seenFrom[at] = start + 1
      at = next[at]!
    }
    if (at >= 0 && at < next.length && seenFrom[at] === start + 1) return false
  }
  return true
}

/** Checks the tables of a compound file. */
export function isSoundCompoundFile(bytes: Uint8Array): boolean {
  if (bytes.length < 2 * headerSize) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const field = (place: number) => view.getInt32(place, true)
  const shift = view.getUint16(fields.sectorShift, true)
  if ((shift !== 9 && shift !== 12) || view.getUint16(fields.shortShift, true) !== 6) return false
  const size = 1 << shift
  const sectors = Math.ceil(bytes.length / size)
  const tables = field(fields.tables)
  const extras = field(fields.extras)
  if (tables < 1 || tables > sectors || extras < 0 || extras > sectors) return false

  /** The numbers that a sector holds; none where it lies outside of the file. */
  const numbersIn = (sector: number): number[] => {
    const start = (sector + 1) * size
    if (sector < 0 || start + size > bytes.length) return []
    return Array.from({ length: size / 4 }, (_, at) => field(start + at * 4))
  }
  const list = Array.from({ length: Math.min(listed, tables) }, (_, at) => field(fields.list + at * 4))
  let extra = field(fields.extra)
  for (let at = 0; at < extras && list.length < tables; at++) {
    const numbers = numbersIn(extra)
    extra = numbers.pop() ?? -1
    list.push(...numbers.slice(0, tables - list.length))
  }
  const links = Int32Array.from(list.flatMap((sector) => numbersIn(sector)))
  if (!endsEverywhere(links)) return false

  const shortLinks: number[] = []
  for (let at = field(fields.shortTable); at >= 0 && at < links.length; at = links[at]!) {
    shortLinks.push(...numbersIn(at))
  }
  return endsEverywhere(Int32Array.from(shortLinks))
}
