/** Reads pictures of pages: what `huanyuan` imports where this package is installed beside it. */
import type { Recogniser, RecogniserOptions } from './contract.js'
import { pdfPictures } from './files/pdf-file.js'
import { picturesOf } from './files/picture-file.js'
import { loadModels } from './models.js'
import { readPage } from './page.js'
import { loadEngine } from './runtime.js'

export type * from './contract.js'
export { RecognitionError } from './contract.js'
export { showPages } from './show.js'

/** Loads the models, which takes seconds and some 450 MB: one recogniser a thread reads all its pages. */
export async function openRecogniser({ models: folder }: RecogniserOptions = {}): Promise<Recogniser> {
  const [models, engine] = await Promise.all([loadModels(folder), loadEngine()])
  const { alphabet, hash } = models
  const reader = {
    detection: await engine.open(models.detection),
    recognition: await engine.open(models.recognition),
    alphabet,
  }
  return {
    engine: engine.name,
    model: hash,
    async *readPicture(bytes, first = 1) {
      let page = first
      for await (const picture of picturesOf(bytes, first)) yield await readPage(reader, picture, page++)
    },
    async *readPdf(bytes, pages) {
      for await (const { number, picture } of pdfPictures(bytes, pages))
        yield await readPage(reader, picture, number)
    },
    async close() {
      await reader.detection.close()
      await reader.recognition.close()
    },
  }
}
