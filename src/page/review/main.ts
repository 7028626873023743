/**
 * The page of the review: a list of documents, or one of them, as the part of its address behind # says. Whatever is
 * decided is at the server before it is shown as saved, so a tab can be closed at any time.
 * Invariant: texts of documents go into the page as text, never as markup.
 */
import './review.css'
import type { ReviewWords } from '../../review/client-data.js'
import { DocumentView } from './document.js'
import { DocumentList } from './documents.js'
import { h, render } from './ui.js'

function show(root: HTMLElement, words: ReviewWords): void {
  const [, number, at] = /^#(\d+)(?:\/(\d+))?$/.exec(location.hash) ?? []
  if (number === undefined) render(h(DocumentList, { key: 'list', words }), root)
  else {
    const place = at === undefined ? -1 : Number(at)
    render(h(DocumentView, { key: location.hash, number: Number(number), at: place, words }), root)
  }
}

const root = document.getElementById('review')
const words = document.getElementById('words')
if (root !== null && words !== null) {
  const known = JSON.parse(words.textContent ?? '{}') as ReviewWords
  root.replaceChildren()
  addEventListener('hashchange', () => show(root, known))
  show(root, known)
}
