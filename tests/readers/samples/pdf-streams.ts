/** PDF whose objects stand together in a compressed stream, as PDF 1.5 and later writes them. */
import { deflateSync } from 'node:zlib'

/** A file of these objects, the first of which is the catalog; those that are no streams themselves are compressed. */
export function compressedFileOf(objects: readonly string[]): Uint8Array {
  const numbered = objects.map((written, at) => ({ number: at + 1, written }))
  const inside = numbered.filter(({ written }) => !written.includes('stream\n'))
  const container = objects.length + 1
  const head: number[] = []
  let body = ''
  for (const { number, written } of inside) {
    head.push(number, body.length)
    body += `${written} `
  }
  const first = `${head.join(' ')} `
  const packed = deflateSync(Buffer.from(first + body, 'latin1')).toString('latin1')
  const stream = (entries: string, content: string) =>
    `<< ${entries} /Length ${content.length} >>\nstream\n${content}\nendstream`
  const outside = [
    ...numbered.filter((each) => !inside.includes(each)),
    {
      number: container,
      written: stream(
        `/Type /ObjStm /N ${inside.length} /First ${first.length} /Filter /FlateDecode`,
        packed,
      ),
    },
  ]
  let text = '%PDF-1.5\n'
  const places = new Map<number, [kind: number, where: number, at: number]>()
  for (const [at, { number }] of inside.entries()) places.set(number, [2, container, at])
  for (const { number, written } of outside) {
    places.set(number, [1, text.length, 0])
    text += `${number} 0 obj\n${written}\nendobj\n`
  }
  const table = container + 1
  places.set(table, [1, text.length, 0])
  const rows = Array.from({ length: table + 1 }, (_, number) => {
    const [kind, where, at] = places.get(number) ?? [0, 0, 0]
    const row = Buffer.alloc(7)
    row.writeUInt8(kind, 0)
    row.writeUInt32BE(where, 1)
    row.writeUInt16BE(at, 5)
    return row
  })
  const entries = `/Type /XRef /Size ${table + 1} /W [1 4 2] /Root 1 0 R`
  const start = text.length
  text += `${table} 0 obj\n${stream(entries, Buffer.concat(rows).toString('latin1'))}\nendobj\n`
  return Buffer.from(`${text}startxref\n${start}\n%%EOF\n`, 'latin1')
}
