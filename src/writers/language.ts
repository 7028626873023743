/**
 * The languages that prose is made in, and how a message is filled in. Records never hold what is made here.
 */
import { en } from './messages.en.js'
import { zh } from './messages.zh.js'

export const languages = ['en', 'zh'] as const
export type Language = (typeof languages)[number]

export type Parameters = Readonly<Record<string, string | number>>

/** Puts parameters in the places `{name}` of a template; a place without a parameter stays as it is. */
export function fill(template: string, parameters: Parameters = {}): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (place, name: string) => String(parameters[name] ?? place))
}

export type MessageKey = keyof typeof en

const tables: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en, zh }

/** Parameters with the reason in words, where it is a code of the system: ENOSPC says that the disk is full. */
export function withReason(language: Language, parameters: Parameters = {}): Parameters {
  const words = (tables[language] as Readonly<Record<string, string>>)[`reason.${parameters.reason}`]
  return words === undefined ? parameters : { ...parameters, reason: words }
}

/** The sentence for a key of the message tables. */
export function say(language: Language, key: MessageKey, parameters?: Parameters): string {
  return fill(tables[language][key], withReason(language, parameters))
}

/**
 * The sentence for a code that comes with data, such as `message.empty-input`. A code that no table knows is shown
 * with its parameters: better than nothing, and a test sees to it that ours are all known.
 */
export function sayCode(
  language: Language,
  group: string,
  code: string,
  parameters: Parameters = {},
): string {
  const table: Readonly<Record<string, string>> = tables[language]
  // Some codes have a sentence of its own for each format.
  const template = table[`${group}.${code}.${parameters.format}`] ?? table[`${group}.${code}`]
  if (template !== undefined) return fill(template, withReason(language, parameters))
  const rest = Object.entries(parameters).map(([name, value]) => ` ${name}=${value}`)
  return code + rest.join('')
}
