/** A table that was seen and not understood says so once, with its place; any other says nothing. */
import { expect, it } from 'vitest'
import { processDocument } from '../../../src/pipeline/process.js'
import { loadResources } from '../../../src/pipeline/resources.js'

const resources = await loadResources()

async function messagesOf(text: string) {
  for await (const { messages, source } of processDocument(Buffer.from(text), { resources, path: 'a.csv' })) {
    return messages.map(({ code, parameters, start, end }) => [
      code,
      parameters,
      source.text.slice(start, end),
    ])
  }
  return []
}

it('of figures alone', async () => {
  const text = '12,13,14\n15,16,17\n18,19,20'
  expect(await messagesOf(text)).toEqual([['unread-table', { table: 1, count: 9 }, text]])
})

it.each([
  ['with names', '乡镇,学校,教师\n清溪镇,12,300\n石桥乡,7,280\n合计,19,580'],
  ['of three figures', '12\n13\n14'],
])('%s nothing is said', async (_, text) => expect(await messagesOf(text)).toEqual([]))
