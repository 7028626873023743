/** The page of a document, or one page of several: a file that needs nothing else and opens in any browser. */
import type { TextWriter } from './contract.js'
import { documentPage, mostInOnePage, pageOfDocuments } from './page/page.js'

export const writer: TextWriter = {
  id: 'html',
  extension: () => '.html',
  controls: 'kept',
  showsPages: true,
  write: (record, { language }, pictures) =>
    documentPage(record, language, { ...(pictures && { pictures }) }),
  mostJoined: mostInOnePage,
  join({ language }) {
    const page = pageOfDocuments(language)
    return {
      add(record, pictures) {
        page.add(record, pictures)
        return ''
      },
      end: page.text,
    }
  },
}
