/**
 * `npm run new -- <kind> <id> …`: makes what is added in one place, in that place, and says what to fill in.
 * Files come from a template that compiles; rows go where they belong in their table. Nothing is overwritten.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { writeGenerated } from './generate.js'
import { insertRow, root } from './tables.js'
import { templates } from './templates.js'

interface Kind {
  /** Words behind the kind. */
  readonly words: string
  /** Makes it and says what to do next. */
  make(words: readonly string[]): string[]
}

/** A mistake of the user; its message is all that is shown. */
class Refusal extends Error {}

function needId(id: string | undefined): string {
  if (id === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new Refusal('the id must be lower-case words joined by hyphens, such as sum-of-parts')
  }
  return id
}

function createFile(path: string, content: string): void {
  const absolute = join(root, path)
  if (existsSync(absolute)) throw new Refusal(`${path} exists already`)
  mkdirSync(dirname(absolute), { recursive: true })
  writeFileSync(absolute, content)
}

/** A kind that is one file from a template, and takes its place in a generated index. */
function fileKind(folder: string, template: (id: string) => string, next: readonly string[]): Kind {
  return {
    words: '<id>',
    make([id]) {
      const path = `${folder}/${needId(id)}.ts`
      createFile(path, template(id!))
      writeGenerated()
      return [`made ${path} and its place in ${folder}/index.ts`, ...next]
    },
  }
}

function tableNames(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.tsv') && name !== 'protected.tsv')
    .map((name) => name.slice(0, -4))
}

/** The named table of a folder; refuses with the list of those that there are. */
function tableOf(folder: string, name: string | undefined): string {
  const names = tableNames(folder)
  if (name === undefined || !names.includes(name)) throw new Refusal(`name a table: ${names.join(', ')}`)
  return `${folder}/${name}.tsv`
}

/** The table that holds the cues of a kind. */
function tableOfCues(kind: string): string {
  const paths = tableNames('corpus/cues').map((name) => `corpus/cues/${name}.tsv`)
  const path = paths.find((one) => readFileSync(join(root, one), 'utf8').includes(`\n${kind}\t`))
  if (path === undefined) throw new Refusal(`there are no cues of the kind ${kind}`)
  return path
}

function addRow(path: string, cells: readonly string[], next: string): string[] {
  try {
    insertRow(path, cells)
  } catch (cause) {
    throw new Refusal((cause as Error).message)
  }
  return [`added a row to ${path}`, next, 'check: npx vitest run tests/repo tests/resources']
}

export const kinds: Readonly<Record<string, Kind>> = {
  rule: fileKind('src/audit/rules', templates.rule, [
    'fill in: what the relation is, how its checks are found, examples that are clean and faulty',
    'check: npx vitest run tests/audit',
  ]),
  construction: fileKind('src/quantities/constructions', templates.construction, [
    'fill in: at which step it reads (contract.ts), how, texts in which it is read and texts in which it is not',
    'give it its place in src/quantities/constructions/order.ts',
    'check: npx vitest run tests/quantities',
  ]),
  reader: fileKind('src/readers', templates.reader, [
    'fill in: which bytes it reads, how their text is drawn out',
    'check: npx vitest run tests/readers',
  ]),
  format: fileKind('src/dataset/formats', templates.format, [
    'fill in what it writes; tests/dataset/formats.test.ts runs over every format',
    'name it in README.md and README.zh-CN.md',
  ]),
  writer: fileKind('src/writers', templates.writer, [
    'fill in: the ending of its files and the text that it makes of a record',
    'check: npx vitest run tests/writers',
  ]),
  command: fileKind('src/cli/commands', templates.command, [
    'fill in: its summary in both languages, its options, what it does',
    'check: npx vitest run tests/cli (new help is a new snapshot: read it)',
  ]),
  pair: {
    words: '<standard> <spun> <table>',
    make([standard, spun, table]) {
      if (!standard || !spun) throw new Refusal('name the standard word, then what stands in for it')
      const path = tableOf('corpus/lexicon', table)
      return addRow(
        path,
        [standard, spun, 'synonym', 'knowledge', '1', ''],
        'fill in: kind, weight, an example',
      )
    },
  },
  unit: {
    words: '<unit> [table]',
    make([unit, table = 'count']) {
      if (!unit) throw new Refusal('name the unit as it is printed')
      const path = tableOf('corpus/units', table)
      const row = [unit, table === 'count' ? 'count' : 'other', '', '1', unit, '']
      return addRow(path, row, 'fill in: measure, other spellings, factor to the base unit, an example')
    },
  },
  indicator: {
    words: '<id> <name> <table>',
    make([id, name, table]) {
      if (!id || !name) throw new Refusal('name the id, such as enrolment.primary, then the standard name')
      const path = tableOf('corpus/indicators', table)
      return addRow(path, [id, name], 'fill in: the other columns, as the header names them')
    },
  },
  cue: {
    words: '<kind> <word>',
    make([kind, word]) {
      if (!kind || !word) throw new Refusal('name the kind, as corpus/cues/README.md does, then the word')
      const path = tableOfCues(kind)
      return addRow(path, [kind, word], 'fill in: standard where it is a spun form, notIn where it needs it')
    },
  },
  report: {
    words: '<id>',
    make([id]) {
      const folder = `corpus/reports/${needId(id)}`
      createFile(`${folder}/clean.txt`, '')
      createFile(`${folder}/facts.json`, '{}\n')
      createFile(`${folder}/spin.tsv`, 'standard\tspun\n')
      createFile(`${folder}/damage.json`, '{}\n')
      return [`made ${folder}`, 'fill in: as corpus/reports/README.md and GUIDE.md say; then npm run reports']
    },
  },
}

/** Runs with the words behind the script's name; gives the lines to print. Throws for a mistake of the user. */
export function makeNew([kind = '', ...words]: readonly string[]): string[] {
  const known = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  if (known === undefined) {
    const usage = Object.entries(kinds).map(([name, { words: needs }]) => `  npm run new -- ${name} ${needs}`)
    throw new Refusal(['say what is new:', ...usage].join('\n'))
  }
  return known.make(words)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${makeNew(process.argv.slice(2)).join('\n')}\n`)
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause
    process.stderr.write(`${cause.message}\n`)
    process.exitCode = 2
  }
}
