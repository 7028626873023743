/** Elements that the script makes. Invariant: texts go in as text, never as markup. */
import type { ClientWords } from '../writers/page/client-data.js'

/** An element with a text and a class; neither where they are empty. */
export function make(name: string, text = '', kind = ''): HTMLElement {
  const element = document.createElement(name)
  if (text !== '') element.textContent = text
  if (kind !== '') element.className = kind
  return element
}

/** A piece of the document's text; white space, which cannot be seen, by its name. */
export function pieceOfText(text: string, words: ClientWords): HTMLElement {
  if (text.trim() === '') {
    return make('small', text === '' ? words.nothing : /[\r\n]/.test(text) ? words.lineBreak : words.space)
  }
  const element = make('span', text)
  element.lang = 'zh'
  return element
}

/** A list of names with their values; names without values are left out. */
export function definitions(
  entries: readonly (readonly [name: string, values: readonly (string | Node)[]])[],
) {
  const list = make('dl')
  for (const [name, values] of entries) {
    if (values.length === 0) continue
    list.append(make('dt', name))
    for (const value of values) {
      const item = make('dd')
      item.append(value)
      list.append(item)
    }
  }
  return list
}
