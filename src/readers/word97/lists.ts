/** The lists of a Word file ([MS-DOC], LSTF, LVL and LFO) by the number that paragraphs have of them, from 1. */
import type { ListLevel, WordList } from '../word/lists.js'
import type { WordFile } from './file.js'
import { tables } from './file.js'

/** Formats of numbers by their code ([MS-OSHARED], MSONFC), as the standard of later Word files names them. */
const formats = new Map<number, string>([
  [0, 'decimal'],
  [1, 'upperRoman'],
  [2, 'lowerRoman'],
  [3, 'upperLetter'],
  [4, 'lowerLetter'],
  [10, 'ideographDigital'],
  [11, 'japaneseCounting'],
  [14, 'decimalFullWidth'],
  [18, 'decimalEnclosedCircle'],
  [19, 'decimalFullWidth'],
  [22, 'decimalZero'],
  [23, 'bullet'],
  [28, 'decimalEnclosedCircleChinese'],
  [30, 'ideographTraditional'],
  [31, 'ideographZodiac'],
  [33, 'taiwaneseCounting'],
  [35, 'taiwaneseCountingThousand'],
  [37, 'chineseCounting'],
  [38, 'chineseLegalSimplified'],
  [39, 'chineseCountingThousand'],
  [255, 'none'],
])

const definitionSize = 28
const overrideSize = 16
const levelHead = 28
const levelsOfList = 9
/** Levels stand behind the table of lists, which does not count them. */
const mostLevelBytes = 1 << 20

/** A level, and where the next one stands. */
function readLevel(bytes: Buffer, at: number): { readonly level: ListLevel; readonly end: number } {
  const text = at + levelHead + bytes.readUInt8(at + 24) + bytes.readUInt8(at + 25)
  const end = text + 2 + 2 * bytes.readUInt16LE(text)
  const printed = bytes.toString('utf16le', text + 2, end)
  const level = {
    start: bytes.readInt32LE(at),
    format: formats.get(bytes.readUInt8(at + 4)) ?? 'decimal',
    // The places of numbers are the characters 0 to 8.
    pattern: [...printed].map((sign) => (sign < '\x09' ? `%${sign.charCodeAt(0) + 1}` : sign)).join(''),
    isLegal: (bytes.readUInt8(at + 5) & 4) !== 0,
  }
  return { level, end }
}

/** The levels of each definition, by its identifier. */
function readDefinitions(bytes: Buffer): Map<number, ListLevel[]> {
  const found = new Map<number, ListLevel[]>()
  if (bytes.length < 2) return found
  const count = bytes.readUInt16LE(0)
  let at = 2 + definitionSize * count
  for (let index = 0; index < count; index++) {
    const head = 2 + definitionSize * index
    const isSimple = (bytes.readUInt8(head + 26) & 1) !== 0
    const levels: ListLevel[] = []
    for (let number = 0; number < (isSimple ? 1 : levelsOfList); number++) {
      const { level, end } = readLevel(bytes, at)
      levels.push(level)
      at = end
    }
    found.set(bytes.readInt32LE(head), levels)
  }
  return found
}

/** What an override says of one level: another start, or another level in its place. */
interface Override {
  readonly number: number
  readonly restart?: number
  readonly level?: ListLevel
  readonly end: number
}

function readOverride(bytes: Buffer, at: number): Override {
  const flags = bytes.readUInt32LE(at + 4)
  const number = flags & 0xf
  const restarts = (flags & 0x10) !== 0
  if ((flags & 0x20) === 0)
    return { number, end: at + 8, ...(restarts && { restart: bytes.readInt32LE(at) }) }
  const { level, end } = readLevel(bytes, at + 8)
  return { number, level, end, ...(restarts && { restart: level.start }) }
}

/** The lists that paragraphs name. */
export function readLists(file: WordFile): Map<string, WordList> {
  const definitions = readDefinitions(file.table(tables.lists, mostLevelBytes))
  const bytes = file.table(tables.listOverrides)
  const lists = new Map<string, WordList>()
  if (bytes.length < 4) return lists
  const count = bytes.readUInt32LE(0)
  let at = 4 + overrideSize * count
  for (let index = 0; index < count; index++) {
    const head = 4 + overrideSize * index
    const definition = bytes.readInt32LE(head)
    const levels: (ListLevel | undefined)[] = [...(definitions.get(definition) ?? [])]
    const restarts: (number | undefined)[] = []
    at += 4
    for (let left = bytes.readUInt8(head + 12); left > 0; left--) {
      const { number, level, restart, end } = readOverride(bytes, at)
      if (level !== undefined) levels[number] = level
      restarts[number] = restart
      at = end
    }
    lists.set(String(index + 1), { definition: String(definition), levels, restarts })
  }
  return lists
}
