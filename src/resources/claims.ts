/**
 * What a text claims about its figures: by the cues that stand between them, by names that together are a whole, and
 * by indicators that bound each other (`corpus/claims`). What follows from them is the audit's matter.
 * Invariant: built once, never changed.
 */
import { type CueKind, type CueTable, loadCues } from './cues.js'
import { corpusPath, readTsv, tableError } from './tsv.js'

/** Two indicators of which the first cannot exceed the second. */
export interface Limit {
  readonly smaller: string
  readonly larger: string
}

export interface ClaimTable {
  /** Whether a text holds a cue of the kind, outside of the words in which that cue is not meant. */
  says(kind: CueKind, text: string): boolean
  /** Sets of names that together are the whole; the largest sets first. */
  readonly partitions: readonly (readonly string[])[]
  readonly limits: readonly Limit[]
}

const partitionsPath = () => corpusPath('claims', 'partitions.tsv')
const limitsPath = () => corpusPath('claims', 'limits.tsv')
/** Every file that `loadClaims` reads beside the cues. */
export const claimFiles = (): readonly string[] => [partitionsPath(), limitsPath()]

function readPartitions(): string[][] {
  const sets = readTsv(partitionsPath(), ['parts', 'example']).map(({ line, cells }) => {
    const names = cells[0]!.split(' ').filter((name) => name !== '')
    if (new Set(names).size < 2) throw tableError(partitionsPath(), line, 'a whole has at least two parts')
    return names
  })
  return sets.sort((a, b) => b.length - a.length)
}

function readLimits(): Limit[] {
  return readTsv(limitsPath(), ['smaller', 'larger', 'example']).map(({ line, cells }) => {
    const [smaller = '', larger = ''] = cells
    if (smaller === '' || larger === '') throw tableError(limitsPath(), line, 'both names must be given')
    return { smaller, larger }
  })
}

/** Reads the tables that ship. Throws ProcessingError where one says something that it must not. */
export function loadClaims(cues: CueTable = loadCues()): ClaimTable {
  return {
    says: (kind, text) => cues[kind].says(text),
    partitions: readPartitions(),
    limits: readLimits(),
  }
}
