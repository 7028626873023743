/** The texts that are measured: the own reports, or those of evaluation sets, repeated to a length. */
import { join } from 'node:path'
import { root } from '../../scripts/tables.js'
import { reportFolders } from '../eval/audit.js'
import { readOwnReport, readSet } from '../eval/sets.js'

export interface BenchTexts {
  readonly clean: readonly string[]
  readonly spun: readonly string[]
}

/** Texts of DIR/clean and DIR/spun-known, or the own reports where no folder is named. */
export function readBenchTexts(data: string | undefined): BenchTexts {
  if (data !== undefined) {
    const textsOf = (name: string) => readSet(data, name).map(({ text }) => text)
    return { clean: textsOf('clean'), spun: textsOf('spun-known') }
  }
  const own = reportFolders(join(root, 'corpus', 'reports')).map(readOwnReport)
  return { clean: own.map(({ original }) => original), spun: own.map(({ text }) => text) }
}

/** Documents in turn, again from the first, until they hold `characters` at least. Throws where all are empty. */
export function repeatTexts(texts: readonly string[], characters: number): string[] {
  if (texts.every((text) => text === '')) throw new Error('there is no text to measure with')
  const repeated: string[] = []
  for (let held = 0, index = 0; held < characters; index++) {
    const text = texts[index % texts.length]!
    repeated.push(text)
    held += text.length
  }
  return repeated
}

export const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

/** One document of exactly so many characters, on lines. */
export function longText(texts: readonly string[], characters: number): string {
  return repeatTexts(texts, characters).join('\n').slice(0, characters)
}

/** The same characters on one line: ends of lines become ideographic spaces. */
export function onOneLine(text: string): string {
  return text.replace(/[\r\n]/g, '\u3000')
}
