/** The options of the library: those that there are, and the sentence about a wrong one. */
import { expect, test } from 'vitest'
import { checkOptions } from '../../src/pipeline/check-options.js'

test.each([{ text: '正文' }, { text: 'body', id: 'url', keep: ['date', 'source'] }, { keep: [] }, {}])(
  'fields of a data set are taken: %j',
  (fields) => {
    expect(() => checkOptions({ fields })).not.toThrow()
  },
)

test.each(['text', { text: 3 }, { keep: 'date' }, { keep: [1] }, { body: 'text' }])(
  'what are no fields is refused: %j',
  (fields) => {
    expect(() => checkOptions({ fields })).toThrow(
      'fields must be names of fields: text, id, and a list to keep',
    )
  },
)

test('logs of decisions are a list', () => {
  expect(() => checkOptions({ decisions: [] })).not.toThrow()
  expect(() => checkOptions({ decisions: {} })).toThrow('decisions must be a list of logs of decisions')
})
