/** Archives that ask for more than they are, or do not say what they are. */
import { archiveOf } from '../office.js'
import { zipOf } from '../zip.js'
import { fact, type Hostile, million } from './contract.js'

const nestedArchive = (depth: number): Uint8Array =>
  archiveOf({ 'a.zip': depth === 0 ? Buffer.alloc(80 * million) : nestedArchive(depth - 1) })

export const hostileArchives = (): Hostile[] => [
  {
    path: 'archives.zip',
    bound: 'limit',
    bytes: nestedArchive(4),
    codes: ['too-large', 'damaged-file', 'nested-archive'],
  },
  {
    path: 'count.zip',
    bound: 'length',
    bytes: zipOf(
      [1, 2, 3].map((at) => ({ name: `${at}.txt`, text: fact })),
      { count: 1 },
    ),
    codes: [],
    holds: fact,
    documents: 3,
  },
  {
    path: 'wrapped-count.zip',
    bound: 'length',
    bytes: zipOf([
      ...Array.from({ length: 65_536 }, (_, at) => ({ name: `${at}/`, text: '' })),
      ...[1, 2, 3].map((at) => ({ name: `${at}.txt`, text: fact })),
    ]),
    codes: [],
    holds: fact,
    documents: 3,
  },
  {
    path: 'damaged.zip',
    bound: 'refusal',
    bytes: zipOf([{ name: 'a.txt', text: fact, checksum: 1 }]),
    codes: ['damaged-file'],
  },
  {
    path: 'encrypted.zip',
    bound: 'refusal',
    bytes: zipOf([{ name: 'a.txt', text: fact, encrypted: true }]),
    codes: ['encrypted'],
  },
  {
    path: 'one-name.zip',
    bound: 'length',
    bytes: zipOf([1, 2, 3].map((at) => ({ name: 'a.txt', text: `${fact}${at}` }))),
    codes: [],
    holds: `${fact}3`,
    documents: 3,
  },
  {
    path: 'names.zip',
    bound: 'length',
    bytes: zipOf([
      { name: '__proto__', text: fact },
      { name: '报告.txt', text: fact },
      { name: Buffer.from('b1a8b8e62e747874', 'hex'), text: `${fact}二` },
    ]),
    codes: [],
    holds: `${fact}二`,
    documents: 3,
  },
  {
    path: 'commanding-name.zip',
    bound: 'refusal',
    bytes: zipOf([{ name: 'a\u001b]0;X\u0007.pdf', text: '%PDF-1.4 and no more' }]),
    codes: ['damaged-file'],
  },
  {
    path: 'second-encrypted.zip',
    bound: 'refusal',
    bytes: zipOf([
      { name: 'a.txt', text: fact },
      { name: 'b.txt', text: fact, encrypted: true },
    ]),
    codes: ['encrypted'],
    holds: fact,
  },
  {
    path: 'changed-digit.zip',
    bound: 'refusal',
    bytes: zipOf([{ name: 'a.txt', text: fact, checksum: 7 }], { long: true }),
    codes: ['damaged-file'],
  },
  {
    path: 'all-damaged.zip',
    bound: 'refusal',
    bytes: zipOf(Array.from({ length: 2000 }, (_, at) => ({ name: `${at}.txt`, text: fact, checksum: 1 }))),
    codes: ['damaged-file'],
  },
]
