/**
 * Word documents before 2007: word-extractor reads the text. Of tables it leaves a tab behind each cell and one more
 * behind each row; from these the cells are stated again.
 */
import { ProcessingError } from '../model/message.js'
import { isSoundCompoundFile } from './compound-file.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing, DrawnCell } from './drawing.js'
import { addLine, addTable, newDrawing, textOf } from './drawing.js'

const mediaType = 'application/msword'
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Whether a compound file has a stream of that name, which its directory keeps in UTF-16. */
function hasStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

async function extract(bytes: Uint8Array): Promise<string> {
  const { default: WordExtractor } = await import('word-extractor')
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes))
    const options = { filterUnicode: false }
    const parts = [document.getBody(options), document.getFootnotes(options), document.getTextboxes(options)]
    return parts.filter((part) => part.trim() !== '').join('\n')
  } catch {
    throw new ProcessingError('damaged-file', { format: 'doc' })
  }
}

/** Cells of a line that is a table: the fewest columns by which every row ends in its own tab. */
function findCells(line: string): DrawnCell[] | undefined {
  if (!/\t\t\s*$/.test(line)) return undefined
  const pieces = line.slice(0, line.lastIndexOf('\t')).split('\t')
  for (let columns = 2; columns < pieces.length; columns++) {
    if (pieces.length % (columns + 1) !== 0) continue
    const isRow = pieces.every((piece, index) => index % (columns + 1) !== columns || piece === '')
    if (!isRow) continue
    const cells = pieces.map((text, index) => ({
      text,
      row: Math.floor(index / (columns + 1)),
      column: index % (columns + 1),
      rowSpan: 1,
      columnSpan: 1,
    }))
    return cells.filter(({ column }) => column < columns)
  }
  return undefined
}

function draw(text: string): Drawing {
  const drawing = newDrawing()
  for (const line of text.split('\n')) {
    const cells = findCells(line)
    if (cells === undefined) addLine(drawing, line)
    else addTable(drawing, cells)
  }
  return drawing
}

export const reader: Reader = {
  id: 'doc',
  mediaTypes: [mediaType],
  extensions: ['.doc', '.dot'],
  recognises: (bytes) => compoundFile.every((byte, index) => bytes[index] === byte),
  async *read(bytes, context) {
    if (hasStream(bytes, 'EncryptedPackage')) throw new ProcessingError('encrypted')
    if (!hasStream(bytes, 'WordDocument')) {
      throw new ProcessingError('unsupported-format', {
        format: hasStream(bytes, 'Workbook') ? 'xls' : 'ole',
      })
    }
    if (!isSoundCompoundFile(bytes)) throw new ProcessingError('damaged-file', { format: 'doc' })
    const drawing = draw(await extract(bytes))
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
