/** The texts that are measured: the own reports, or those of evaluation sets, repeated to a length. */
import { existsSync } from 'node:fs'
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

/** A kind of text, by the sets that it is of. */
const kinds: Readonly<Record<string, readonly string[]>> = {
  spun: ['spun-known', 'spun-other', 'spun-mixed'],
  unseen: ['spun-unseen'],
  clean: ['clean'],
  'wild clean': ['wild-clean'],
  'wild spun': ['wild-spun'],
}

/** Texts of each kind that DIR has, or the own reports as they were and as they were spun. */
export function kindsOf(data: string | undefined): { kind: string; texts: readonly string[] }[] {
  if (data === undefined) {
    const { clean, spun } = readBenchTexts(undefined)
    return [
      { kind: 'spun', texts: spun },
      { kind: 'clean', texts: clean },
    ]
  }
  return Object.entries(kinds).flatMap(([kind, names]) => {
    const there = names.filter((name) => existsSync(join(data, name)))
    const texts = there.flatMap((name) => readSet(data, name).map(({ text }) => text))
    return texts.length === 0 ? [] : [{ kind, texts }]
  })
}

/** Some of the texts, from all over them, that hold `characters` together where there are so many. */
export function spread(texts: readonly string[], characters: number): string[] {
  const step = Math.max(1, Math.floor(lengthOf(texts) / characters))
  const chosen: string[] = []
  for (let at = 0, held = 0; at < texts.length && held < characters; at += step) {
    chosen.push(texts[at]!)
    held += texts[at]!.length
  }
  return chosen
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
