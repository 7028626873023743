/** The text of a JSON value, as data sets keep it: the value itself, or the field of an object that holds it. */
import type { InputStatement, JsonValue } from '../model/document.js'
import type { Message } from '../model/message.js'
import type { FieldOptions } from './contract.js'

/** Fields that hold the text: the first of these that is not empty. */
const textFields = 'text content body article contents raw_content txt 正文 内容 全文'.split(' ')

export interface JsonText {
  readonly text: string
  readonly messages: readonly Message[]
  /** What the object says beside its text, of what was asked for. */
  readonly input?: InputStatement
}

type Fields = Readonly<Record<string, unknown>>

const failure = (code: string, parameters?: Message['parameters'] & object): JsonText => ({
  text: '',
  messages: [{ stage: 'read', level: 'error', code, ...(parameters && { parameters }) }],
})

/** A list of texts is one of paragraphs. */
function textIn(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  const isList = Array.isArray(value) && value.every((piece) => typeof piece === 'string')
  return isList ? value.join('\n') : undefined
}

/** Names of fields that are told where none of them is known. */
const mostTold = 8

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The field of an object that holds its text: the one asked for, else the first of the usual ones with ink in it. */
export function textFieldOf(fields: Fields, asked?: string): string | undefined {
  const names = (asked === undefined ? textFields : [asked]).filter(
    (name) => textIn(fields[name]) !== undefined,
  )
  return names.find((name) => textIn(fields[name])!.trim() !== '') ?? names[0]
}

/** Id and kept fields of an object; numbers serve as ids too. */
function statementOf(fields: Fields, { id, keep = [] }: FieldOptions): InputStatement {
  const named = id === undefined ? undefined : fields[id]
  const kept = Object.entries(fields).filter(([name]) => keep.includes(name)) as [string, JsonValue][]
  return {
    ...((typeof named === 'string' || typeof named === 'number') && { inputId: String(named) }),
    ...(kept.length > 0 && { inputFields: Object.fromEntries(kept) }),
  }
}

/** The text of a value, with what it says beside it. */
export function textOfJson(value: unknown, asked: FieldOptions = {}): JsonText {
  const own = textIn(value)
  if (own !== undefined) return { text: own, messages: [] }
  const fields: Fields = isObject(value) ? value : {}
  const name = textFieldOf(fields, asked.text)
  const input = statementOf(fields, asked)
  if (name !== undefined) return { text: textIn(fields[name])!, messages: [], input }
  const known = Object.keys(fields).slice(0, mostTold).join(', ')
  const none =
    asked.text === undefined
      ? failure('no-text-field', { fields: known })
      : failure('no-such-field', { name: asked.text, fields: known })
  return { ...none, input }
}

/** The text of a JSON value as it is written. */
export function parseJsonText(written: string, asked: FieldOptions = {}): JsonText {
  try {
    return textOfJson(JSON.parse(written), asked)
  } catch {
    return failure('bad-json')
  }
}
