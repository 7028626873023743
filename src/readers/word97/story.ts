/**
 * A story of a Word file (its body, its notes, its headers) as paragraphs and tables. A cell ends in a mark of its own or,
 * in a table inside of a cell, in a paragraph that says so; a row ends in a paragraph that defines its cells.
 */

import { charactersIn } from '../indent.js'
import { newFieldTrack } from '../word/fields.js'
import type { Flow } from '../word/flow.js'
import { countLists } from '../word/lists.js'
import { deepestTable, newFlowBuilder } from '../word/tables.js'
import { addRun, lookOf } from './characters.js'
import type { WordFile } from './file.js'
import { readFonts } from './fonts.js'
import { characterRuns, paragraphFormats } from './formatting.js'
import { readLists } from './lists.js'
import { definedCells } from './rows.js'
import { innerCellEnd, innerRowEnd, inTable, readSprms, rowEnd, tableDepth } from './sprm.js'
import { ownStyle, readStyles } from './styles.js'

/** Where a paragraph stands among the tables. */
interface TablePlace {
  readonly depth: number
  readonly endsCell: boolean
  readonly endsRow: boolean
}

const cellMark = '\x07'

function tablePlace(sprms: Buffer, mark: string): TablePlace {
  let isInside = mark === cellMark
  let depth = 1
  let endsRow = false
  let endsCell = isInside
  readSprms(sprms, (code, operand) => {
    if (code === tableDepth) depth = operand.readInt32LE(0)
    const isOn = operand.readUInt8(0) !== 0
    if (code === inTable) isInside ||= isOn
    if (code === rowEnd || code === innerRowEnd) endsRow ||= isOn
    if (code === innerCellEnd) endsCell ||= isOn
  })
  return { depth: isInside ? Math.min(deepestTable, Math.max(1, depth)) : 0, endsCell, endsRow }
}

/** Lists above these numbers are none: a paragraph that leaves the list of its style. */
const lastList = 0x7fe

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks that end paragraphs
const marks = /[\r\x07\x0c]/g

/** What stands behind the paragraphs that hold these positions, in their order. */
export type Anchored = readonly { readonly anchor: number; readonly flow: Flow }[]

type StoryReader = (range: { start: number; end: number }, anchored?: Anchored) => Flow

/** Gives a reader of stretches of the text, each of which is read as a story of its own. */
export function newStoryReader(file: WordFile): StoryReader {
  const runs = characterRuns(file)
  const formatAt = paragraphFormats(file)
  const styleOf = readStyles(file)
  const fonts = readFonts(file)
  const lists = readLists(file)
  let run = 0
  /** The characters of a stretch behind what stands before them. */
  const readCharacters = (
    before: string,
    start: number,
    end: number,
    paragraph: ReturnType<typeof styleOf>,
    fields: ReturnType<typeof newFieldTrack>,
  ) => {
    let line = before
    let isDeleted = false
    let endsLifted = true
    while (run > 0 && runs[run - 1]!.end > start) run--
    for (; run < runs.length && runs[run]!.start < end; run++) {
      const { start: from, end: to, sprms } = runs[run]!
      if (to <= start) continue
      const look = lookOf(sprms, paragraph, fonts, styleOf)
      const isRaised = look.isRaised || (look.isLifted && !endsLifted)
      const text = file.text.slice(Math.max(from, start), Math.min(to, end))
      line = addRun(line, text, { ...look, isRaised }, fields)
      isDeleted = look.isDeleted
      endsLifted = look.isLifted
    }
    return { line, isDeleted }
  }
  return ({ start, end }, anchored = []) => {
    const builder = newFlowBuilder()
    const waiting = [...anchored].reverse()
    const addAnchored = (before: number) => {
      while (waiting.length > 0 && waiting.at(-1)!.anchor < before)
        for (const part of waiting.pop()!.flow) builder.add(part)
    }
    const fields = newFieldTrack()
    const labelOf = countLists(lists)
    let carried = ''
    for (let at = start; at < end; ) {
      marks.lastIndex = at
      let found = marks.exec(file.text)
      while (found?.[0] === '\x0c' && found.index < end && !formatAt(found.index).isEnd)
        found = marks.exec(file.text)
      const last = Math.min(end - 1, found?.index ?? end - 1)
      const mark = file.text[last]!
      const { sprms, style } = formatAt(last)
      const own = ownStyle(styleOf(style), sprms)
      const { line, isDeleted } = readCharacters(carried, at, last + 1, own, fields)
      at = last + 1
      fields.take('\n')
      const place = tablePlace(sprms, mark)
      // A paragraph whose end was deleted goes on in the next one.
      carried = isDeleted && mark === '\r' && !place.endsCell && !place.endsRow ? line : ''
      if (carried !== '') continue
      builder.toDepth(place.depth)
      if (place.endsRow) {
        builder.endRow(definedCells(sprms))
        continue
      }
      const isGone = line === '' && (isDeleted || own.isHidden)
      const label =
        isGone || own.list === 0 || own.list > lastList ? '' : labelOf(String(own.list), own.listLevel)
      const text = label + line
      if (text.trim() !== '')
        builder.add({
          kind: 'paragraph',
          text: text.endsWith('\n') ? text.replace(/(?<!\n)\n+$/, '') : text,
          level: own.level,
          indent: charactersIn(own.left + own.first),
        })
      addAnchored(at)
      if (place.endsCell) builder.endCell()
    }
    builder.toDepth(0)
    addAnchored(Number.POSITIVE_INFINITY)
    if (fields.rest().trim() !== '') builder.add({ kind: 'paragraph', text: fields.rest(), level: 0 })
    return builder.finish()
  }
}
