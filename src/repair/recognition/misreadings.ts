/**
 * What a scan was misread as: the rivals of doubtful characters, and those that may have been overlooked, are weighed by
 * the language model against what was read. Words are mended, figures never: nothing changes that is a number, stands in
 * one or belongs to its unit, for the model has one symbol for all figures and could not tell them apart.
 * Invariant: no change touches a figure; changes are in order and disjoint.
 */

import type { LanguageModel } from '../../lm/query.js'
import type { Undecided } from '../../model/correction.js'
import { append } from '../../model/lists.js'
import type { RecognisedCharacter, Recognition, Rival } from '../../model/recognition.js'
import { spanOf } from '../../model/span.js'
import { foldText } from '../../resources/script.js'
import { isFrozen } from './frozen.js'
import type { Paragraph } from './paragraph.js'
import { paragraphOf, weigh } from './paragraph.js'

/** How much the language model counts beside the picture; chosen on pages that are not reported. */
const modelWeight = 0.3
/** Changes change what stands beside others: how often all are looked at. */
const mostRounds = 3
/** Changes that are less likely than this are not even told. */
const leastConfidence = 0.7
/** A chance of nothing, as the recognition gives it. */
const leastChance = 1e-4

/** What may stand in the place of a character, or before it where `isMissed`. */
interface Choice {
  readonly rival: Rival
  readonly isMissed: boolean
  /** ln of its chance by the picture, over that of what was read. */
  readonly seen: number
}

function choicesOf(character: RecognisedCharacter, text: string): Choice[] {
  const own = Math.max(character.confidence, leastChance)
  const rivals = character.rivals.map((rival) => ({
    rival,
    isMissed: false,
    seen: Math.log(Math.max(rival.confidence, leastChance) / own),
  }))
  const missed = character.missed.map((rival) => ({
    rival,
    isMissed: true,
    seen: Math.log(rival.confidence / Math.max(1 - rival.confidence, leastChance)),
  }))
  const { start, end } = character
  return [...rivals, ...missed].filter(
    ({ rival, isMissed }) =>
      rival.text.length === 1 &&
      rival.text.trim() !== '' &&
      !isFrozen(text, start, isMissed ? start : end, rival.text),
  )
}

interface Weighed extends Choice {
  /** What the language model has for it, in nats. */
  readonly context: number
  readonly confidence: number
}

const symbolOf = (model: LanguageModel, { text }: Rival) =>
  model.symbols.ofUnit[foldText(text).charCodeAt(0)]!
const sigmoid = (odds: number) => 1 / (1 + Math.exp(-odds))

/** The likeliest choice for a character; undefined where it should stay. */
function bestChoice(
  model: LanguageModel,
  paragraph: Paragraph,
  at: number,
  choices: readonly Choice[],
): Weighed | undefined {
  let best: Weighed | undefined
  for (const choice of choices) {
    const context = weigh(model, paragraph, at, symbolOf(model, choice.rival), choice.isMissed)
    const confidence = sigmoid(choice.seen + modelWeight * context)
    if (best === undefined || confidence > best.confidence) best = { ...choice, context, confidence }
  }
  return best !== undefined && best.confidence >= leastConfidence ? best : undefined
}

function correctionOf(character: RecognisedCharacter, text: string, chosen: Weighed): Undecided {
  const { start } = character
  const end = chosen.isMissed ? start : character.end
  const others = character.rivals.filter((rival) => rival !== chosen.rival)
  return {
    actual: text.slice(start, end),
    replacement: chosen.rival.text,
    confidence: chosen.confidence,
    kind: 'recognition',
    traits: [],
    alternatives: chosen.isMissed
      ? []
      : others.map((rival) => ({ text: rival.text, confidence: rival.confidence })),
    evidence: [
      { kind: 'shape', code: chosen.isMissed ? 'overlooked' : 'rival', value: chosen.seen },
      { kind: 'context', code: 'language-model', value: chosen.context },
    ],
    ...spanOf<'source'>(start, end),
  }
}

/** A character with what may stand in its place, or before it. */
interface Doubtful {
  readonly character: RecognisedCharacter
  readonly at: number
  readonly choices: readonly Choice[]
}

function doubtfulOf(
  paragraph: Paragraph,
  characters: readonly RecognisedCharacter[],
  text: string,
  start: number,
): Doubtful[] {
  return characters.flatMap((character) => {
    const choices = choicesOf(character, text)
    const at = choices.length === 0 ? undefined : paragraph.symbolAt(character.start - start)
    return at === undefined ? [] : [{ character, at, choices }]
  })
}

/** What stands in the place of characters, until nothing changes any more; the paragraph has it then. */
function replace(
  model: LanguageModel,
  paragraph: Paragraph,
  doubtful: readonly Doubtful[],
): Map<Doubtful, Weighed> {
  const chosen = new Map<Doubtful, Weighed>()
  for (let round = 0; round < mostRounds; round++) {
    let isChanged = false
    for (const one of doubtful) {
      paragraph.restore(one.at)
      const rivals = one.choices.filter(({ isMissed }) => !isMissed)
      const best = bestChoice(model, paragraph, one.at, rivals)
      isChanged ||= best?.rival !== chosen.get(one)?.rival
      if (best === undefined) chosen.delete(one)
      else {
        chosen.set(one, best)
        paragraph.set(one.at, symbolOf(model, best.rival))
      }
    }
    if (!isChanged) break
  }
  return chosen
}

/** The changes of one paragraph: first what was misread, then, as it reads now, what was overlooked. */
function mendParagraph(
  model: LanguageModel,
  text: string,
  start: number,
  end: number,
  characters: readonly RecognisedCharacter[],
): Undecided[] {
  if (characters.every(({ rivals, missed }) => rivals.length + missed.length === 0)) return []
  const paragraph = paragraphOf(model, foldText(text.slice(start, end)))
  const doubtful = doubtfulOf(paragraph, characters, text, start)
  const replaced = replace(model, paragraph, doubtful)
  return doubtful.flatMap((one) => {
    const missed = one.choices.filter(({ isMissed }) => isMissed)
    const changes = [bestChoice(model, paragraph, one.at, missed), replaced.get(one)]
    return changes.flatMap((change) =>
      change === undefined ? [] : [correctionOf(one.character, text, change)],
    )
  })
}

/** Lines and cells: the model reads nothing over their ends. */
const borders = /[^\n\t]+/g

/** The changes of a text that was recognised, in order. */
export function findMisreadings(model: LanguageModel, text: string, { lines }: Recognition): Undecided[] {
  const characters = lines.flatMap((line) => line.characters)
  const found: Undecided[] = []
  let next = 0
  for (const { index: start, 0: paragraph } of text.matchAll(borders)) {
    const end = start + paragraph.length
    while (next < characters.length && characters[next]!.start < start) next++
    const first = next
    while (next < characters.length && characters[next]!.start < end) next++
    append(found, mendParagraph(model, text, start, end, characters.slice(first, next)))
  }
  return found
}
