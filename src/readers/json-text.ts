/** The text of a JSON value, as data sets keep it: the value itself, or the field of an object that holds it. */
import type { Message } from '../model/message.js'

/** Fields that hold the text: the first of these that is not empty. */
const textFields = 'text content body article contents raw_content txt 正文 内容 全文'.split(' ')

export interface JsonText {
  readonly text: string
  readonly messages: readonly Message[]
}

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

export function textOfJson(value: unknown): JsonText {
  const own = textIn(value)
  if (own !== undefined) return { text: own, messages: [] }
  const fields = new Map(Object.entries((value ?? {}) as Record<string, unknown>))
  const texts = textFields.flatMap((name) => textIn(fields.get(name)) ?? [])
  const text = texts.find((each) => each.trim() !== '') ?? texts[0]
  if (text !== undefined) return { text, messages: [] }
  return failure('no-text-field', { fields: [...fields.keys()].slice(0, mostTold).join(', ') })
}

/** The text of a JSON value as it is written. */
export function parseJsonText(written: string): JsonText {
  try {
    return textOfJson(JSON.parse(written))
  } catch {
    return failure('bad-json')
  }
}
