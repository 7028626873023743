/** The golden documents: the clean and the damaged text of every own report, as records of the whole pipeline. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listReports } from '../../measure/reports/files.js'
import { processDocument } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { root } from '../tables.js'
import { goldenText } from './lines.js'

export interface GoldenDocument {
  /** From the root, with slashes. */
  readonly input: string
  readonly golden: string
}

export function listGolden(): GoldenDocument[] {
  return listReports(join(root, 'corpus/reports')).flatMap((id) =>
    ['clean', 'damaged'].map((variant) => ({
      input: `corpus/reports/${id}/${variant}.txt`,
      golden: `tests/golden/${id}.${variant}.txt`,
    })),
  )
}

/** The golden text as it was accepted; empty where none was. */
export function acceptedText({ golden }: GoldenDocument): string {
  const path = join(root, golden)
  return existsSync(path) ? readFileSync(path, 'utf8') : ''
}

/** The golden text as the pipeline makes it now. */
export async function currentText({ input }: GoldenDocument, resources: Resources): Promise<string> {
  const texts: string[] = []
  for await (const record of processDocument(readFileSync(join(root, input)), { resources, path: input })) {
    texts.push(goldenText(record))
  }
  return texts.join('\n')
}
