/**
 * Logs of decisions as text: one JSON object a line, only ever appended to. A log whose last line was cut off, by a power
 * cut or a killed program, is read up to there; a line that says nothing known is told and passed over.
 */
import { findingVerdicts } from '../model/check.js'
import { factVerdicts } from '../model/fact.js'
import type { Anchor } from './anchor.js'
import type { Decision, DecisionLog, NewDecision } from './decision.js'
import { decisionKinds, scopes } from './decision.js'

/** Version of the lines. A later one that this program does not know is passed over like any other unknown line. */
const version = 1

const logName = /^decisions\.(.+)\.jsonl$/

/** The reviewer whose log a file of this name is; undefined where it is none. */
export function reviewerOf(name: string): string | undefined {
  return logName.exec(name)?.[1]
}

/** One line with its line break. */
export function formatDecision(decision: Decision): string {
  return `${JSON.stringify({ version, ...decision })}\n`
}

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown): value is string => typeof value === 'string'
const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0
const isOneOf = (values: readonly string[], value: unknown) => isText(value) && values.includes(value)
const isMissingOrText = (value: unknown) => value === undefined || isText(value)

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isAnchor(value: unknown): value is Anchor {
  if (!isFields(value)) return false
  const { text, before, after, start } = value
  return isText(text) && text !== '' && isText(before) && isText(after) && isCount(start)
}

function isWord({ anchor, replacement, scope }: Fields): boolean {
  return isAnchor(anchor) && isText(replacement) && isOneOf(scopes, scope)
}

/** What each kind of decision needs beside what all have. */
const isWhole: Readonly<Record<(typeof decisionKinds)[number], (fields: Fields) => boolean>> = {
  accept: isWord,
  alternative: isWord,
  own: isWord,
  reject: isWord,
  'keep-word': ({ word, scope }) => isText(word) && word !== '' && isOneOf(scopes.slice(1), scope),
  fact: ({ anchor, verdict, indicator, unit, period }) =>
    isAnchor(anchor) && isOneOf(factVerdicts, verdict) && [indicator, unit, period].every(isMissingOrText),
  finding: ({ rule, figures, verdict }) =>
    isText(rule) && Array.isArray(figures) && figures.every(isAnchor) && isOneOf(findingVerdicts, verdict),
  undo: ({ of }) => isCount(of),
}

/** What a decision of each kind says beside what all say. */
const fieldsOf: Readonly<Record<(typeof decisionKinds)[number], readonly string[]>> = {
  accept: ['anchor', 'replacement', 'scope'],
  alternative: ['anchor', 'replacement', 'scope'],
  own: ['anchor', 'replacement', 'scope'],
  reject: ['anchor', 'replacement', 'scope'],
  'keep-word': ['word', 'scope'],
  fact: ['anchor', 'verdict', 'indicator', 'unit', 'period'],
  finding: ['rule', 'figures', 'verdict'],
  undo: ['of'],
}

function isNewDecision(value: unknown): value is Fields & { readonly kind: Decision['kind'] } {
  if (!isFields(value) || !isOneOf(decisionKinds, value.kind) || !isText(value.document)) return false
  if (value.batch !== undefined && !isCount(value.batch)) return false
  return isWhole[value.kind as Decision['kind']](value)
}

/**
 * The decision that a value says, without anything else that it says, a number, a time or a reviewer among it; undefined
 * where it is none.
 */
export function takeDecision(value: unknown): NewDecision | undefined {
  if (!isNewDecision(value)) return undefined
  const names = ['kind', 'document', 'batch', ...fieldsOf[value.kind]]
  const said = names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]]))
  return Object.fromEntries(said) as NewDecision
}

function isDecision(value: unknown): value is Decision {
  if (!isNewDecision(value)) return false
  const { number, at, by } = value as Fields
  return isCount(number) && isText(at) && isText(by) && (value as Fields).version === version
}

export interface ReadLog extends DecisionLog {
  /** Whether the last line was cut off. */
  readonly isTorn: boolean
  /** Numbers of the lines, from 1, that say nothing known. */
  readonly unknown: readonly number[]
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The decisions of a log's text. `name` is the reviewer's where no line says it. */
export function parseLog(text: string, name: string): ReadLog {
  const lines = text.split('\n')
  const rest = lines.pop()!
  const decisions: Decision[] = []
  const unknown: number[] = []
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const value = parse(line)
    if (isDecision(value)) decisions.push(value)
    else unknown.push(index + 1)
  })
  return { by: decisions[0]?.by ?? name, decisions, isTorn: rest !== '', unknown }
}

/** The decisions that hold: those that no undo takes back which holds itself. */
export function standingDecisions({ decisions }: DecisionLog): Exclude<Decision, { kind: 'undo' }>[] {
  const undone = new Set<number>()
  const standing: Exclude<Decision, { kind: 'undo' }>[] = []
  for (const decision of [...decisions].reverse()) {
    if (undone.has(decision.number)) continue
    if (decision.kind === 'undo') undone.add(decision.of)
    else standing.push(decision)
  }
  return standing.reverse()
}
