/**
 * What huanyuan makes of a scan beside what it makes of the text that is printed on it: the facts, words that it takes for
 * spun, warnings. huanyuan must have been built (`npm run build` in its folder).
 */
import { existsSync } from 'node:fs'
import type { RecognisedPage } from '../src/contract.js'
import type { DrawnPage } from './draw.js'

interface Fact {
  readonly value: string | null
  readonly unit: string
  readonly indicator: string
}

interface DocumentRecord {
  readonly facts: readonly Fact[]
  readonly corrections: readonly { readonly kind: string; readonly status: string }[]
  readonly spin: { readonly verdict: string }
  readonly checks: readonly { readonly rule: string; readonly severity: string }[]
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
}

export const newFactScore = (): FactScore => ({
  printed: 0,
  read: 0,
  alike: 0,
  pages: 0,
  swaps: 0,
  suspected: 0,
  warnings: 0,
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

export async function addFacts(
  score: FactScore,
  process: Process,
  page: RecognisedPage,
  { text }: DrawnPage,
): Promise<void> {
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
  if (text === undefined) return
  const clean = await recordOf(process(Buffer.from(text), { path: 'text.txt' }))
  score.printed += clean.facts.length
  score.read += scan.facts.length
  score.alike += countAlike(clean.facts, scan.facts)
}

export const f1Of = ({ printed, read, alike }: FactScore) =>
  printed + read === 0 ? '–' : ((2 * alike) / (printed + read)).toFixed(3)
