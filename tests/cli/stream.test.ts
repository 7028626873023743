/** `huanyuan stream` as other programs use it: a line for a line, in order, at once, whatever a line holds. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { builtPath } from '../support/built.js'
import { runMain } from '../support/terminal.js'

const program = builtPath('bin/huanyuan.js')
const spun = '全县共有黉舍126所，在校门生12000人。'
const restored = '全县共有学校126所，在校学生12000人。'

function stream(lines: readonly string[], ...words: string[]) {
  return runMain(['stream', '--assume', 'spun', ...words], {
    stdin: lines.map((line) => `${line}\n`).join(''),
  })
}

const parsed = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)

describe('lines', () => {
  test('are texts, or JSON that keeps its fields', async () => {
    const { code, out } = await stream(
      [spun, JSON.stringify({ n: 1, 正文: spun, url: 'u' })],
      '--emit',
      'text',
    )
    expect(out).toBe(`${restored}\n{"n":1,"正文":"${restored}","url":"u"}\n`)
    expect(code).toBe(0)
  })

  test('keep paragraphs that are a list', async () => {
    const { out } = await stream([JSON.stringify({ body: [spun, '第二段。'] })], '--emit', 'text')
    expect(parsed(out)).toEqual([{ body: [restored, '第二段。'] }])
  })

  test('give records with their number, id and kept fields', async () => {
    const line = JSON.stringify({ doc: 7, text: spun, url: 'u', x: 1 })
    const { out } = await stream(['', line], '--id-field', 'doc', '--keep-fields', 'url,none')
    const [empty, record] = parsed(out) as { origin: object; facts: object[]; repaired: object }[]
    expect(empty!.repaired).toEqual({ text: '' })
    expect(record!.origin).toMatchObject({ path: null, entry: '2', inputId: '7', inputFields: { url: 'u' } })
    expect(record!.facts).toHaveLength(2)
  })

  test('take the field that is named', async () => {
    const { out } = await stream(
      [JSON.stringify({ text: 'a', note: spun })],
      '--emit',
      'text',
      '--text-field',
      'note',
    )
    expect(parsed(out)).toEqual([{ text: 'a', note: restored }])
  })

  test('that fail say so in their place, and stop no other', async () => {
    const lines = ['{"broken', JSON.stringify({ id: 'b', n: 1 }), spun]
    const { code, out } = await stream(lines, '--emit', 'text', '--id-field', 'id')
    const [first, second, third] = out.split('\n')
    expect(JSON.parse(first!)).toEqual({
      line: 1,
      error: { code: 'bad-json', message: 'this line is not JSON' },
    })
    expect(JSON.parse(second!)).toMatchObject({ inputId: 'b', line: 2, error: { code: 'no-text-field' } })
    expect(third).toBe(restored)
    expect(code).toBe(3)
  })

  test('that are too long are not held', async () => {
    const { code, out } = await stream(['长'.repeat(100), spun], '--emit', 'text', '--max-bytes', '100')
    const [first, second] = out.split('\n')
    expect(JSON.parse(first!)).toMatchObject({ line: 1, error: { code: 'too-long-line' } })
    expect(second).toBe(restored)
    expect(code).toBe(3)
  })

  test('end as they do on any system, and in any encoding', async () => {
    const { out } = await runMain(['stream', '--emit', 'text'], { stdin: '一段。\r\n没有行尾' })
    expect(out).toBe('一段。\n没有行尾\n')
    const gbk = Buffer.from('b9b2d3d0d1a7d0a33cb8f60a', 'hex')
    const decoded = await runMain(['stream', '--emit', 'text', '--encoding', 'gb18030'], { stdin: gbk })
    expect(decoded.out).toBe('共有学校<个\n')
  })

  test('come out in their order from several threads', async () => {
    const child = spawn(process.execPath, [program, 'stream', '--emit', 'text', '--threads', '2'])
    const lines = Array.from({ length: 40 }, (_, index) =>
      `第${index}段，投资${index}亿元。`.repeat(1 + (index % 5)),
    )
    child.stdin.end(`${lines.join('\n')}\n`)
    const out: string[] = []
    for await (const line of createInterface({ input: child.stdout })) out.push(line)
    expect(out).toEqual(lines)
  })
})

describe('a stream', () => {
  test('answers before it ends, and what came is finished when it is told to end', async () => {
    const child = spawn(process.execPath, [program, 'stream', '--emit', 'text'])
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    child.stdin.write('一。\n')
    expect((await answers.next()).value).toBe('一。')
    child.stdin.write('二。\n三')
    expect((await answers.next()).value).toBe('二。')
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    expect((await answers.next()).done).toBe(true)
    expect(await ended).toEqual([0, null])
  })

  test('that nobody reads on ends quietly', async () => {
    const child = spawn(process.execPath, [program, 'stream', '--emit', 'text'])
    child.stdin.on('error', () => {})
    const told: string[] = []
    child.stderr.on('data', (chunk: Buffer) => told.push(chunk.toString()))
    child.stdin.write('一。\n')
    await once(child.stdout, 'data')
    child.stdout.destroy()
    for (let count = 0; count < 50; count++) child.stdin.write('二。\n')
    child.stdin.end()
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(told.join('')).toBe('')
  })
})
