/**
 * The findings as SARIF 2.1.0, which code hosts and editors show beside the text. One log a document; checks that hold
 * are left out. Places are offsets and lengths in UTF-16 code units of the text as it was read.
 */
import { explanationOf, factLookup } from './checks.js'
import type { Writer } from './contract.js'
import { escapeControls } from './controls.js'
import { sayCode } from './language.js'

const levels = { error: 'error', warning: 'warning', info: 'note' } as const

/** A path as a URI reference: separators stay, everything else is escaped. */
function uriOf(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/')
}

export const writer: Writer = {
  id: 'sarif',
  extension: '.sarif',
  controls: 'escaped',
  write(record, { language, single }) {
    const factsOf = factLookup(record)
    const findings = record.checks.filter(({ state }) => state === 'mismatch' || state === 'solved')
    const ruleIds = [...new Set(findings.map(({ rule }) => rule))].sort()
    const uri = record.origin.path === null ? record.id : uriOf(record.origin.path)
    const placeOf = ({ start, end, indicator, text }: ReturnType<typeof factsOf>[number]) => ({
      physicalLocation: {
        artifactLocation: { uri },
        region: { charOffset: start, charLength: end - start, snippet: { text } },
      },
      message: { text: `${indicator} ${text}` },
    })
    const results = findings.map((check) => {
      const [first, ...others] = factsOf(check).map(placeOf)
      return {
        ruleId: check.rule,
        ruleIndex: ruleIds.indexOf(check.rule),
        level: levels[check.severity],
        message: { text: `${check.expression}  ${explanationOf(check, language)}` },
        locations: [first ?? { physicalLocation: { artifactLocation: { uri } } }],
        ...(others.length > 0 && { relatedLocations: others.map((place, id) => ({ id, ...place })) }),
        partialFingerprints: { expression: `${check.rule} ${check.expression}` },
      }
    })
    const rules = ruleIds.map((id) => ({ id, shortDescription: { text: sayCode(language, 'rule', id) } }))
    const log = {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [{ tool: { driver: { name: 'huanyuan', rules } }, columnKind: 'utf16CodeUnits', results }],
    }
    return `${escapeControls(JSON.stringify(log, null, single ? 2 : 0))}\n`
  },
}
