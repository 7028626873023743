/**
 * What decisions teach of the tool that a collection went through: the pairs that people accepted, typed or rejected.
 * That a word is never to be changed, and what is said of facts and findings, teaches nothing of pairs.
 */
import type { Taught, TaughtPlace } from '../model/taught.js'
import { parseNumeral } from '../numerals/parse.js'
import { simplify } from '../resources/script.js'
import type { DecisionLog, WordDecision } from './decision.js'
import { standingDecisions } from './log.js'

/** A longer text that a person typed is a sentence put another way, and no word. */
const longestWord = 6

/** Words of Chinese characters alone. */
const word = /^\p{Script=Han}+$/u

const isTeaching = (decision: { readonly kind: string }): decision is WordDecision =>
  ['accept', 'alternative', 'own', 'reject'].includes(decision.kind)

interface Said {
  readonly accepted: TaughtPlace[]
  readonly rejected: TaughtPlace[]
}

/** 三百 that a person read as 二百 is a figure of one place, and no word. */
const isWord = (side: string) =>
  word.test(side) && side.length <= longestWord && parseNumeral(side) === undefined

/** What the decisions teach; pairs are in code-unit order. */
export function taughtBy(logs: readonly DecisionLog[]): Taught {
  const pairs = new Map<string, { standard: string; spun: string } & Said>()
  const documents = new Set<string>()
  for (const decision of logs.flatMap(standingDecisions)) {
    if (!isTeaching(decision)) continue
    const { text, before, after } = decision.anchor
    const [standard, spun] = [simplify(decision.replacement), simplify(text)]
    if (standard === spun || !isWord(standard) || !isWord(spun)) continue
    const key = `${standard}\t${spun}`
    const pair = pairs.get(key) ?? { standard, spun, accepted: [], rejected: [] }
    pairs.set(key, pair)
    const place = { before: simplify(before.slice(-1)), after: simplify(after.slice(0, 1)) }
    if (decision.kind === 'reject') pair.rejected.push(place)
    else {
      pair.accepted.push(place)
      documents.add(decision.document)
    }
  }
  const sorted = [...pairs].sort(([one], [two]) => (one < two ? -1 : 1))
  return { pairs: sorted.map(([, pair]) => pair), spun: documents }
}
