/**
 * Draws the lines that are broken: each line that can be broken is as likely as any other, so a folder takes part by its
 * lines of code. Invariant: the same seed on the same tree draws the same lines and breaks them in the same way.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../../tests/repo/source.js'
import { seededRandom } from '../../tests/support/random.js'
import { root } from '../tables.js'
import type { Mutation } from './mutations.js'
import { applyMutation, findMutations, pickMutation } from './mutations.js'

export interface Mutant {
  /** The folder of `src`, whose tests are those of the same name. */
  readonly folder: string
  /** From the root. */
  readonly path: string
  readonly line: number
  /** The line as it is, and as the mutant has it. */
  readonly before: string
  readonly after: string
  /** The whole file with the mutation in it. */
  readonly text: string
}

const lineAt = (text: string, line: number) => text.split('\n')[line - 1]!.trim()

/** A mutation that takes several lines shows what begins on its own line. */
function mutantOf(folder: string, path: string, source: string, mutation: Mutation): Mutant {
  const text = applyMutation(source, mutation)
  const { line } = mutation
  return { folder, path, line, before: lineAt(source, line), after: lineAt(text, line), text }
}

/** A random one of the items, taken out of their list. */
function takeOne<T>(items: T[], random: () => number): T {
  return items.splice(Math.floor(random() * items.length), 1)[0]!
}

/** Mutants of lines of these folders of `src`, no two of one line; fewer where there are not so many lines. */
export function drawMutants(folders: readonly string[], count: number, seed: number): Mutant[] {
  const random = seededRandom(seed)
  const lines = folders.flatMap((folder) =>
    filesUnder(`src/${folder}`).flatMap(({ path, text }) => {
      const byLine = new Map<number, Mutation[]>()
      for (const found of findMutations(text))
        byLine.set(found.line, [...(byLine.get(found.line) ?? []), found])
      return [...byLine.values()].map((mutations) => ({ folder, path, mutations }))
    }),
  )
  const mutants: Mutant[] = []
  while (mutants.length < count && lines.length > 0) {
    const { folder, path, mutations } = takeOne(lines, random)
    const source = readFileSync(join(root, path), 'utf8')
    const mutation = pickMutation(source, mutations, random)
    if (mutation !== undefined) mutants.push(mutantOf(folder, path, source, mutation))
  }
  return mutants
}
