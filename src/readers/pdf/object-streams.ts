/** Streams in which a PDF keeps objects together and compressed, as PDF 1.5 and later writes them. */
import { inflateSync } from 'node:zlib'

/** Characters before and behind the name of such a stream in which its dictionary stands. */
const around = 500
/** Bytes that all streams of a file may come to; what is beyond is not looked at. */
const most = 64 * 1024 ** 2

export interface ObjectStream {
  /** The numbers of its objects and where each begins, then the objects. */
  readonly content: string
  /** Where the objects begin. */
  readonly first: number
}

function inflated(bytes: Uint8Array, limit: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength: limit }).toString('latin1')
  } catch {
    return ''
  }
}

/** Those that are compressed in the usual way and not encrypted. `text` has a character for each byte. */
export function objectStreams(bytes: Uint8Array, text: string): ObjectStream[] {
  const streams: ObjectStream[] = []
  let left = most
  for (const { index } of text.matchAll(/\/ObjStm\b/g)) {
    const behind = text.slice(index, index + around)
    const begin = /stream\r?\n/.exec(behind)
    if (begin === null || left <= 0) continue
    const before = text.slice(Math.max(0, index - around), index)
    const about = before.slice(before.lastIndexOf('obj') + 1) + behind.slice(0, begin.index)
    const first = Number(/\/First\s{1,9}(\d{1,9})/.exec(about)?.[1] ?? 0)
    const content = inflated(bytes.subarray(index + begin.index + begin[0].length), left)
    left -= content.length
    streams.push({ content, first })
  }
  return streams
}

/** Each object of a stream: its number, and how it is written. */
export function objectsOf({ content, first }: ObjectStream): [number: string, written: string][] {
  const head = content.slice(0, first).match(/\d{1,10}/g) ?? []
  return Array.from({ length: head.length >> 1 }, (_, at) => {
    const next = head[2 * at + 3]
    const end = next === undefined ? content.length : first + Number(next)
    return [head[2 * at]!, content.slice(first + Number(head[2 * at + 1]), end).trim()]
  })
}
