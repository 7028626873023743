/**
 * Pairs that consist of other pairs: 农产品 → 农产物 is 产品 → 产物 with a character before it; 土壤污染 → 泥土净化 is two pairs in a
 * row. A lexicon may list them; a tool's table that holds the parts need not.
 */

interface Sides {
  readonly standard: string
  readonly spun: string
}

/** Whether the pair consists of given pairs and of characters that both sides share; `holds` tells the given ones. */
export function isComposite({ standard, spun }: Sides, holds: (sides: Sides) => boolean): boolean {
  return composes(standard, spun, holds, { standard, spun })
}

function composes(standard: string, spun: string, holds: (sides: Sides) => boolean, whole: Sides): boolean {
  if (standard === spun) return standard !== whole.standard
  if (standard === '' || spun === '') return false
  if (standard[0] === spun[0] && composes(standard.slice(1), spun.slice(1), holds, whole)) return true
  // The parts are words: single characters make up too much.
  for (let from = 2; from <= standard.length; from++) {
    for (let to = 1; to <= spun.length; to++) {
      if (from === whole.standard.length && to === whole.spun.length) continue
      if (!holds({ standard: standard.slice(0, from), spun: spun.slice(0, to) })) continue
      if (composes(standard.slice(from), spun.slice(to), holds, whole)) return true
    }
  }
  return false
}
