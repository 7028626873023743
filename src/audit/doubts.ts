/**
 * Figures of a scan that may have been misread: digits that the recognition is not sure of or nearly read, figures over the
 * end of a line, all figures of a page that is read badly, letters among digits, a comma with nothing behind it, a point
 * where the rest of its column has commas, per cent where a rate is stated in per mille, a rate without a sign. No figure is
 * changed; which one would fit, sums tell.
 */
import type { ExtractedDocument } from '../model/document.js'
import type { Fact } from '../model/fact.js'
import type { ClaimTable } from '../resources/claims.js'
import type { CheckDraft } from './contract.js'
import { doubtsOfFigures } from './doubtful-figures.js'
import type { Doubt } from './separators.js'
import { pointsForCommas, separatorsOfColumns } from './separators.js'

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

/** A figure that ends with a comma at the end of its cell: what stood behind it was overlooked. */
const cutFigure = /^[+\-−－]?\d[\d,.，]{0,24}[,，]$/

function cutFigures({ text, facts, tables }: ExtractedDocument): Doubt[] {
  const cells = tables.flatMap((table) => table.cells)
  return cells.flatMap(({ start, end }) => {
    const printed = text.slice(start, end).trim()
    if (!cutFigure.test(printed)) return []
    const own = facts.filter((fact) => fact.start >= start && fact.end <= end)
    return [{ severity: 'warning', code: 'cut-figure', expression: printed, facts: own.map(({ id }) => id) }]
  })
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

/** A rate of a sentence without its sign: of 26.3% the last character is lost, or is a 0. A column has it in its head. */
function ratesWithoutSign({ facts, text }: ExtractedDocument, claims: ClaimTable): Doubt[] {
  const isBare = ({ unit, cell, start, end }: Fact) =>
    unit === '' && cell === null && text[start - 1] !== '%' && text[end] !== '%'
  return facts
    .filter((fact) => isBare(fact) && claims.says('rate', fact.indicator))
    .map(({ id, text }) => ({ severity: 'info', code: 'rate-without-sign', expression: text, facts: [id] }))
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
    ...cutFigures(document),
    ...tornSigns(document),
    ...pointsForCommas(document),
    ...ratesInPercent(document, claims),
    ...ratesWithoutSign(document, claims),
    ...doubtsOfFigures(document, document.recognition, told),
  ]
  return doubts.map(draftOf)
}
