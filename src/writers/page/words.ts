/** The page's own words in the reader's language. Keys are those of `messages.en.ts`. */
import type { Language, Parameters } from '../language.js'
import { fill } from '../language.js'
import type { Html } from './html.js'
import { html } from './html.js'
import { en } from './messages.en.js'
import { zh } from './messages.zh.js'

export type PageKey = keyof typeof en

const tables: Readonly<Record<Language, Readonly<Record<PageKey, string>>>> = { en, zh }

/** The page's sentence for a key. */
export function word(language: Language, key: PageKey, parameters?: Parameters): string {
  return fill(tables[language][key], parameters)
}

/** The attribute of elements that hold text of the document; pages in Chinese are Chinese all over. */
export function inChinese(language: Language): Html | null {
  return language === 'zh' ? null : html` lang=zh`
}

/** The word for a value that comes with data, such as a trait; one that no table knows is shown as it is. */
export function wordFor(language: Language, group: string, value: string): string {
  const table: Readonly<Record<string, string>> = tables[language]
  const key = `${group}.${value}`
  return Object.hasOwn(table, key) ? table[key]! : value
}
