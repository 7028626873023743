/** One face of a collection of fonts: the canvas takes only the first, whose forms may be those of another region. */

/** As OpenType lays it out: the head of a font, the record of a table, the alignment of tables. */
const headSize = 12
const recordSize = 16
const alignment = 4

const aligned = (size: number) => Math.ceil(size / alignment) * alignment

/** The font of a face, from 0, as a file of its own. Requires a collection with that many faces. */
export function faceOf(collection: Buffer, face: number): Buffer {
  const start = collection.readUInt32BE(12 + 4 * face)
  const count = collection.readUInt16BE(start + 4)
  const head = Buffer.from(collection.subarray(start, start + headSize + count * recordSize))
  const parts: Buffer[] = [head]
  let end = head.length
  for (let table = 0; table < count; table++) {
    const record = headSize + table * recordSize
    const [from, size] = [head.readUInt32BE(record + 8), head.readUInt32BE(record + 12)]
    head.writeUInt32BE(end, record + 8)
    parts.push(collection.subarray(from, from + size), Buffer.alloc(aligned(size) - size))
    end += aligned(size)
  }
  return Buffer.concat(parts)
}
