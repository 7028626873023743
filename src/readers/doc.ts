/**
 * Word documents from 97 to 2003 ([MS-DOC]): the text as Word shows it, text boxes behind the paragraph that they are
 * anchored in, with its notes and what stands at the edges of its pages behind it.
 */
import { ProcessingError } from '../model/message.js'
import { isCompoundFile, openCompoundFile } from './compound-file.js'
import type { Reader } from './contract.js'
import { documentOf } from './document.js'
import type { Drawing } from './drawing.js'
import { newDrawing, textOf } from './drawing.js'

const mediaType = 'application/msword'

async function draw(bytes: Uint8Array): Promise<Drawing> {
  const file = openCompoundFile(bytes)
  if (file === undefined) throw new ProcessingError('damaged-file', { format: 'doc' })
  const [{ openWordFile }, { newStoryReader }, { readTextBoxes }, { headerStories }, flow] =
    await Promise.all([
      import('./word97/file.js'),
      import('./word97/story.js'),
      import('./word97/text-boxes.js'),
      import('./word97/headers.js'),
      import('./word/flow.js'),
    ])
  try {
    const word = openWordFile(file)
    const read = newStoryReader(word)
    const { main, footnotes, endnotes } = word.stories
    const drawing = newDrawing()
    const boxes = readTextBoxes(word).map(({ anchor, ...range }) => ({ anchor, flow: read(range) }))
    const anchored = boxes.flatMap(({ anchor, flow }) => (anchor === undefined ? [] : [{ anchor, flow }]))
    anchored.sort((one, other) => one.anchor - other.anchor)
    flow.drawFlow(drawing, read(main, anchored))
    for (const notes of [footnotes, endnotes]) flow.drawNotes(drawing, read(notes))
    for (const box of boxes) if (box.anchor === undefined) flow.drawFlow(drawing, box.flow)
    flow.drawEdges(
      drawing,
      headerStories(word).flatMap((range) => read(range)),
    )
    return drawing
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    throw new ProcessingError('damaged-file', { format: 'doc' })
  }
}

export const reader: Reader = {
  id: 'doc',
  mediaTypes: [mediaType],
  extensions: ['.doc', '.dot', '.wps'],
  recognises: isCompoundFile,
  async *read(bytes, context) {
    const drawing = await draw(bytes)
    yield documentOf(bytes, context, { text: textOf(drawing), mediaType, stated: drawing.stated })
  },
}
