/**
 * Questions to a SQLite dataset: the files of `corpus/queries`, and files of the user. A file opens with comments that
 * say what it answers, its parameters and an example; `corpus/queries/README.md` has the format.
 * Invariant: a parameter that may be left out never stands before one that may not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import { corpusPath, tableError } from '../../resources/tsv.js'
import type { Language } from '../../writers/language.js'

type Words = Readonly<Record<Language, string>>

export interface QuestionParameter {
  /** Without the colon that it has in the SQL. */
  readonly name: string
  readonly about: Words
  /** Its value where none is given; undefined where one must be. */
  readonly fallback: string | undefined
}

export interface Question {
  readonly name: string
  readonly about: Words
  readonly parameters: readonly QuestionParameter[]
  /** Values for a first try. */
  readonly example: readonly string[]
  /** The file as it is: its comments are comments to SQLite too. */
  readonly sql: string
}

interface Draft {
  about: { en: string; zh: string }
  parameters: { name: string; about: { en: string; zh: string }; fallback: string | undefined }[]
  example: string[]
}

const patterns = {
  about: /^-- (en|zh): (.+)$/,
  parameter: /^-- :([a-zA-Z]+)(?: = "(.*)")?$/,
  parameterAbout: /^-- {3}(en|zh): (.+)$/,
  example: /^-- example:(.*)$/,
}

/** Takes in a comment line; a comment that says nothing of this kind is one for readers. */
function readLine(draft: Draft, line: string, path: string, number: number): void {
  const [, language, sentence] = patterns.about.exec(line) ?? []
  if (language !== undefined) draft.about[language as Language] = sentence!
  const [, name, fallback] = patterns.parameter.exec(line) ?? []
  if (name !== undefined) {
    if (fallback === undefined && draft.parameters.at(-1)?.fallback !== undefined) {
      throw tableError(path, number, `:${name} must be given, but stands behind one that may be left out`)
    }
    draft.parameters.push({ name, about: { en: '', zh: '' }, fallback })
  }
  const [, wording, meaning] = patterns.parameterAbout.exec(line) ?? []
  const last = draft.parameters.at(-1)
  if (wording !== undefined && last !== undefined) last.about[wording as Language] = meaning!
  const [, values] = patterns.example.exec(line) ?? []
  if (values !== undefined) draft.example = values.split(' ').filter((value) => value !== '')
}

/** Parses a file. Throws ProcessingError `bad-table` where its parameters are out of order. */
export function parseQuestion(text: string, path: string): Question {
  const draft: Draft = { about: { en: '', zh: '' }, parameters: [], example: [] }
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.startsWith('--')) break
    readLine(draft, line, path, index + 1)
  }
  return { name: basename(path, '.sql'), ...draft, sql: text }
}

/** Reads a file of the user. Throws ProcessingError `unreadable` and `bad-table`. */
export function readQuestion(path: string, name: string): Question {
  try {
    return parseQuestion(readFileSync(path, 'utf8'), name)
  } catch (cause) {
    if (cause instanceof ProcessingError) throw cause
    throw new ProcessingError('unreadable', {
      path: name,
      reason: (cause as NodeJS.ErrnoException).code ?? 'error',
    })
  }
}

/** The questions that ship, by name. */
export function loadQuestions(): Question[] {
  const names = readdirSync(corpusPath('queries')).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => readQuestion(corpusPath('queries', name), `corpus/queries/${name}`))
}
