/**
 * Folders of short documents: pieces of spun texts alone, the same beside pieces of clean ones, and clean ones alone. Each
 * is repaired twice, document by document and with the proof of its folder, so that the gain of the pool is seen, and
 * that no clean document pays for it.
 */
import { findPassages } from '../../src/repair/detect/passages.js'
import { seededRandom } from '../../tests/support/random.js'
import { hanOf } from './clean-kinds.js'
import { undo } from './made-sets.js'
import type { Seen, SeeOptions } from './read-and-repair.js'
import { seeAll } from './read-and-repair.js'
import type { EvaluationText } from './sets.js'
import { appliedSwaps, isFound, scoreOfSwaps } from './spun-kinds.js'
import { formatTable } from './table.js'

/** Characters of a piece, at least and at most. */
const shortest = 80
const longest = 400
/** Documents of a folder that are cut from spun texts, and from clean ones. */
const size = 40
/** Folders that are made of one set. */
const folders = 3

/** Pieces of a text by the ends of its passages, of lengths drawn between the limits; each with its own gold. */
export function cutPieces(text: EvaluationText, random: () => number): EvaluationText[] {
  const pieces: EvaluationText[] = []
  const draw = () => shortest + (longest - shortest) * random()
  let start: number | undefined
  let wanted = draw()
  for (const passage of findPassages(text.text)) {
    start ??= passage.start
    if (passage.end - start < wanted) continue
    const piece = pieceOf(text, start, passage.end, pieces.length)
    if (piece.text.length <= longest && hanOf(piece.text) >= shortest / 2) pieces.push(piece)
    start = undefined
    wanted = draw()
  }
  return pieces
}

function pieceOf(text: EvaluationText, start: number, end: number, index: number): EvaluationText {
  const gold = text.gold
    .filter((edit) => edit.start >= start && edit.end <= end)
    .map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }))
  const own = text.text.slice(start, end)
  return { ...text, name: `${text.name}-${index}`, text: own, original: undo(own, gold), gold }
}

/** Folders of pieces drawn by the seed, each of as many texts as there are; of spun texts those that hold a swap. */
export function drawFolders(
  texts: readonly EvaluationText[],
  isSpun: boolean,
  seed: number,
): EvaluationText[][] {
  const random = seededRandom(seed)
  const pieces = texts
    .flatMap((text) => cutPieces(text, random))
    .filter(({ gold }) => !isSpun || gold.some(({ kind }) => kind === 'swap'))
    .map((piece) => ({ piece, rank: random() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ piece }) => piece)
  const whole = Array.from({ length: folders }, (_, index) => pieces.slice(index * size, (index + 1) * size))
  return whole.filter((folder) => folder.length === size)
}

/** What is counted of the documents of folders, processed alone or with the proof of their folder. */
function cellsOf(seen: readonly Seen[]): { spun: string[]; clean: string[] } {
  const spun = seen.filter(({ text }) => text.gold.length > 0)
  const clean = seen.filter(({ text }) => text.gold.length === 0)
  const touched = clean.filter((one) => isFound(one) || appliedSwaps(one).length > 0)
  return {
    spun: spun.length === 0 ? ['', ''] : [String(spun.filter(isFound).length), scoreOfSwaps(spun)],
    clean: clean.length === 0 ? [''] : [String(touched.length)],
  }
}

async function rowOf(
  name: string,
  made: readonly (readonly EvaluationText[])[],
  options: SeeOptions,
): Promise<string[]> {
  const alone: Seen[] = []
  const pooled: Seen[] = []
  for (const folder of made) {
    alone.push(...(await seeAll(folder, options)))
    pooled.push(...(await seeAll(folder, { ...options, isPooled: true })))
  }
  const [before, after] = [cellsOf(alone), cellsOf(pooled)]
  const count = (isSpun: boolean) => alone.filter(({ text }) => text.gold.length > 0 === isSpun).length
  return [
    name,
    String(count(true)),
    ...before.spun,
    ...after.spun,
    String(count(false)),
    ...before.clean,
    ...after.clean,
  ]
}

/**
 * A row a set of spun texts, alone and beside clean pieces, and a row a set of clean ones: how many documents are found
 * spun, precision and recall of what is applied, and how many clean documents are changed or called spun.
 */
export async function formatFolders(
  spun: ReadonlyMap<string, readonly EvaluationText[]>,
  clean: ReadonlyMap<string, readonly EvaluationText[]>,
  seed: number,
  options: SeeOptions,
): Promise<string> {
  const rows: string[][] = []
  const all = drawFolders([...clean.values()].flat(), false, seed)
  for (const [name, texts] of spun) {
    const made = drawFolders(texts, true, seed)
    rows.push(await rowOf(name, made, options))
    const mixed = made.map((folder, index) => [...folder, ...(all[index] ?? [])])
    rows.push(await rowOf(`${name} and clean ones`, mixed, options))
  }
  for (const [name, texts] of clean) rows.push(await rowOf(name, drawFolders(texts, false, seed), options))
  return formatTable(
    [
      'folders of',
      'spun documents',
      'found alone',
      'P / R alone',
      'found in the folder',
      'P / R in the folder',
      'clean documents',
      'touched alone',
      'touched in the folder',
    ],
    rows,
  )
}
