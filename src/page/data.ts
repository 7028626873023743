/** What the page carries for its script, as JSON in elements of its own: words once, what marks mean once a document. */
import type { ClientWords, DocumentNotes } from '../writers/page/client-data.js'

function embedded<Data>(element: Element | null): Data | undefined {
  const json = element?.textContent ?? ''
  return json === '' ? undefined : (JSON.parse(json) as Data)
}

/** The words of the page's language. */
export function pageWords(page: ParentNode): ClientWords | undefined {
  return embedded(page.querySelector('#words'))
}

/** What the marks of one document's text mean. */
export function documentNotes(text: Element): DocumentNotes | undefined {
  return embedded(text.querySelector('.notes'))
}
