/**
 * PowerPoint presentations since 2007: the slides that are shown, in their order, each as a page; what the speaker notes
 * stands behind them. Pictures, charts and macros are left alone.
 */
import { ProcessingError } from '../model/message.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import { textOf } from './drawing.js'
import { mainPartOf } from './office-package.js'
import type { DrawnSlides } from './slides/presentation.js'

const mediaType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation'
/** Parts that can hold text of slides. */
const wanted = /^ppt\/(?:[^/]+|(?:slides|notesSlides|_rels)\/.*)\.(xml|rels)$/i

export const reader: Reader = {
  id: 'pptx',
  mediaTypes: [mediaType],
  extensions: ['.pptx', '.pptm', '.ppsx', '.potx'],
  recognises: (bytes) => mainPartOf(bytes)?.kind === 'powerpoint',
  async *read(bytes, context) {
    const [{ unpack }, { drawPresentation }] = await Promise.all([
      import('./archive.js'),
      import('./slides/presentation.js'),
    ])
    const main = mainPartOf(bytes)!.name
    const parts = unpack(bytes, context.maxBytes, (name) => wanted.test(name) || name === main)
    let drawn: DrawnSlides
    try {
      drawn = drawPresentation(parts, main)
    } catch (cause) {
      throw cause instanceof ProcessingError ? cause : new ProcessingError('damaged-file', { format: 'pptx' })
    }
    const { drawing, pageStarts } = drawn
    yield documentOf(bytes, context, {
      text: textOf(drawing),
      mediaType,
      stated: drawing.stated,
      pageStarts,
    })
  },
}
