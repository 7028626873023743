/**
 * Ways in which files are damaged: bits, ends, blocks, tags and numbers. The same seed gives the same damage, so that
 * what fails once can be tried again.
 */
import { unzipSync, zipSync } from 'fflate'

export type Random = (below: number) => number

/** Marsaglia's xorshift: whole numbers from 0 on, the same on every run. */
export function randomOf(seed: number): Random {
  let state = seed | 1
  const step = () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
  // Small seeds hardly differ in their first numbers.
  for (let turn = 0; turn < 16; turn++) step()
  return (below) => step() % Math.max(1, below)
}

type Mutation = (bytes: Buffer, random: Random) => Buffer

function replaceMatch(
  bytes: Buffer,
  random: Random,
  pattern: RegExp,
  replace: (found: string) => string,
): Buffer {
  const text = bytes.toString('latin1')
  const matches = [...text.matchAll(pattern)]
  const match = matches[random(matches.length)]
  if (match === undefined) return bytes
  const { 0: found, index } = match
  return Buffer.from(text.slice(0, index) + replace(found) + text.slice(index + found.length), 'latin1')
}

function spliceBytes(bytes: Buffer, from: number, removed: number, ...added: readonly Buffer[]): Buffer {
  return Buffer.concat([bytes.subarray(0, from), ...added, bytes.subarray(from + removed)])
}

const marks = [
  '<',
  '>',
  '</',
  '"',
  '|',
  '{',
  '}',
  ']',
  '(',
  '\x00',
  '\uFFFE',
  '<table><tr><td>',
  '</p></div>',
]
const largeNumbers = ['0', '-1', '65536', '2147483647', '4294967295', '99999999999999999999']

/** Damage that any bytes can take. */
const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const flips = 1 + random(40)
    for (let at = 0; at < flips; at++) bytes[random(bytes.length)]! ^= 1 << random(8)
    return bytes
  },
  function truncate(bytes, random) {
    return bytes.subarray(0, random(bytes.length))
  },
  function repeatBlock(bytes, random) {
    const from = random(bytes.length)
    const block = bytes.subarray(from, from + random(2000))
    return spliceBytes(bytes, from, 0, ...Array.from({ length: 1 + random(5) }, () => block))
  },
  function removeBlock(bytes, random) {
    return spliceBytes(bytes, random(bytes.length), random(2000))
  },
  function insertMark(bytes, random) {
    return spliceBytes(bytes, random(bytes.length), random(3), Buffer.from(marks[random(marks.length)]!))
  },
  function unbalance(bytes, random) {
    const twice = random(2) === 0
    return replaceMatch(
      bytes,
      random,
      /<\/?[a-z][^<>]{0,200}>|\b(end)?(obj|stream)\b|["{}[\]|]/gi,
      (found) => (twice ? found + found : ''),
    )
  },
  function enlargeNumber(bytes, random) {
    const large = largeNumbers[random(largeNumbers.length)]!
    return replaceMatch(bytes, random, /\d+/g, () => large)
  },
  function overwriteField(bytes, random) {
    const field = [0, 0xffffffff, 0x7fffffff, 0x10000][random(4)]!
    if (bytes.length >= 4) bytes.writeUInt32LE(field, random(bytes.length - 3))
    return bytes
  },
]

/** An archive with one of its entries damaged, so that what is unpacked is met and not only what unpacks. */
function mutateEntry(bytes: Buffer, random: Random): Buffer {
  const entries = unzipSync(bytes)
  const names = Object.keys(entries)
  const name = names[random(names.length)]!
  const mutated = mutations[random(mutations.length)]!(Buffer.from(entries[name]!), random)
  return Buffer.from(zipSync({ ...entries, [name]: mutated }))
}

/** A file with a part of another one in it, at random places; the same for the same round. */
export function splice(bytes: Uint8Array, other: Uint8Array, round: number): Buffer {
  const random = randomOf(round * 15_485_863 + 1)
  const part = Buffer.from(other).subarray(random(other.length))
  return spliceBytes(Buffer.from(bytes), random(bytes.length), random(4000), part.subarray(0, random(4000)))
}

/** The damaged form of a file that belongs to a round; `bytes` stay as they are. */
export function mutate(bytes: Uint8Array, round: number, seed: number): Buffer {
  const random = randomOf(seed * 7919 + round * 104_729 + 1)
  const copy = Buffer.from(bytes)
  const isArchive = copy.subarray(0, 2).toString('latin1') === 'PK'
  if (isArchive && round % 2 === 1) return mutateEntry(copy, random)
  return mutations[(isArchive ? round >> 1 : round) % mutations.length]!(copy, random)
}
