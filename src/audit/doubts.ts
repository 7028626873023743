/**
 * Figures of a scan that may have been misread: digits that the recognition is not sure of, letters among digits, a point
 * where the rest of its column has commas, per cent where a rate is stated in per mille. No figure is changed; which one
 * would fit, sums tell.
 */
import type { ExtractedDocument } from '../model/document.js'
import type { Fact } from '../model/fact.js'
import type { RecognisedCharacter } from '../model/recognition.js'
import type { ClaimTable } from '../resources/claims.js'
import type { CheckDraft } from './contract.js'
import type { Doubt } from './separators.js'
import { isSeparator, pointsForCommas, separatorsOfColumns } from './separators.js'

/** A digit that is less sure than this is doubtful; one that is less sure than that is worth a note. */
const doubtful = 0.9
const noted = 0.98

const digit = /[0-9０-９]/
/** Letters and signs that a digit is read as, between digits or at one end of them. */
const letterInFigure =
  /(?<![A-Za-z0-9])(?:\d[\d,.]{0,24}[lIO!|][\d,.]{0,24}\d|[l!|]\d[\d,.]{0,24}|\d[\d,.]{0,24}[l!|])(?![A-Za-z0-9])/g

function draftOf({ severity, code, expression, facts, parameters }: Doubt): CheckDraft {
  return {
    state: 'unconfirmed',
    severity,
    code,
    expression,
    stated: null,
    computed: null,
    difference: null,
    solution: null,
    facts,
    ...(parameters && { parameters }),
  }
}

/** What the confidence of the digits of a figure, and of the separators that nothing else tells, says. */
function doubtOfDigits(
  fact: Fact,
  characters: readonly RecognisedCharacter[],
  text: string,
  told: ReadonlySet<number>,
): Doubt[] {
  const meant = characters.filter(
    ({ start, end }) => digit.test(text.slice(start, end)) || (isSeparator(text, start) && !told.has(start)),
  )
  const weakest = meant.reduce<RecognisedCharacter | undefined>(
    (least, one) => (least === undefined || one.confidence < least.confidence ? one : least),
    undefined,
  )
  if (weakest === undefined || weakest.confidence >= noted) return []
  const printed = text.slice(weakest.start, weakest.end)
  const rival = weakest.rivals[0]?.text
  return [
    {
      severity: weakest.confidence < doubtful ? 'warning' : 'info',
      code: rival === undefined ? 'doubtful-digit' : 'doubtful-digit-rival',
      expression: fact.text,
      facts: [fact.id],
      parameters: {
        printed,
        confidence: weakest.confidence.toFixed(2),
        ...(rival !== undefined && { rival }),
      },
    },
  ]
}

/** Facts with the characters that they were read from; both are in order. */
function eachFigure<T>(
  { facts, recognition }: ExtractedDocument,
  visit: (fact: Fact, characters: readonly RecognisedCharacter[]) => readonly T[],
): T[] {
  const characters = recognition!.lines.flatMap((line) => line.characters)
  let next = 0
  return facts.flatMap((fact) => {
    while (next < characters.length && characters[next]!.end <= fact.start) next++
    let after = next
    while (after < characters.length && characters[after]!.start < fact.end) after++
    return visit(fact, characters.slice(next, after))
  })
}

function lettersInFigures({ text, facts }: ExtractedDocument): Doubt[] {
  return [...text.matchAll(letterInFigure)].map(({ index, 0: printed }) => ({
    severity: 'warning',
    code: 'letter-in-figure',
    expression: printed,
    facts: facts
      .filter(({ start, end }) => start < index + printed.length && end > index)
      .map(({ id }) => id),
  }))
}

function ratesInPercent({ facts }: ExtractedDocument, claims: ClaimTable): Doubt[] {
  return facts
    .filter(
      ({ unit, indicator, role }) => unit === '%' && role !== 'change' && claims.says('per-mille', indicator),
    )
    .map(({ id, text }) => ({
      severity: 'warning',
      code: 'percent-for-per-mille',
      expression: text,
      facts: [id],
    }))
}

/** ‰ whose last ring was read as a figure or a letter of its own: 9.7%0. */
const tornPerMille = /\d[\d.]{0,24}%[0oO](?![0-9A-Za-z])/g

function tornSigns({ text, facts }: ExtractedDocument): Doubt[] {
  return [...text.matchAll(tornPerMille)].map(({ index, 0: printed }) => ({
    severity: 'warning',
    code: 'percent-for-per-mille',
    expression: printed,
    facts: facts
      .filter(({ start, end }) => start < index + printed.length - 1 && end > index)
      .map(({ id }) => id),
  }))
}

/** What is doubtful about the figures of a scan; nothing where the document is none. */
export function findDoubts(document: ExtractedDocument, claims: ClaimTable): CheckDraft[] {
  if (document.recognition === undefined) return []
  const told = separatorsOfColumns(document)
  const doubts = [
    ...lettersInFigures(document),
    ...tornSigns(document),
    ...pointsForCommas(document),
    ...ratesInPercent(document, claims),
    ...eachFigure(document, (fact, characters) => doubtOfDigits(fact, characters, document.text, told)),
  ]
  return doubts.map(draftOf)
}
