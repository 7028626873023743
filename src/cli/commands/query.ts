/** `huanyuan query OUT.sqlite [QUESTION [ARGUMENT…]]`: asks a SQLite dataset; lists the questions where none is named. */

import { resolve } from 'node:path'
import type { Answer, ReadDatabase, SqlParameters } from '../../dataset/sqlite/connection.js'
import type { Question, QuestionParameter } from '../../dataset/sqlite/questions.js'
import { most } from '../../model/lists.js'
import { ProcessingError } from '../../model/message.js'
import { escapeControls, showControls } from '../../writers/controls.js'
import { styleOf } from '../../writers/style.js'
import { pad } from '../../writers/width.js'
import type { AnswerFormat } from '../answers.js'
import { answerText } from '../answers.js'
import type { Command, CommandContext } from '../contract.js'
import { exitCode } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { remark, tellInputFailure } from '../failures.js'
import { tell } from '../language.js'
import { nearestName } from '../nearest.js'
import { printLine, tellLine, wantsColour, writeSafe } from '../terminal.js'

function argumentOf({ name, fallback }: QuestionParameter): string {
  const shown = name.toUpperCase()
  return fallback === undefined ? shown : `[${shown}]`
}

function callOf({ name, parameters }: Question): string {
  return [name, ...parameters.map(argumentOf)].join(' ')
}

async function listQuestions(
  { terminal, language }: CommandContext,
  path: string,
  database: ReadDatabase,
  questions: readonly Question[],
): Promise<void> {
  const count = (table: string) => String([...database.ask(`SELECT count(*) FROM ${table}`).rows][0]?.[0])
  const counts = { path, documents: count('documents'), facts: count('facts'), findings: count('findings') }
  const calls = questions.map(callOf)
  const width = most(calls.map((call) => call.length))
  const lines = [
    tell(language, 'query.counts', counts),
    tell(language, 'query.questions'),
    ...questions.map(({ about }, index) => `  ${pad(calls[index]!, width)}  ${about[language]}`),
    tell(language, 'query.more', { path }),
  ]
  for (const line of lines) await printLine(terminal, line)
}

/** The values of a question's parameters by name. Throws UsageError where one is missing or there are too many. */
function valuesOf(
  { name, parameters }: Question,
  given: readonly string[],
  { language }: CommandContext,
): SqlParameters {
  if (given.length > parameters.length) throw new UsageError('error.excess-argument', { name })
  const values = parameters.map((parameter, index) => {
    const value = given[index] ?? parameter.fallback
    if (value === undefined) {
      const about = parameter.about[language]
      throw new UsageError('query.missing-value', { question: name, name: parameter.name, about })
    }
    return [`:${parameter.name}`, value] as const
  })
  return Object.fromEntries(values)
}

/** SQL has white space; the name of a question and of a file of SQL are told apart by the ending. */
async function askAbout(
  context: CommandContext,
  database: ReadDatabase,
  words: readonly [string, ...string[]],
  questions: readonly Question[],
): Promise<Answer> {
  const [word, ...given] = words
  if (/\s/.test(word)) return database.ask(word, given)
  const { readQuestion } = await import('../../dataset/sqlite/questions.js')
  const isFile = word.endsWith('.sql')
  const question = isFile
    ? readQuestion(resolve(context.terminal.cwd, word), word)
    : questions.find(({ name }) => name === word)
  if (question !== undefined) return database.ask(question.sql, valuesOf(question, given, context))
  const names = questions.map(({ name }) => name)
  const suggestion = nearestName(word, names)
  throw new UsageError('query.unknown-question', {
    name: word,
    ...(suggestion !== undefined && { suggestion }),
  })
}

/** What is done to a piece of output, so that it holds nothing that a terminal obeys but the table's own style. */
const safeties: Readonly<Record<AnswerFormat, (piece: string) => string>> = {
  table: (piece) => piece,
  csv: showControls,
  json: escapeControls,
  jsonl: escapeControls,
}

async function writeAnswer(context: CommandContext, answer: Answer): Promise<void> {
  const { terminal, language, settings } = context
  const { isTTY, columns } = terminal.stdout
  const head = styleOf(wantsColour(terminal)).heading
  const width = isTTY === true && columns !== undefined ? columns : Number.POSITIVE_INFINITY
  let isEmpty = true
  const counted: Answer = {
    columns: answer.columns,
    rows: {
      *[Symbol.iterator]() {
        for (const row of answer.rows) {
          isEmpty = false
          yield row
        }
      },
    },
  }
  const format = (settings.queryFormat ?? 'table') as AnswerFormat
  const makeSafe = safeties[format]
  let hasSigns = false
  for (const piece of answerText(counted, format, { width, head })) {
    const safe = makeSafe(piece)
    hasSigns ||= format === 'csv' && safe !== piece
    await writeSafe(terminal, safe)
  }
  if (hasSigns) remark(context, tell(language, 'output.signs'))
  if (isEmpty) tellLine(terminal, tell(language, 'query.no-rows'))
}

/** What is wrong with the database; everything else is wrong with the question or the machine. */
const ofDatabase = new Set([
  'not-found',
  'is-directory',
  'not-a-database',
  'not-a-dataset',
  'newer-dataset',
  'damaged-database',
])

export const command: Command = {
  name: 'query',
  argument: '<database...>',
  summary: {
    en: 'ask a SQLite dataset: questions that ship, or SQL',
    zh: '查询 SQLite 数据集：内置问题或 SQL',
  },
  examples: [
    { call: 'huanyuan query dataset.sqlite', en: 'the questions that there are', zh: '列出可问的问题' },
    {
      call: 'huanyuan query dataset.sqlite totals -f csv',
      en: 'an answer as a table',
      zh: '把答案输出成表格',
    },
  ],
  options: ['queryFormat'],
  async run(context, [path = '', ...words]) {
    const { openDataset } = await import('../../dataset/sqlite/read.js')
    const { loadQuestions } = await import('../../dataset/sqlite/questions.js')
    const questions = loadQuestions()
    try {
      const database = await openDataset(resolve(context.terminal.cwd, path), path)
      try {
        const [first, ...rest] = words
        if (first === undefined) await listQuestions(context, path, database, questions)
        else await writeAnswer(context, await askAbout(context, database, [first, ...rest], questions))
      } finally {
        database.close()
      }
    } catch (cause) {
      if (!(cause instanceof ProcessingError && ofDatabase.has(cause.code))) throw cause
      tellInputFailure(context, path, cause)
      return exitCode.failedInputs
    }
    return exitCode.done
  },
}
