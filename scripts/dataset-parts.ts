/**
 * The parts of `docs/dataset.md` that are made from the tree: tables with their columns, views, and questions with their
 * SQL. They stand between marks; what stands around them is written by people.
 */
import { loadQuestions } from '../src/dataset/sqlite/questions.js'
import type { SqlTable } from '../src/dataset/sqlite/schema.js'
import { sqlTables } from '../src/dataset/sqlite/schema.js'
import { views } from '../src/dataset/sqlite/views.js'
import { tables } from '../src/dataset/tables.js'

/** A table of Markdown whose columns are as wide as their cells: Latin text only. */
function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows]
  return lines
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n')
}

function sharedTables(): string {
  return tables
    .map(({ name, about, columns }) => {
      const rows = columns.map((column) => [`\`${column.name}\``, column.type, column.about])
      return `### ${name}\n\nHolds ${about}.\n\n${markdownTable(['column', 'type', 'holds'], rows)}`
    })
    .join('\n\n')
}

function sqlTableText({ name, about, columns, keys }: SqlTable): string {
  const rows = columns.map((column) => [`\`${column.name}\``, column.type, column.about])
  const list = keys.map((key) => `- \`${key.replaceAll('"', '')}\``).join('\n')
  return `### ${name}\n\nHolds ${about}.\n\n${markdownTable(['column', 'type', 'holds'], rows)}\n\n${list}`
}

function ownTables(): string {
  const shared = new Set<string>(tables.map(({ name }) => name))
  return sqlTables
    .filter(({ name }) => !shared.has(name))
    .map(sqlTableText)
    .join('\n\n')
}

function viewsText(): string {
  return markdownTable(
    ['view', 'holds'],
    views.map(({ name, about }) => [`\`${name}\``, about]),
  )
}

function questionsText(): string {
  return loadQuestions()
    .map(({ name, about, parameters, example, sql }) => {
      const rows = parameters.map((parameter) => [
        `\`:${parameter.name}\``,
        parameter.about.en,
        parameter.fallback === undefined ? '' : `\`"${parameter.fallback}"\``,
      ])
      const table =
        rows.length === 0 ? '' : `${markdownTable(['parameter', 'means', 'where left out'], rows)}\n\n`
      const body = sql.slice(sql.search(/^(SELECT|WITH)/m)).trimEnd()
      const call = ['huanyuan query dataset.sqlite', name, ...example].join(' ')
      const sentence = about.en.replace(/^./, (first) => first.toUpperCase())
      return `### ${name}\n\n${sentence}: \`${call}\`\n\n${table}\`\`\`sql\n${body}\n\`\`\``
    })
    .join('\n\n')
}

const parts: Readonly<Record<string, () => string>> = {
  tables: sharedTables,
  'sqlite-tables': ownTables,
  views: viewsText,
  questions: questionsText,
}

/** The document with its generated parts as they would be made now. Throws where a mark is missing. */
export function withDatasetParts(text: string): string {
  return Object.entries(parts).reduce((document, [name, make]) => {
    const [opening, closing] = [`<!-- generated: ${name} -->`, `<!-- end: ${name} -->`]
    const start = document.indexOf(opening)
    const end = document.indexOf(closing)
    if (start < 0 || end < start) throw new Error(`docs/dataset.md has no part ${name}`)
    return `${document.slice(0, start + opening.length)}\n\n${make()}\n\n${document.slice(end)}`
  }, text)
}
