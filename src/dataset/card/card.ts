/**
 * The card of a dataset: what is in it, where it comes from, how good it is, and what its columns hold, as Markdown for
 * people with a head for programs. Invariant: it depends on the documents and what was asked for alone.
 */
import { programVersion } from '../../resources/identity.js'
import { type Language, type MessageKey, say } from '../../writers/language.js'
import { escapeCell } from '../../writers/markdown-escape.js'
import { schemaVersion } from '../../writers/schema-version.js'
import type { WriteOptions } from '../contract.js'
import { tables } from '../tables.js'
import { frontMatter } from './front-matter.js'
import { listed, summed, type Tally } from './tally.js'

/** Values of a column that are listed; the others are counted together. */
const mostListed = 20

function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

type Values = Tally['values'][keyof Tally['values']]

/** Values by how many documents have them, the most first; those of the same number by their names. */
function ranked(values: Values, documents: number, language: Language): (readonly [string, number])[] {
  const all = [...values].sort(([one, times], [two, others]) => others - times || (one < two ? -1 : 1))
  const rest = all.slice(mostListed).reduce((sum, [, times]) => sum + times, 0)
  const unknown = documents - all.reduce((sum, [, times]) => sum + times, 0)
  return [
    ...all.slice(0, mostListed).map(([value, times]) => [escapeCell(value), times] as const),
    ...(rest > 0 ? [[say(language, 'card.others'), rest] as const] : []),
    ...(unknown > 0 ? [[say(language, 'card.unknown'), unknown] as const] : []),
  ]
}

function countsText(tally: Tally, language: Language): string {
  const { documents, duplicates, sums } = tally
  const rows = [
    ['card.documents', documents],
    ['card.duplicates', duplicates],
    ...summed.map((name) => [`card.${name}`, sums[name]] as const),
    ['card.coverage', share(sums.facts, sums.numbers)],
    ['card.quality', share(tally.quality, documents)],
  ] as const
  return tableOf(
    [say(language, 'card.what'), say(language, 'card.count')],
    rows.map(([key, value]) => [say(language, key as MessageKey), value]),
  )
}

function valuesText({ documents, values }: Tally, language: Language): string {
  const sections = listed.map((name) => {
    const rows = ranked(values[name], documents, language)
    const head = [say(language, `card.by-${name}` as MessageKey), say(language, 'card.documents')]
    return values[name].size === 0 ? '' : tableOf(head, rows)
  })
  return sections.filter((text) => text !== '').join('\n\n')
}

function columnsText(language: Language): string {
  const head = (['card.column', 'card.type', 'card.holds'] as const).map((key) => say(language, key))
  return tables
    .map(({ name, about, columns }) => {
      const rows = columns.map((column) => [`\`${column.name}\``, column.type, column.about])
      return `### ${name}\n\n${about[0]!.toUpperCase()}${about.slice(1)}.\n\n${tableOf(head, rows)}`
    })
    .join('\n\n')
}

/** The card as a file's text. */
export function cardOf(tally: Tally, options: WriteOptions): string {
  const { language, license = 'unknown' } = options
  const { documents, published } = tally
  const name = say(language, 'card.title', { documents })
  const [first, last] = published
  const version = programVersion()
  const paragraphs = [
    frontMatter(name, documents, options),
    `# ${name}`,
    say(language, 'card.about'),
    countsText(tally, language),
    `## ${say(language, 'card.provenance')}`,
    say(language, 'card.made', { version, schemaVersion }),
    ...(first === undefined ? [] : [say(language, 'card.published', { first, last: last! })]),
    say(language, 'card.license', { license: escapeCell(license) }),
    valuesText(tally, language),
    `## ${say(language, 'card.caution')}`,
    say(language, 'card.cautions'),
    `## ${say(language, 'card.columns')}`,
    say(language, 'card.schema'),
    columnsText(language),
  ]
  return `${paragraphs.filter((text) => text !== '').join('\n\n')}\n`
}
