/**
 * Random texts of what reports hold, whether it makes sense or not: sentences of the own reports, words of the tables,
 * numbers and units, brackets, masks, tables, damage. The same seed gives the same text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../scripts/tables.js'
import type { Random } from '../readers/samples/mutations.js'
import { spinText } from '../support/spin.js'

const corpus = join(root, 'corpus')
const linesOf = (path: string) =>
  readFileSync(join(corpus, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
const tablesIn = (folder: string) => readdirSync(join(corpus, folder)).filter((name) => name.endsWith('.tsv'))

/** Words of the first columns of a folder's tables. */
function wordsOf(folder: string, columns: number): string[] {
  return tablesIn(folder)
    .flatMap((name) => linesOf(`${folder}/${name}`).slice(1))
    .flatMap((line) => line.split('\t').slice(0, columns))
    .flatMap((cell) => cell.split(' '))
    .filter((word) => word !== '')
}

const sentences = readdirSync(join(corpus, 'reports'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => ['clean', 'damaged'].map((kind) => `reports/${name}/${kind}.txt`))
  .flatMap(linesOf)
  .flatMap((line) => line.split(/(?<=[。；])/))
const characters = [...new Set(sentences.join(''))]
const lexicon = wordsOf('lexicon', 2)
const cues = wordsOf('cues', 2)
const units = wordsOf('units', 3)
const indicators = wordsOf('indicators', 2)

/** What each tool makes of a standard word; the last of several. */
const tools = readdirSync(join(corpus, 'tools'))
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(corpus, 'tools', name), 'utf8')) as { pairs: string[] })
  .map(({ pairs }) => new Map(pairs.map((pair) => pair.split(' ') as [string, string])))

const digits = '0123456789'
const numerals = '零〇一二两三四五六七八九十百千万亿廿壹贰拾点半'
const marks = [...'，。、；：！？,.;:%％‰+-－—~～*＊·/／“”‘’《》()（）[]【】{}<>|\\\'"_#&@=×÷±≈≤≥→']
const blanks = [
  ' ',
  '  ',
  '　',
  '\t',
  '\n',
  '\n\n',
  '\r\n',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\f',
  '\v',
  '\u2028',
]
const masks = ['20xx年', '××', '**', '某某', 'XX市', '201X年', '20**年', '□□', '＿＿', '____', '…', 'x月x日']
const rare = [
  '𠮷',
  '\u{1f468}\u200d\u{1f469}',
  '\ud800',
  '\udc00',
  '\0',
  '\u001b[2J',
  '\u202e',
  '\ufffd',
  '\ue000',
]
const joints = [
  '其中',
  '分别为',
  '比上年',
  '同比',
  '占',
  '增长',
  '下降',
  '至',
  '到',
  '由',
  '以上',
  '左右',
  '合计',
  '共',
]

/** A small text of one kind. */
type Piece = (random: Random) => string

const one = <T>(items: readonly T[], random: Random): T => items[random(items.length)]!
const several = (most: number, random: Random, part: Piece): string =>
  Array.from({ length: 1 + random(most) }, () => part(random)).join('')
const figure: Piece = (random) => several(12, random, () => one([...digits], random))

/** A figure as reports print it, now and then with the signs in places where none belong. */
const number: Piece = (random) => {
  const kind = random(10)
  if (kind < 3) return figure(random)
  if (kind < 5) return `${figure(random)}.${figure(random)}`
  if (kind < 6) return `${random(1000)},${String(random(1000)).padStart(3, '0')}`
  if (kind < 7) return several(6, random, () => one([...numerals], random))
  if (kind < 8) return `${figure(random)}${one(marks, random)}${figure(random)}`
  if (kind < 9) return `${1949 + random(100)}年${random(14)}月${random(33)}日`
  return `${figure(random)}${one([...numerals], random)}`
}

const quantity: Piece = (random) => `${number(random)}${one(units, random)}`
const statement: Piece = (random) =>
  `${one(indicators, random)}${one(joints, random)}${quantity(random)}${one(marks, random)}`

/** Cells between one sign, of rows that may not be equally long. */
const table: Piece = (random) => {
  const sign = one(['\t', '  ', '|', ',', '　'], random)
  const columns = 1 + random(5)
  const cell: Piece = () => (random(3) === 0 ? one(indicators, random) : number(random))
  const row = () => Array.from({ length: columns + (random(8) === 0 ? 1 : 0) }, () => cell(random)).join(sign)
  return `\n${Array.from({ length: 1 + random(6) }, row).join('\n')}\n`
}

/** A sentence of a report with something taken out, put in or put twice. */
const torn: Piece = (random) => {
  const sentence = one(sentences, random)
  const [from, to] = [random(sentence.length + 1), random(sentence.length + 1)].sort((a, b) => a - b)
  return sentence.slice(0, from) + one(pieces, random)(random) + sentence.slice(random(2) === 0 ? from : to)
}

const spun: Piece = (random) => spinText(one(sentences, random), one(tools, random)).text

const bracketed: Piece = (random) => {
  const [open, close] = one(
    ['（）', '()', '“”', '《》', '【】'].map((pair) => [...pair]),
    random,
  )
  const inner = one(pieces, random)(random)
  return random(4) === 0 ? `${open}${inner}` : `${open}${inner}${close}`
}

/** Torn and bracketed texts hold others; a text of few of them is short, as the chance of each is. */
const pieces: readonly Piece[] = [
  (random) => one(sentences, random),
  (random) => one(sentences, random),
  spun,
  spun,
  spun,
  torn,
  statement,
  statement,
  quantity,
  number,
  table,
  bracketed,
  (random) => one(lexicon, random),
  (random) => one(lexicon, random),
  (random) => one(cues, random),
  (random) => one(joints, random),
  (random) => one(masks, random),
  (random) => one(marks, random),
  (random) => one(blanks, random),
  (random) => several(8, random, () => one(characters, random)),
  (random) => one(rare, random),
]

/** A text of up to so many pieces. */
export function randomText(random: Random, most = 8): string {
  return several(most, random, (next) => one(pieces, next)(next))
}
