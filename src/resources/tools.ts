/**
 * Known substitution tools, one file each in `corpus/tools`: what it is called, how much of the texts spun by known
 * tools it made, and which pairs of our own lexicon its list holds. Nothing in the code names a tool.
 * Invariant: a tool holds no pair twice; each of its pairs is an entry of the lexicon (checked where they are joined).
 */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ProcessingError } from '../model/message.js'
import { corpusFiles } from './tsv.js'

export interface SpinnerTool {
  /** Base name of its file. */
  readonly id: string
  readonly name: { readonly en: string; readonly zh: string }
  /** Share of the texts that known tools made; only how shares stand to each other counts. */
  readonly share: number
  /** Standard word and spun form of each pair, with a blank between. */
  readonly pairs: readonly string[]
}

/** What a lexicon says of a tool: its pairs are entries, whose evidence names it. */
export type KnownTool = Omit<SpinnerTool, 'pairs'>

/** The key of a pair in a tool's list. */
export function toolPairKey(standard: string, spun: string): string {
  return `${standard} ${spun}`
}

function badTool(path: string, reason: string): ProcessingError {
  return new ProcessingError('bad-table', { path, line: 1, reason })
}

function parseTool(id: string, path: string): SpinnerTool {
  let content: Partial<SpinnerTool>
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as Partial<SpinnerTool>
  } catch (cause) {
    throw badTool(path, (cause as Error).message)
  }
  const { name, share, pairs } = content
  if (typeof name?.en !== 'string' || typeof name.zh !== 'string')
    throw badTool(path, 'name must hold en and zh')
  if (typeof share !== 'number' || !(share > 0)) throw badTool(path, 'share must be a positive number')
  if (!Array.isArray(pairs) || !pairs.every((pair) => typeof pair === 'string' && /^\S+ \S+$/.test(pair))) {
    throw badTool(path, 'pairs must be strings of two words with a blank between')
  }
  if (new Set(pairs).size < pairs.length) throw badTool(path, 'a pair stands twice')
  return { id, name, share, pairs }
}

/** Every file that `loadTools` reads. */
export function toolFiles(): string[] {
  return corpusFiles('tools', '.json')
}

/** The tools that ship, in the order of their ids. Throws ProcessingError where a file is no tool. */
export function loadTools(): SpinnerTool[] {
  return toolFiles().map((path) => parseTool(basename(path, '.json'), path))
}
