/**
 * The harm done to clean documents, kind by kind: what was changed, said of the text, or found wrong in it. A document
 * that is refused is not harmed, but it is no pass either: it has a column of its own.
 */
import { isFinding } from '../../src/model/check.js'
import type { CorrectionKind } from '../../src/model/correction.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { replaceAlways, replaceMarkers } from './baselines.js'
import type { Seen } from './read-and-repair.js'
import { byKind, tally } from './read-and-repair.js'
import { formatTable } from './table.js'

/** Chinese characters of a text. */
export const hanOf = (text: string) => text.match(/\p{Script=Han}/gu)?.length ?? 0

export const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** A count with its rate per 1,000 characters: "386 (1.36)". */
export function perThousand(count: number, characters: number): string {
  return count === 0 ? '0' : `${count} (${((1000 * count) / characters).toFixed(characters > 1e5 ? 3 : 2)})`
}

const applied = ({ made }: Seen, kind: CorrectionKind) =>
  made?.corrections.filter((one) => one.kind === kind && one.status === 'applied').length ?? 0

const suggestedAntonyms = ({ made }: Seen) =>
  made?.corrections.filter(({ status, traits }) => status === 'suggested' && traits.includes('antonym'))
    .length ?? 0

const findingsOf = ({ made }: Seen) => made?.checks.filter(isFinding) ?? []

const errorsOf = (seen: Seen) => findingsOf(seen).filter(({ severity }) => severity === 'error')

function rowOf(kind: string, seen: readonly Seen[], resources: Resources, isAssumed: boolean): string[] {
  const read = seen.flatMap(({ made }) => (made === null ? [] : [made]))
  const han = sum(seen.map(({ text }) => hanOf(text.text)))
  const rate = (of: (one: Seen) => number) => perThousand(sum(seen.map(of)), han)
  const verdicts = read.map(({ spin }) => spin.verdict).filter((verdict) => verdict !== 'clean')
  return [
    kind,
    String(seen.length),
    String(han),
    String(seen.length - read.length),
    rate((one) => applied(one, 'swap')),
    rate(suggestedAntonyms),
    rate((one) => applied(one, 'layout')),
    rate((one) => applied(one, 'character')),
    ...(isAssumed ? [] : [tally(verdicts)]),
    tally(read.flatMap(({ damage }) => damage.map((one) => one.kind))),
    tally(seen.flatMap((one) => findingsOf(one).map(({ severity }) => severity))),
    rate(({ text }) => replaceAlways(text.text, resources).length),
    rate(({ text }) => replaceMarkers(text.text, resources).length),
  ]
}

/** The table of harm. Where the text was assumed to be spun there is no verdict. */
export function formatHarm(seen: readonly Seen[], resources: Resources, isAssumed: boolean): string {
  const header = [
    'kind',
    'documents',
    'Chinese characters',
    'refused',
    'swaps (per 1,000)',
    'antonyms suggested',
    'layout edits',
    'letters',
    ...(isAssumed ? [] : ['verdicts other than clean']),
    'damage',
    'findings',
    'dictionary',
    'markers',
  ]
  const rows = [...byKind(seen)].map(([kind, group]) => rowOf(kind, group, resources, isAssumed))
  return formatTable(header, rows)
}

/** The pairs that were applied most often, as "支出→收入 245". */
export function commonestSwaps(seen: readonly Seen[], most: number): string {
  const swaps = seen.flatMap(({ made }) =>
    (made?.corrections ?? [])
      .filter(({ kind, status }) => kind === 'swap' && status === 'applied')
      .map(({ actual, replacement }) => `${actual}→${replacement}`),
  )
  const counts = new Map<string, number>()
  for (const swap of swaps) counts.set(swap, (counts.get(swap) ?? 0) + 1)
  const sorted = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return sorted
    .slice(0, most)
    .map(([swap, count]) => `${swap} ${count}`)
    .join(', ')
}

/** Each `error` finding, to be looked at. */
export function listErrors(seen: readonly Seen[]): string[] {
  return seen.flatMap((one) =>
    errorsOf(one).map(({ rule, code, expression }) => `- ${one.text.name}: ${rule} (${code}): ${expression}`),
  )
}
