/** Word files as others see them: with all changes of huanyuan accepted or rejected, and part by part. */
import { strFromU8, unzipSync } from 'fflate'
import { readDocuments } from '../../src/readers/read.js'
import { archiveOf } from '../readers/samples/office.js'

export async function textIn(bytes: Uint8Array): Promise<string> {
  for await (const { text } of readDocuments(bytes, { path: 'a.docx' })) return text
  throw new Error('no document')
}

export const partsOf = (bytes: Uint8Array) => unzipSync(bytes)

/** Parts that are XML, as text. */
export function textsOf(bytes: Uint8Array): Record<string, string> {
  const parts = Object.entries(partsOf(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
  return Object.fromEntries(parts.map(([name, part]) => [name, strFromU8(part)]))
}

const ours = (name: string) =>
  new RegExp(`<(\\w+:)?${name}\\b[^>]* (?:\\w+:)author="huanyuan"[^>]*>([\\s\\S]*?)</\\1${name}>`, 'g')

/** The markup of a part with the changes of huanyuan taken back. */
function rejected(xml: string): string {
  return xml
    .replace(ours('ins'), '')
    .replace(ours('del'), (_, __, inner: string) => inner.replaceAll('delText', 't'))
}

/** The file with the changes of huanyuan taken back. */
export function withoutOurs(bytes: Uint8Array): Uint8Array {
  return archiveOf(
    Object.fromEntries(
      Object.entries(partsOf(bytes)).map(([name, part]) => [
        name,
        name.endsWith('.xml') ? rejected(strFromU8(part)) : part,
      ]),
    ),
  )
}

/** What the comments of huanyuan say. */
export function commentsIn(bytes: Uint8Array): string[] {
  const comments = Object.entries(textsOf(bytes)).find(([name]) => /comments\d*\.xml$/.test(name))?.[1] ?? ''
  return [...comments.matchAll(ours('comment'))].map(([, , inner]) =>
    inner!
      .replaceAll(/<\/\w*:?p>/g, '\n')
      .replaceAll(/<[^>]*>/g, '')
      .trim(),
  )
}
