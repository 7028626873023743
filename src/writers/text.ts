/** The repaired text alone, code unit for code unit; its words with a blank between them where words are asked for. */
import { findDropped, textWithout } from './clean-text.js'
import type { Section, TextWriter, WriteContext } from './contract.js'
import type { DocumentRecord } from './schema.js'

const isWords = (sections: readonly Section[]) => sections.every((section) => section === 'words')

/** Lines stay lines: white space between words is no word. */
function segmentedText({ tokens = [] }: DocumentRecord): string {
  let text = ''
  for (const token of tokens) {
    const isSpace = token.text.trim() === ''
    const breaks = token.text.replace(/[^\n]/g, '')
    if (isSpace) text += breaks
    else text += (text === '' || text.endsWith('\n') ? '' : ' ') + token.text
  }
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

function write(record: DocumentRecord, { sections, drop = [] }: WriteContext): string {
  return isWords(sections) ? segmentedText(record) : textWithout(record, findDropped({ record }, drop))
}

export const writer: TextWriter = {
  id: 'text',
  extension: (sections) => (isWords(sections) ? '.words.txt' : '.repaired.txt'),
  controls: 'kept',
  serves: (sections) => isWords(sections) || sections.includes('repairs'),
  write,
  join(context) {
    let isOpen = false
    return {
      add(record) {
        const text = write(record, context)
        const gap = isOpen && text !== '' ? '\n' : ''
        isOpen = text === '' ? isOpen : !text.endsWith('\n')
        return gap + text
      },
      end: () => '',
    }
  },
}
