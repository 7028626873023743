/**
 * HTML that is escaped by construction: a template puts strings in as text and only markup made here as markup.
 * Texts of documents are hostile; nothing else in this folder may join strings to markup but `text.ts`, which
 * escapes by `escapeText`.
 */
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand between tags and in quoted attributes. Characters that HTML forbids become �. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'\p{Cc}\p{Cs}\ufdd0-\ufdef\ufffe\uffff]/gu, (character) => {
    return entities[character] ?? (/[\t\n\r\f]/.test(character) ? character : '\ufffd')
  })
}

declare const markup: unique symbol

/** Markup that is safe to put into a page as it is. */
export interface Html {
  readonly text: string
  readonly [markup]?: true
}

type HtmlValue = Html | string | number | null | readonly (Html | null)[]

/** Markup that the caller vouches for. */
export function trusted(text: string): Html {
  return { text }
}

function textOf(value: HtmlValue): string {
  if (value === null) return ''
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'number') return String(value)
  if ('text' in value) return value.text
  return value.map(textOf).join('')
}

/** A value right behind `=`: quoted, unless it is a plain word that needs no quotes. */
function attributeOf(value: HtmlValue): string {
  const text = textOf(value)
  return /^[\w.-]+$/.test(text) ? text : `"${text}"`
}

/**
 * Markup from a template: strings are escaped, markup and lists of it are put in as they are, null is nothing. Values
 * of attributes without quotes get them.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0]!
  values.forEach((value, index) => {
    text += strings[index]!.endsWith('=') ? attributeOf(value) : textOf(value)
    text += strings[index + 1]!
  })
  return { text }
}

/** A value as JSON inside a script element: no text in it can end the element. */
export function embedJson(value: unknown): Html {
  const json = JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })
  return { text: json }
}
