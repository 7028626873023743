/** In which order cases are tried: of every number one of each kind, so that a run that is stopped has tried all alike. */
import { type Case, type Kind, kinds } from '../../tests/fuzz/cases.js'

export interface Turn {
  readonly kind: Kind
  /** Of the kind. */
  readonly number: number
}

/** The kinds whose name holds the text, each as often as it has its turn. */
export function turnsOf(format: string): Kind[] {
  return kinds
    .filter(({ name }) => name.includes(format))
    .flatMap((kind) => Array.from({ length: kind.share }, () => kind))
}

/** The turn at a place of the order that begins with a number. */
export function turnAt(turns: readonly Kind[], seed: number, place: number): Turn {
  const slot = place % turns.length
  const kind = turns[slot]!
  const round = seed + Math.floor(place / turns.length)
  return { kind, number: round * kind.share + (slot - turns.indexOf(kind)) }
}

export const caseOf = ({ kind, number }: Turn): Case => kind.make(number)
