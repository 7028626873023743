/**
 * What is promised of any input whatever: the invariants of its records, and that it comes to the same twice, that what was
 * repaired needs no repair, that all formats can write it, and that a refusal is said in both languages.
 */
import { isDeepStrictEqual } from 'node:util'
import { ProcessingError, type StageName } from '../../src/model/message.js'
import { processDocument } from '../../src/pipeline/process.js'
import type { Resources } from '../../src/pipeline/resources.js'
import type { Writer } from '../../src/writers/contract.js'
import { sections } from '../../src/writers/contract.js'
import { writers } from '../../src/writers/index.js'
import { languages, sayCode } from '../../src/writers/language.js'
import type { CorrectionRecord, DocumentRecord } from '../../src/writers/schema.js'
import { breaches } from '../support/invariants.js'
import type { Case } from './cases.js'

/** Beside the invariants of records; what ends a process or takes its time is found by the command. */
const promise = {
  same: 'it comes to the same twice',
  settled: 'what was repaired is not turned back',
  said: 'a refusal is said in both languages',
  written: 'every format writes it',
} as const
export const promises: readonly string[] = Object.values(promise)

/** What became of an input: its records, or the refusal. */
type Ending = readonly DocumentRecord[] | ProcessingError

export interface Trial {
  readonly resources: Resources
  /** The last stage to run; all where absent. */
  readonly until?: StageName
  /** Whether it is done a second time, which costs as much again. */
  readonly isTwice?: boolean
}

const limits = { maxCharacters: 200_000, maxBytes: 8_000_000 }

/** The way of an input, in this process. Anything that is no ProcessingError is a fault, and thrown. */
async function endingOf({ bytes, path }: Case, { resources, until }: Trial): Promise<Ending> {
  const options = { ...limits, resources, path, tokens: until === undefined, ...(until && { until }) }
  const records: DocumentRecord[] = []
  try {
    for await (const record of processDocument(bytes, options)) records.push(record)
  } catch (cause) {
    if (cause instanceof ProcessingError) return cause
    throw cause
  }
  return records
}

/** A refusal without a sentence, or with a place in it that nothing was put in. */
function unsaid(code: string, parameters: ProcessingError['parameters']): string[] {
  return languages
    .map((language) => sayCode(language, 'message', code, { path: 'a', ...parameters }))
    .filter((said) => said.startsWith(code) || /\{[a-zA-Z]+\}/.test(said))
    .map((said) => `${promise.said}: ${said}`)
}

/** The formats that write nothing at all. */
function unwritten(record: DocumentRecord): string[] {
  const context = { language: 'zh', colour: false, width: 80, sections } as const
  const isEmpty = (writer: Writer) => {
    if (writer.isFile !== true) return writer.write(record, context).trim() === ''
    const file = writer.open(context)
    file.add(record)
    return file.end().length === 0
  }
  return writers
    .filter((writer) => !mayBeEmpty.has(writer.id) && isEmpty(writer))
    .map(({ id }) => `${promise.written}: ${id} is empty`)
}

/** Formats in which a document without text, or without changes, is nothing. */
const mayBeEmpty: ReadonlySet<string> = new Set(['text', 'markdown', 'diff'])

interface Change {
  /** Of the repaired text. */
  readonly start: number
  readonly end: number
  readonly from: string
  readonly to: string
}

/** What was applied, at its place in the repaired text. */
function changesOf({ corrections }: DocumentRecord): Change[] {
  let shift = 0
  return corrections
    .filter(({ status }) => status === 'applied')
    .map(({ start, end, actual, replacement }) => {
      const place = start + shift
      shift += replacement.length - (end - start)
      return { start: place, end: place + replacement.length, from: actual, to: replacement }
    })
}

/** What is turned back where the repaired text is given again. */
async function restless(record: DocumentRecord, trial: Trial): Promise<string[]> {
  const changes = changesOf(record)
  if (changes.length === 0) return []
  const again = await endingOf({ bytes: Buffer.from(record.repaired.text), path: 'a.txt' }, trial)
  if (again instanceof ProcessingError) return []
  const isBack = ({ start, end, actual, replacement }: CorrectionRecord) =>
    changes.some(
      (one) => one.start === start && one.end === end && one.to === actual && one.from === replacement,
    )
  return again
    .flatMap(({ corrections }) => corrections)
    .filter((correction) => correction.status === 'applied' && isBack(correction))
    .map(({ actual, replacement }) => `${promise.settled}: ${actual} → ${replacement}`)
}

/** Whether two endings are one. */
function isSame(one: Ending, other: Ending): boolean {
  if (one instanceof ProcessingError) return other instanceof ProcessingError && one.message === other.message
  return isDeepStrictEqual(one, other)
}

/** What breaks any promise about the input; nothing where all hold. */
export async function faultsOf(input: Case, trial: Trial): Promise<string[]> {
  const ending = await endingOf(input, trial)
  const faults: string[] = []
  if (trial.isTwice && !isSame(ending, await endingOf(input, trial))) faults.push(promise.same)
  if (ending instanceof ProcessingError) return [...faults, ...unsaid(ending.code, ending.parameters)]
  for (const record of ending) {
    if (trial.until === undefined) faults.push(...unwritten(record))
    faults.push(...breaches(record), ...(await restless(record, trial)))
    for (const { code, parameters = {} } of record.messages) faults.push(...unsaid(code, parameters))
  }
  return faults
}
