/**
 * Texts with annotated facts: our own (`corpus/annotated/own`), windows of the corpora of which the project keeps only the
 * places and the annotations (`corpus/annotated/windows`), and those of DIR/dev. Offsets index the text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { corpusPath, readTsv } from '../../src/resources/tsv.js'
import { readGold } from '../eval/gold-document.js'
import { fittedReports } from '../eval/sets.js'

export interface AnnotatedFact {
  readonly start: number
  readonly end: number
  readonly indicator: string
  /** Other names that are just as right. */
  readonly accepted?: readonly string[]
  /** Whether it is a fact at all is open to doubt. */
  readonly optional: boolean
  /** A place in an order; it has no value of its own. */
  readonly rank: boolean
}

export interface AnnotatedText {
  readonly id: string
  /** What it is left out with, when trees are scored on kinds that they have not seen. */
  readonly kind: string
  readonly text: string
  readonly facts: readonly AnnotatedFact[]
  /** Whether trees are grown on it; the others say what they are worth. */
  readonly teaches: boolean
}

/** Texts that came later do not teach: with them a real report was named worse, though names of kinds left out were better. */
const lastTeaching: Readonly<Record<string, number>> = { own: 48, w: 28 }

function teaches(id: string): boolean {
  const [, series = '', order = ''] = /^([a-z]+)(\d+)$/.exec(id) ?? []
  return Number(order) <= (lastTeaching[series] ?? Number.POSITIVE_INFINITY)
}

const suffix = '.facts.jsonl'
const annotated = (...path: string[]) => corpusPath('annotated', ...path)

function readFacts(path: string): AnnotatedFact[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as AnnotatedFact)
}

/** Texts `ID.txt` of a folder with their facts. */
export function readFolder(folder: string, kindOf: (id: string) => string): AnnotatedText[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(suffix))
    .sort()
    .map((name) => {
      const id = name.slice(0, -suffix.length)
      const text = readFileSync(join(folder, `${id}.txt`), 'utf8')
      return { id, kind: kindOf(id), text, facts: readFacts(join(folder, name)), teaches: teaches(id) }
    })
}

/** Our own texts. */
export function readOwn(): AnnotatedText[] {
  return readFolder(annotated('own'), () => 'own')
}

/** Those of the project's reports that anything is fitted on; of names they have one each. */
function readReports(): AnnotatedText[] {
  return fittedReports.map((id) => {
    const folder = corpusPath('reports', id)
    const text = readFileSync(join(folder, 'clean.txt'), 'utf8')
    const facts = readGold(folder).facts.map(({ clean: { start, end }, indicator }) => ({
      ...{ start, end, indicator },
      optional: false,
      rank: false,
    }))
    return { id, kind: 'reports', text, facts, teaches: true }
  })
}

/** Lines of the corpora of DIR. */
function readWindows(data: string): AnnotatedText[] {
  const lines = new Map<string, readonly string[]>()
  const linesOf = (file: string): readonly string[] => {
    const known = lines.get(file)
    if (known !== undefined) return known
    const folder = ['corpora', 'corpora-general'].find((name) => readdirSync(join(data, name)).includes(file))
    if (folder === undefined) throw new Error(`${data}: no ${file}`)
    const read = gunzipSync(readFileSync(join(data, folder, file)))
      .toString('utf8')
      .split('\n')
    lines.set(file, read)
    return read
  }
  return readTsv(annotated('windows', 'places.tsv'), ['id', 'kind', 'file', 'first', 'last']).map(
    ({ cells }) => {
      const [id = '', , file = '', first, last] = cells
      const text = linesOf(file)
        .slice(Number(first) - 1, Number(last))
        .join('\n')
      const facts = readFacts(annotated('windows', `${id}${suffix}`))
      return { id, kind: 'windows', text, facts, teaches: teaches(id) }
    },
  )
}

/** Names of the choice that a reader found just as right as the annotator's, by text and annotated name. */
function withAccepted(texts: readonly AnnotatedText[]): AnnotatedText[] {
  const found = new Map<string, string[]>()
  const keyOf = (text: string, indicator: string) => `${text}\t${indicator}`
  for (const { cells } of readTsv(annotated('accepted.tsv'), ['text', 'indicator', 'accepted'])) {
    const [text = '', indicator = '', accepted = ''] = cells
    const key = keyOf(text, indicator)
    found.set(key, [...(found.get(key) ?? []), accepted])
  }
  return texts.map((text) => ({
    ...text,
    facts: text.facts.map((fact) => ({
      ...fact,
      accepted: [...(fact.accepted ?? []), ...(found.get(keyOf(text.id, fact.indicator)) ?? [])],
    })),
  }))
}

/** All texts that names are learnt from. A family of kinds is one kind: none of its like is seen when it is scored. */
export function readAnnotated(data: string): AnnotatedText[] {
  return withAccepted([
    ...readFolder(join(data, 'dev', 'facts-more'), (id) => id.slice(0, 1)),
    ...readOwn(),
    ...readReports(),
    ...readWindows(data),
  ])
}

const ends = [
  /[\s（）()“”"、，,的]/g,
  /^(?:全国|全省|全市|全县|全区|全州|全年|年末|我省|我校|本集团)+/,
  /(?:增长率|增长速度|增速|增幅|增加额|减少额)$/,
  /(?:人数|件数|户数|个数|数量|总数|数|金额)$/,
]

/** A name without what names of one meaning may differ in: marks, 全县, 数, what says that it changed. */
const bareName = (name: string) => ends.reduce((rest, end) => rest.replace(end, ''), name)

/** Whether a name says what the annotators say. */
export function isRightName(name: string, { indicator, accepted = [] }: AnnotatedFact): boolean {
  const bare = bareName(name)
  return bareName(indicator) === bare || accepted.some((other) => bareName(other) === bare)
}
