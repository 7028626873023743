/**
 * Options that callers of the library give, checked where no compiler does: a mistake is said with the option's name and
 * what it may be, before anything is processed.
 */
import { assumptions } from '../model/correction.js'
import { stages } from '../model/message.js'
import { type DocumentOptions, pools } from './options.js'

/** What a value must be: a test, and the words for it. */
type Rule = readonly [isRight: (value: unknown) => boolean, expected: string]

const oneOf = (names: readonly string[]): Rule => [
  (value) => names.includes(value as string),
  `one of ${names.join(', ')}`,
]
const limit: Rule = [(value) => typeof value === 'number' && value > 0, 'a number above 0']
const text: Rule = [(value) => typeof value === 'string', 'a string']
const isObject = (value: unknown) => typeof value === 'object' && value !== null
const isName = (value: unknown) => value === undefined || typeof value === 'string'

/** Whether a value says which fields of a data set hold what. */
function areFields(value: unknown): boolean {
  if (!isObject(value)) return false
  const { text, id, keep = [], ...others } = value as Record<string, unknown>
  const isList = Array.isArray(keep) && keep.every((name) => typeof name === 'string')
  return isName(text) && isName(id) && isList && Object.keys(others).length === 0
}

const anything: Rule = [() => true, '']

/** Of every option: the compiler asks for those that are missing. */
const rules: Readonly<Record<keyof DocumentOptions, Rule>> = {
  resources: [
    (value) => isObject(value) && 'lexicon' in (value as object) && 'model' in (value as object),
    'what loadResources gives, awaited',
  ],
  assume: oneOf(assumptions),
  applyFrom: [(value) => typeof value === 'number' && value >= 0 && value <= 1, 'a number from 0 to 1'],
  until: oneOf(stages),
  tokens: [(value) => typeof value === 'boolean', 'true or false'],
  sourceProven: [(value) => typeof value === 'boolean', 'true or false'],
  onTiming: [(value) => typeof value === 'function', 'a function'],
  path: [(value) => value === null || typeof value === 'string', 'a string or null'],
  encoding: text,
  maxBytes: limit,
  maxCharacters: limit,
  maxMemory: limit,
  maxSeconds: limit,
  pool: oneOf(pools),
  provenBySource: [(value) => value instanceof Set, 'a Set'],
  signal: [(value) => value instanceof AbortSignal, 'an AbortSignal'],
  entries: anything,
  scans: [isObject, 'an object'],
  fields: [areFields, 'names of fields: text, id, and a list to keep'],
  decisions: [Array.isArray, 'a list of logs of decisions'],
}

/** How a wrong value is shown: short, and never thrown over. */
function shown(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.slice(0, 40)}'`
    : typeof value === 'object'
      ? 'an object'
      : String(value)
}

/** Throws TypeError where an option is unknown or has a wrong value; what is undefined was not given. */
export function checkOptions(options: object): void {
  for (const [name, value] of Object.entries(options)) {
    const rule = Object.hasOwn(rules, name) ? rules[name as keyof DocumentOptions] : undefined
    if (rule === undefined) throw new TypeError(`there is no option ${name}`)
    const [isRight, expected] = rule
    if (value !== undefined && !isRight(value)) {
      throw new TypeError(
        `${name} must be ${expected}, not ${value instanceof Promise ? 'a promise' : shown(value)}`,
      )
    }
  }
}
