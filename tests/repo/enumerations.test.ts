/** Every enumeration of the record stands once: types and schema are made from the list in `src/model`. */
import { expect, test } from 'vitest'
import * as check from '../../src/model/check.js'
import * as correction from '../../src/model/correction.js'
import * as document from '../../src/model/document.js'
import * as fact from '../../src/model/fact.js'
import * as message from '../../src/model/message.js'
import { filesUnder } from './source.js'

const exported: Readonly<Record<string, unknown>> = {
  ...check,
  ...correction,
  ...document,
  ...fact,
  ...message,
}
const enumerations = Object.entries(exported).filter((entry): entry is [string, string[]] =>
  Array.isArray(entry[1]),
)
const files = filesUnder('src')

test('the model has them all', () => {
  expect(enumerations.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'correctionKinds',
      'blockKinds',
      'ignoredReasons',
      'checkStates',
      'messageLevels',
    ]),
  )
})

test.each(enumerations)('%s is written down once', (name, values) => {
  // Lists of two are too short to tell from a choice between two of many.
  if (values.length < 3) return
  const list = new RegExp(values.map((value) => `'${value}'`).join(String.raw`\s*[,|]\s*`), 'g')
  const places = files.flatMap(({ path, text }) => [...text.matchAll(list)].map(() => path))
  // The stages of a message are those of a document and one more.
  expect(places).toHaveLength(name === 'messageStages' ? 0 : 1)
})
