/**
 * Findings, and corrections with what would mend them, as SARIF 2.1.0, which code hosts and editors show beside the
 * text. One log with one run, however many documents. Checks that hold are left out. Regions are lines and columns of
 * the text as it was read, and offsets in it; columns count UTF-16 code units.
 */
import { isFinding } from '../model/check.js'
import { append } from '../model/lists.js'
import { explanationOf, factLookup } from './checks.js'
import type { TextWriter, WriteContext } from './contract.js'
import { escapeControls } from './controls.js'
import type { Language } from './language.js'
import { say, sayCode } from './language.js'
import { placeAt } from './places.js'
import type { CorrectionRecord, DocumentRecord } from './schema.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** A result as SARIF has it, before the list of all rules is known. */
interface Result {
  readonly ruleId: string
  readonly [property: string]: unknown
}

interface Place {
  readonly start: number
  readonly end: number
}

/** A path as a URI reference: separators stay, everything else is escaped. */
function uriOf({ origin, id }: DocumentRecord): string {
  if (origin.path === null) return id
  return origin.path.split(/[\\/]/).map(encodeURIComponent).join('/')
}

function regionOf(record: DocumentRecord, { start, end }: Place) {
  const [first, last] = [placeAt(record, start), placeAt(record, end)]
  return {
    startLine: first.line,
    startColumn: first.column,
    endLine: last.line,
    endColumn: last.column,
    charOffset: start,
    charLength: end - start,
  }
}

function locationOf(record: DocumentRecord, place: Place) {
  const snippet = { text: record.source.text.slice(place.start, place.end) }
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(record) },
      region: { ...regionOf(record, place), snippet },
    },
  }
}

function findingsOf(record: DocumentRecord, language: Language): Result[] {
  const factsOf = factLookup(record)
  const findings = record.checks.filter(isFinding)
  return findings.map((check) => {
    const [first, ...others] = factsOf(check).map((fact) => ({
      ...locationOf(record, fact),
      message: { text: `${fact.indicator} ${fact.text}` },
    }))
    const document = { physicalLocation: { artifactLocation: { uri: uriOf(record) } } }
    return {
      ruleId: check.rule,
      level: levels[check.severity],
      message: { text: `${check.expression}  ${explanationOf(check, language)}` },
      locations: [first ?? document],
      ...(others.length > 0 && { relatedLocations: others.map((place, id) => ({ id, ...place })) }),
      partialFingerprints: { expression: `${check.rule} ${check.expression}` },
    }
  })
}

/** The rule of a correction is its kind; what is only suggested is a note. */
function correctionResult(record: DocumentRecord, correction: CorrectionRecord, language: Language): Result {
  const { actual, replacement, confidence, status, kind, start, end } = correction
  const deletedRegion = regionOf(record, { start, end })
  return {
    ruleId: kind,
    level: status === 'applied' ? 'warning' : 'note',
    message: {
      text: say(language, 'sarif.correction', { actual, replacement, confidence: confidence.toFixed(2) }),
    },
    locations: [locationOf(record, correction)],
    fixes: [
      {
        artifactChanges: [
          {
            artifactLocation: { uri: uriOf(record) },
            replacements: [{ deletedRegion, insertedContent: { text: replacement } }],
          },
        ],
      },
    ],
    partialFingerprints: { correction: `${kind} ${actual} ${replacement}` },
  }
}

/** The log of results. GitHub takes one run of a tool, so the rules are those of all documents. */
function logOf(results: readonly Result[], language: Language) {
  const ruleIds = [...new Set(results.map(({ ruleId }) => ruleId))].sort()
  const rules = ruleIds.map((id) => ({ id, shortDescription: { text: sayCode(language, 'rule', id) } }))
  return {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { name: 'huanyuan', rules } },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => ({ ...result, ruleIndex: ruleIds.indexOf(result.ruleId) })),
      },
    ],
  }
}

function join({ language, sections }: WriteContext) {
  const results: Result[] = []
  return {
    add(record: DocumentRecord) {
      if (sections.includes('repairs')) {
        append(
          results,
          record.corrections.map((each) => correctionResult(record, each, language)),
        )
      }
      if (sections.includes('findings')) append(results, findingsOf(record, language))
      return ''
    },
    end: () => `${escapeControls(JSON.stringify(logOf(results, language), null, 2))}\n`,
  }
}

export const writer: TextWriter = {
  id: 'sarif',
  extension: () => '.sarif',
  controls: 'escaped',
  serves: (sections) => sections.includes('repairs') || sections.includes('findings'),
  write(record, context) {
    const log = join(context)
    log.add(record)
    return log.end()
  },
  join,
}
