/**
 * A process of its own, with `--expose-gc`: works on many documents, each with a text of its own of some size, and prints
 * what stays in memory of each, in bytes, by the way that they took.
 */
import { docxOf } from '../readers/samples/office.js'
import { builtPath } from '../support/built.js'

const { createHuanyuan, extract, processDocument, processText, repair } = (await import(
  builtPath('dist/program/index.js')
)) as typeof import('../../src/index.js')

/** Characters that cost nothing to read and stand in no other document: what keeps a part of a text keeps these. */
const weight = 100_000
const documentsEach = 10
const rounds = 3

const letters = 'abcdefghijklmnop'
const nameOf = (number: number) => [...String(number)].map((digit) => letters[Number(digit)]).join('')

/** A report of few words, with a line that is long and its own. */
function reportOf(number: number): string {
  const line = `${nameOf(number)} `
  return [
    `清源市教育局${2000 + (number % 30)}年工作总结`,
    `全市共有各级各类黉舍${number + 20}所，此中小学${number}所，中学20所。咱们要踊跃推动教导奇迹进展，增强黉舍治理。`,
    `完成投资${1200 + 7 * number}万元，同比增长${(number % 90) + 1}.5%。`,
    line.repeat(Math.ceil(weight / line.length)),
  ].join('\n')
}

async function read(bytes: Uint8Array, path: string): Promise<void> {
  for await (const record of processDocument(bytes, { path }))
    if (record.facts.length === 0) throw new Error(path)
}

const threads = await createHuanyuan({ threads: 1 })
/** One for all calls, as a server has one for its whole life. */
const { signal } = new AbortController()

const ways: Readonly<Record<string, (text: string) => unknown>> = {
  processText: (text) => processText(text),
  repair: (text) => repair(text),
  extract: (text) => extract(text),
  'processDocument of a text': (text) => read(Buffer.from(text), 'a.txt'),
  'processDocument of a format with a parser': (text) =>
    read(docxOf(text.split('\n').map((line) => ({ text: line, level: 0 }))), 'a.docx'),
  'createHuanyuan with a signal': (text) => threads.processText(text, { signal }),
}

function held(): number {
  for (let time = 0; time < 3; time++) globalThis.gc!()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

let number = 0

/** What stays of each document, in the round of the middle: caches fill in some and are emptied in others. */
async function retained(work: (text: string) => unknown): Promise<number> {
  const growths: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = held()
    for (let count = 0; count < documentsEach; count++) await work(reportOf(number++))
    // The first round loads what is loaded when it is first needed.
    if (round > 0) growths.push(held() - before)
  }
  return Math.round(growths.sort((a, b) => a - b)[rounds >> 1]! / documentsEach)
}

for (const [name, work] of Object.entries(ways)) console.log(JSON.stringify([name, await retained(work)]))
await threads.close()
process.exit(0)
