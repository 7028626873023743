/**
 * What huanyuan makes of a scan beside what it makes of the text that is printed on it: the facts, words that it takes for
 * spun, warnings. huanyuan must have been built (`npm run build` in its folder).
 */
import { existsSync } from 'node:fs'
import type { RecognisedPage } from '../src/contract.js'
import { folded } from './align.js'
import type { DrawnPage } from './draw.js'

interface Fact {
  readonly id: string
  readonly text: string
  readonly value: string | null
  readonly unit: string
  readonly indicator: string
}

interface DocumentRecord {
  readonly facts: readonly Fact[]
  readonly corrections: readonly { readonly kind: string; readonly status: string }[]
  readonly spin: { readonly verdict: string }
  readonly checks: readonly {
    readonly rule: string
    readonly severity: string
    readonly facts: readonly string[]
  }[]
  /** Of a scan, the least confidence of each fact. */
  readonly recognition?: { readonly facts: Readonly<Record<string, number>> }
}

type Process = (bytes: Uint8Array, options: object) => AsyncIterable<DocumentRecord>

export interface FactScore {
  /** Facts of pages that are all text, in the text and in the scan, and those that are in both. */
  printed: number
  read: number
  alike: number
  pages: number
  /** Words that were changed as spun, and pages that are suspected of it: all reports are clean. */
  swaps: number
  suspected: number
  /** Figures of the scans that are told with a warning. */
  warnings: number
  /** Figures of the scans that are not printed, and those of them that nothing says. */
  wrongFigures: number
  unsaidFigures: number
}

export const newFactScore = (): FactScore => ({
  printed: 0,
  read: 0,
  alike: 0,
  pages: 0,
  swaps: 0,
  suspected: 0,
  warnings: 0,
  wrongFigures: 0,
  unsaidFigures: 0,
})

const library = new URL('../../../dist/index.js', import.meta.url)
/** The head of a PNG file: its pixels are read already. */
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Undefined where huanyuan is not built. */
export async function loadProcess(): Promise<Process | undefined> {
  if (!existsSync(library)) return undefined
  const { processDocument } = (await import(library.href)) as { processDocument: Process }
  return processDocument
}

async function recordOf(records: AsyncIterable<DocumentRecord>): Promise<DocumentRecord> {
  for await (const record of records) return record
  throw new Error('no record')
}

/** Corrections that a scan needs: what was misread, and spaces between boxes. */
const ofScans: ReadonlySet<string> = new Set(['recognition', 'layout'])

/** Verdicts of a clean report; of a page that cannot be read nothing is left. */
const unsuspected: ReadonlySet<string> = new Set(['clean', 'too-short'])

const keyOf = ({ value, unit, indicator }: Fact) => [value, unit, indicator].join(' ')

/** How many of one list are in the other as well. */
function countAlike(one: readonly Fact[], two: readonly Fact[]): number {
  const left = two.map(keyOf)
  return one.filter((fact) => {
    const at = left.indexOf(keyOf(fact))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
}

const figure = /\d[\d,.]*[%‰]?/g
const figuresOf = (text: string) =>
  [...folded(text).matchAll(figure)].map(([one]) => one.replace(/[,.]$/, ''))

/** All figures of a page; one may go on in the next line. */
function printedFigures({ printed }: DrawnPage): Set<string> {
  const texts = printed.map(({ text }) => text.replace(/\s+/g, ''))
  return new Set(
    texts.flatMap((text, at) => [...figuresOf(text), ...figuresOf(text + (texts[at + 1] ?? ''))]),
  )
}

/** Confidence from which on nothing is said of a digit. */
const sure = 0.98

/** Counts figures of facts that are not on the page. */
function addFigures(
  score: FactScore,
  { facts, checks, recognition }: DocumentRecord,
  drawn: DrawnPage,
): void {
  const printed = printedFigures(drawn)
  const said = new Set(checks.flatMap((check) => (check.rule === 'recognition' ? check.facts : [])))
  for (const { id, text } of facts) {
    if (figuresOf(text).every((one) => printed.has(one))) continue
    score.wrongFigures++
    if (!said.has(id) && (recognition?.facts[id] ?? 1) >= sure) score.unsaidFigures++
  }
}

export async function addFacts(
  score: FactScore,
  process: Process,
  page: RecognisedPage,
  drawn: DrawnPage,
): Promise<void> {
  const { text } = drawn
  const recogniser = {
    engine: 'measured',
    model: 'measured',
    async *readPicture() {
      yield page
    },
    async *readPdf() {},
    close: async () => {},
  }
  const scan = await recordOf(process(png, { path: 'scan.png', scans: { recogniser } }))
  score.pages++
  score.swaps += scan.corrections.filter(
    ({ kind, status }) => !ofScans.has(kind) && status === 'applied',
  ).length
  if (!unsuspected.has(scan.spin.verdict)) score.suspected++
  score.warnings += scan.checks.filter(
    ({ rule, severity }) => rule === 'recognition' && severity === 'warning',
  ).length
  addFigures(score, scan, drawn)
  if (text === undefined) return
  const clean = await recordOf(process(Buffer.from(text), { path: 'text.txt' }))
  score.printed += clean.facts.length
  score.read += scan.facts.length
  score.alike += countAlike(clean.facts, scan.facts)
}

export const f1Of = ({ printed, read, alike }: FactScore) =>
  printed + read === 0 ? '–' : ((2 * alike) / (printed + read)).toFixed(3)
