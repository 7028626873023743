/**
 * Characters from what the recognition model says of each step along a line: connectionist temporal classification, best
 * path (Graves et al. 2006). Class 0 is the blank, and equal classes in a row are one character.
 */
import type { Rival } from './contract.js'

/** What the model gives: for each of `steps`, the chance of each of `classes`. */
export interface Chances {
  readonly values: Float32Array
  readonly steps: number
  readonly classes: number
}

export interface DecodedCharacter {
  readonly text: string
  readonly confidence: number
  /** Steps that show it, the last one inclusive. */
  readonly first: number
  readonly last: number
  readonly rivals: readonly Rival[]
}

export interface DecodedGap extends Rival {
  readonly after: number
}

export interface Decoded {
  readonly characters: readonly DecodedCharacter[]
  readonly gaps: readonly DecodedGap[]
}

/** Surer characters have no rivals to tell of. */
export const sure = 0.98
const mostRivals = 4
const leastRival = 0.0005
/** The least chance of a character beside that of a blank, to be told as a gap. */
const leastGap = 0.02

const rounded = (value: number) => Math.round(value * 10_000) / 10_000

/** The likeliest character of a step, which is no blank. */
function likeliest({ values, classes }: Chances, step: number): number {
  const offset = step * classes
  let best = 1
  let most = values[offset + 1]!
  for (let at = 2; at < classes; at++) {
    const chance = values[offset + at]!
    if (chance > most) {
      most = chance
      best = at
    }
  }
  return best
}

interface Run {
  readonly symbol: number
  readonly first: number
  last: number
  confidence: number
}

/** A sign without its width: the model knows both commas, and which of them it is says nothing. A raised 2 is no 2. */
const meaningOf = (text: string) => (/^[！-～]$/.test(text) ? text.normalize('NFKC') : text)

/** What else a run may be, and how sure its meaning is: the same sign in another width is no rival. */
function weigh(
  { values, classes }: Chances,
  run: Run,
  alphabet: readonly string[],
): { readonly confidence: number; readonly rivals: Rival[] } {
  const own = meaningOf(alphabet[run.symbol] ?? '')
  const found = new Map<number, number>()
  let confidence = run.confidence
  for (let step = run.first; step <= run.last; step++) {
    let sure = values[step * classes + run.symbol]!
    for (let symbol = 1; symbol < classes; symbol++) {
      const chance = values[step * classes + symbol]!
      if (symbol === run.symbol || chance <= leastRival) continue
      if (meaningOf(alphabet[symbol] ?? '') === own) sure += chance
      else if (chance > (found.get(symbol) ?? 0)) found.set(symbol, chance)
    }
    confidence = Math.max(confidence, sure)
  }
  const rivals = [...found]
    .sort((one, two) => two[1] - one[1])
    .slice(0, mostRivals)
    .map(([symbol, chance]) => ({ text: alphabet[symbol] ?? '', confidence: rounded(chance) }))
  return { confidence, rivals }
}

interface Blank {
  readonly step: number
  readonly after: number
  /** The likeliest character there, all the same, and its chance. */
  readonly symbol: number
  readonly chance: number
}

function gapsOf(blanks: readonly Blank[], runs: readonly Run[], alphabet: readonly string[]): DecodedGap[] {
  const isShown = (step: number, symbol: number) =>
    runs.some((run) => run.symbol === symbol && step >= run.first - 1 && step <= run.last + 1)
  return blanks.flatMap(({ step, after, symbol, chance }) => {
    if (chance < leastGap || isShown(step, symbol)) return []
    return [{ text: alphabet[symbol] ?? '', confidence: rounded(chance), after }]
  })
}

/** Reads a line. `alphabet` has the character of each class. */
export function decode(chances: Chances, alphabet: readonly string[]): Decoded {
  const runs: Run[] = []
  const blanks: Blank[] = []
  let previous = 0
  for (let step = 0; step < chances.steps; step++) {
    const symbol = likeliest(chances, step)
    const confidence = chances.values[step * chances.classes + symbol]!
    const isBlank = chances.values[step * chances.classes]! >= confidence
    const run = runs.at(-1)
    if (isBlank) blanks.push({ step, after: runs.length, symbol, chance: confidence })
    else if (symbol === previous) {
      run!.last = step
      run!.confidence = Math.max(run!.confidence, confidence)
    } else runs.push({ symbol, first: step, last: step, confidence })
    previous = isBlank ? 0 : symbol
  }
  const characters = runs.map((run) => {
    const { confidence, rivals } =
      run.confidence < sure ? weigh(chances, run, alphabet) : { confidence: run.confidence, rivals: [] }
    return {
      text: alphabet[run.symbol] ?? '',
      confidence: rounded(confidence),
      first: run.first,
      last: run.last,
      rivals: confidence < sure ? rivals : [],
    }
  })
  return { characters, gaps: gapsOf(blanks, runs, alphabet) }
}
