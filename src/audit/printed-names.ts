/**
 * Whether a figure's name stands printed beside it in full. Most names are completed by us from headings and earlier
 * clauses, and may lack their owner: of two figures that are both called 床位数, one may be that of the hospitals above
 * and one that of the clinics. Only names that say for themselves what they are may contradict each other.
 */
import type { Fact } from '../model/fact.js'
import type { FactView } from './view.js'

/** The words of a line behind its last mark. */
const clause = /(?<![^，,。；;：:、\n])[^，,。；;：:、\n]*$/

/** What stands in front of a name that opens its line: a list label, 截至, a blank, a comma. */
const opening = /^[^，,。；;：:、]{0,3}[，,\s]+/

/** A mark or a figure, behind which a name may lack what was said before it. */
const broken = /[，,。；;：:、\d]/

/** Whether a name with a word beyond its head opens the line, behind no more than its period. */
function opensLine({ indicator, head, period }: Fact, line: string): boolean {
  const rest = period === null ? line : line.replace(period.text, '')
  return indicator !== head && !broken.test(rest.replace(opening, ''))
}

/** Whether nothing of the name was carried over, and it has its place or subject beside it or stands on its own. */
export function isPrintedInFull(fact: Fact, view: FactView): boolean {
  if (fact.implicit || view.claims.says('among', fact.indicator)) return false
  const line = view.line(fact)
  const scope = fact.place ?? fact.subject
  const hasScope = scope !== null && clause.exec(line)![0].includes(scope)
  return hasScope || opensLine(fact, line)
}
