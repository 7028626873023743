/**
 * Patterns of the text that document-sharing sites put around a report, from `corpus/boilerplate` and users' tables.
 */
import { corpusPath, readTsv, tableError } from './tsv.js'

const columns = ['pattern', 'kind', 'example'] as const

export interface BoilerplatePattern {
  readonly pattern: RegExp
  readonly kind: string
  readonly example: string
}

export type BoilerplateTable = readonly BoilerplatePattern[]

function readPatterns(path: string): BoilerplatePattern[] {
  return readTsv(path, columns).map(({ line, cells: [pattern = '', kind = '', example = ''] }) => {
    try {
      return { pattern: new RegExp(pattern, 'i'), kind, example }
    } catch (cause) {
      throw tableError(path, line, (cause as Error).message)
    }
  })
}

/** Every file that `loadBoilerplate` reads. */
export const boilerplateFiles = (): readonly string[] => [corpusPath('boilerplate', 'sites.tsv')]

export function loadBoilerplate(): BoilerplateTable {
  return boilerplateFiles().flatMap(readPatterns)
}
