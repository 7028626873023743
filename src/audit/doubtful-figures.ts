/**
 * What the recognition of a figure says against it: a digit that is not sure or may have been overlooked, digits of two
 * boxes of which a point at the end of the one or the start of the other may be missing, a page that is read badly.
 */
import type { ExtractedDocument } from '../model/document.js'
import type { Fact } from '../model/fact.js'
import type { RecognisedCharacter, Recognition } from '../model/recognition.js'
import type { Doubt } from './separators.js'
import { isSeparator, isToldByForm } from './separators.js'

/** A digit that is less sure than this is doubtful; one that is less sure than that is worth a note. */
const doubtful = 0.9
const noted = 0.98
/**
 * Mean confidence of a page below which no figure of it is past doubt: where strokes are missing in the print, what is left
 * of a 4 is a good 1.
 */
const badlyRead = 0.985
/** So many characters of it are doubtful: of a few lines, one alone would make a low mean. */
const fewestDoubtful = 5

const digit = /[0-9０-９]/

/** A character, and its line among all. */
interface Read {
  readonly character: RecognisedCharacter
  readonly line: number
  readonly page: number
}

const readCharacters = ({ lines }: Recognition): Read[] =>
  lines.flatMap(({ characters, page }, line) => characters.map((character) => ({ character, line, page })))

/** Mean confidence of the pages that are read badly, by their numbers. */
function badPages({ pages }: Recognition, read: readonly Read[]): ReadonlyMap<number, number> {
  const low = pages.flatMap(({ page, confidence }) =>
    confidence !== null && confidence < badlyRead ? [[page, confidence] as const] : [],
  )
  const unsure = read.filter(({ character }) => character.confidence < doubtful)
  return new Map(
    low.filter(([number]) => unsure.filter(({ page }) => page === number).length >= fewestDoubtful),
  )
}

/** What the confidence of the digits of a figure, and of the separators that nothing else tells, says. */
function doubtOfDigits(
  fact: Fact,
  read: readonly Read[],
  text: string,
  told: ReadonlySet<number>,
): Doubt | undefined {
  const meant = read
    .map(({ character }) => character)
    .filter(
      ({ start, end, rivals }) =>
        digit.test(text.slice(start, end)) ||
        (isSeparator(text, start) && !told.has(start) && !isToldByForm(text, start, rivals)),
    )
  const weakest = meant.reduce<RecognisedCharacter | undefined>(
    (least, one) => (least === undefined || one.confidence < least.confidence ? one : least),
    undefined,
  )
  if (weakest === undefined || weakest.confidence >= noted) return undefined
  const printed = text.slice(weakest.start, weakest.end)
  const rival = weakest.rivals[0]?.text
  return {
    severity: weakest.confidence < doubtful ? 'warning' : 'info',
    code: rival === undefined ? 'doubtful-digit' : 'doubtful-digit-rival',
    expression: fact.text,
    facts: [fact.id],
    parameters: {
      printed,
      confidence: weakest.confidence.toFixed(2),
      ...(rival !== undefined && { rival }),
    },
  }
}

/** A digit before the figure, in it or behind it, that nearly was read. */
function doubtOfMissed(fact: Fact, read: readonly Read[], next: Read | undefined): Doubt | undefined {
  const behind = next !== undefined && next.line === read.at(-1)?.line ? [next] : []
  const [missed] = [...read, ...behind].flatMap(({ character }) =>
    character.missed.filter((rival) => digit.test(rival.text)),
  )
  if (missed === undefined) return undefined
  return {
    severity: 'warning',
    code: 'missed-digit',
    expression: fact.text,
    facts: [fact.id],
    parameters: { rival: missed.text, confidence: missed.confidence.toFixed(2) },
  }
}

/** 44 at the end of a line and 8% at the start of the next are 448%, or 44.8% with a point that was overlooked. */
function doubtOfJoint(fact: Fact, read: readonly Read[], text: string): Doubt | undefined {
  const isDigit = ({ character }: Read) => digit.test(text.slice(character.start, character.end))
  const at = read.findIndex((two, index) => {
    const one = read[index - 1]
    const isJoint = one !== undefined && one.line !== two.line && one.character.end === two.character.start
    return isJoint && isDigit(one) && isDigit(two)
  })
  if (at < 0) return undefined
  const joint = read[at]!.character.start
  const before = /[0-9０-９.,]{1,24}$/.exec(text.slice(fact.start, joint))?.[0] ?? ''
  const behind = /^[0-9０-９.,]{1,24}/.exec(text.slice(joint, fact.end))?.[0] ?? ''
  return {
    severity: 'warning',
    code: 'joined-figure',
    expression: fact.text,
    facts: [fact.id],
    parameters: { before, behind },
  }
}

function doubtOfPage(fact: Fact, read: readonly Read[], bad: ReadonlyMap<number, number>): Doubt | undefined {
  const confidence = read.map(({ page }) => bad.get(page)).find((known) => known !== undefined)
  if (confidence === undefined) return undefined
  return {
    severity: 'info',
    code: 'figure-of-doubtful-page',
    expression: fact.text,
    facts: [fact.id],
    parameters: { confidence: confidence.toFixed(2) },
  }
}

/** What is doubtful about each figure: what its characters say, or else its page. `told`: separators that are sure. */
export function doubtsOfFigures(
  { facts, text }: ExtractedDocument,
  recognition: Recognition,
  told: ReadonlySet<number>,
): Doubt[] {
  const characters = readCharacters(recognition)
  const bad = badPages(recognition, characters)
  let next = 0
  // Facts and characters are in order.
  return facts.flatMap((fact) => {
    while (next < characters.length && characters[next]!.character.end <= fact.start) next++
    let after = next
    while (after < characters.length && characters[after]!.character.start < fact.end) after++
    const own = characters.slice(next, after)
    const doubts = [
      doubtOfDigits(fact, own, text, told),
      doubtOfMissed(fact, own, characters[after]),
      doubtOfJoint(fact, own, text),
    ].filter((doubt) => doubt !== undefined)
    if (doubts.length > 0) return doubts
    return doubtOfPage(fact, own, bad) ?? []
  })
}
