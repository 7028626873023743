/** The page of a document, or one page of several: a file that needs nothing else and opens in any browser. */
import type { TextWriter } from './contract.js'
import { documentPage, mostInOnePage, pageOfDocuments } from './page/page.js'

export const writer: TextWriter = {
  id: 'html',
  extension: () => '.html',
  controls: 'kept',
  write: (record, { language }) => documentPage(record, language),
  mostJoined: mostInOnePage,
  join({ language }) {
    const page = pageOfDocuments(language)
    return {
      add(record) {
        page.add(record)
        return ''
      },
      end: page.text,
    }
  },
}
