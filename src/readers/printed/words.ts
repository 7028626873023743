/** What lines say, for what is judged by their words: browsers and fonts write radicals in the place of characters. */
import { foldRadicals } from '../../model/radicals.js'
import type { PdfLine } from './lines.js'
import { textOfLine } from './lines.js'

/** The words of a line, its radicals written as characters; the text keeps those that were printed. Same length. */
export const wordsOfLine = (line: PdfLine): string => foldRadicals(textOfLine(line))
