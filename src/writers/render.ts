/** What the formats print, for users of the library: a record in, text out. */

import { sections, type TextWriter } from './contract.js'
import { writer as diff } from './diff.js'
import { writer as html } from './html.js'
import type { Language } from './language.js'
import { languages, sayCode } from './language.js'
import { writer as markdown } from './markdown.js'
import { writer as report } from './report.js'
import { writer as sarif } from './sarif.js'
import type { CheckRecord, DocumentRecord } from './schema.js'

/** Throws TypeError where a caller without types gives another one. */
function checkLanguage(language: Language): void {
  if (!languages.includes(language))
    throw new TypeError(`the language must be one of ${languages.join(', ')}, not ${String(language)}`)
}

const renderer =
  (writer: TextWriter) =>
  (record: DocumentRecord, language: Language = 'en'): string => {
    checkLanguage(language)
    const shown = sections.filter((section) => section !== 'words' || record.tokens !== undefined)
    return writer.write(record, { language, colour: false, width: 100, sections: shown })
  }

/** One page that needs nothing else and opens in any browser. */
export const renderHtml = renderer(html)
/** The restored text with its headings, lists and tables. */
export const renderMarkdown = renderer(markdown)
/** The lines that were changed, before and after. */
export const renderDiff = renderer(diff)
/** What `huanyuan run` prints: repairs, facts and findings, 100 columns wide. */
export const renderReport = renderer(report)
/** Corrections and findings as a SARIF 2.1.0 log, for code hosts and editors. */
export const renderSarif = renderer(sarif)

/** What was checked, with what outcome, in a sentence. */
export function describeCheck(check: CheckRecord, language: Language = 'en'): string {
  checkLanguage(language)
  const words = (group: string, code: string) => sayCode(language, group, code, check.parameters)
  const told = [words('rule', check.rule), check.expression, words('state', check.state)].join('  ')
  const explanation = words('check', check.code)
  return explanation === check.code ? told : `${told}  ${explanation}`
}
