/** Which language the user reads, and what the command line says in it. */
import type { Language, Parameters } from '../writers/language.js'
import { fill, languages, withReason } from '../writers/language.js'
import { en } from './messages.en.js'
import { zh } from './messages.zh.js'

export type CliMessageKey = keyof typeof en

const tables: Readonly<Record<Language, Readonly<Record<CliMessageKey, string>>>> = { en, zh }

/** The command line's own sentence for a key. */
export function tell(language: Language, key: CliMessageKey, parameters?: Parameters): string {
  return fill(tables[language][key], withReason(language, parameters))
}

/** Names one after another, as the language parts them. */
export function listIn(language: Language, names: readonly string[]): string {
  return names.join(tell(language, 'list.comma'))
}

/** Whether there is such a sentence. */
export function hasSentence(key: string): key is CliMessageKey {
  return Object.hasOwn(en, key)
}

function isLanguage(name: string | undefined): name is Language {
  return languages.includes(name as Language)
}

/**
 * The language of the environment, as programs agree on it: LC_ALL before LC_MESSAGES before LANG, and where none of them
 * says it, as on Windows, the system's own.
 */
export function environmentLanguage(
  env: Readonly<Record<string, string | undefined>>,
  system: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || system
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en'
}

/** `--lang` as it stands in the arguments: mistakes in the arguments themselves are told in this language too. */
export function requestedLanguage(argv: readonly string[]): Language | undefined {
  for (const [index, word] of argv.entries()) {
    const value = word === '--lang' ? argv[index + 1] : word.startsWith('--lang=') ? word.slice(7) : undefined
    if (isLanguage(value)) return value
    if (word === '--') return undefined
  }
  return undefined
}
