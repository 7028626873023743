/** The checks of a record as rows: what the table of `csv` and the results of `sarif` say alike. */
import type { Language } from './language.js'
import { sayCode } from './language.js'
import type { CheckRecord, DocumentRecord, FactRecord } from './schema.js'

/** What a check means, in one sentence. */
export function explanationOf(check: CheckRecord, language: Language): string {
  return sayCode(language, 'check', check.code, check.parameters)
}

/** Facts by id; ids that name none are left out. */
export function factLookup({ facts }: DocumentRecord): (check: CheckRecord) => FactRecord[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  return (check) => check.facts.flatMap((id) => byId.get(id) ?? [])
}
