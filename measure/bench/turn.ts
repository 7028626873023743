/**
 * One turn of the comparison with another revision, a process of its own: takes texts of each kind through the built
 * program in a folder and prints what that took, as JSON. Arguments: the folder, the number of characters a kind, and a
 * folder of sets or nothing. Only what every revision has is asked of the program; what it lacks is left out.
 */
import { performance } from 'node:perf_hooks'
import { pathToFileURL } from 'node:url'
import { processorTime } from './measure.js'
import { kindsOf, lengthOf, spread } from './texts.js'

/** What one kind of text took, in milliseconds of processor time. */
export interface KindTurn {
  readonly kind: string
  readonly characters: number
  readonly repair: number
  readonly whole: number
  /** Queries that the language models answered from their tables. */
  readonly queries?: number
}

export interface Turn {
  /** From the start of the process to the end of its first, short document. */
  readonly start: number
  /** The command on a small file, a process of its own. */
  readonly command: number
  /** One document of a dozen characters; and one of which a word is restored. */
  readonly short: number
  readonly restored: number
  /** The most memory that the process held, in bytes. */
  readonly peak: number
  readonly kinds: readonly KindTurn[]
}

interface Model {
  lookedUp?(): number
}

interface Program {
  loadResources(): Promise<{ candidates: { model: Model; sources?: { general?: () => Model } } }>
  processText(text: string, options: unknown): unknown
}

const [folder = '', characters = '', data] = process.argv.slice(2)
const shortText = '全县共有学校12所。'
const shortSpunText = '全县共有黉舍12所。'
const shortRuns = 200

const { loadResources, processText } = (await import(
  pathToFileURL(`${folder}/dist/index.js`).href
)) as Program
const resources = await loadResources()
processText(shortText, { resources })
const start = processorTime()
const { model, sources } = resources.candidates
const queriesSoFar = () =>
  model.lookedUp === undefined ? undefined : model.lookedUp() + (sources?.general?.().lookedUp?.() ?? 0)

/** Stages are timed by this clock: other programs on the machine do not count. */
performance.now = processorTime

const kinds = kindsOf(data).map(({ kind, texts }): KindTurn => {
  const chosen = spread(texts, Number(characters))
  const before = queriesSoFar()
  let repair = 0
  const onTiming = (stage: string, milliseconds: number) => {
    if (stage === 'repair') repair += milliseconds
  }
  const begun = processorTime()
  for (const text of chosen) processText(text, { resources, onTiming })
  const whole = processorTime() - begun
  const turn = { kind, characters: lengthOf(chosen), repair, whole }
  return before === undefined ? turn : { ...turn, queries: queriesSoFar()! - before }
})

/** Milliseconds that one of many takes. */
function timeOf(text: string): number {
  const begun = processorTime()
  for (let run = 0; run < shortRuns; run++) processText(text, { resources })
  return (processorTime() - begun) / shortRuns
}

const short = timeOf(shortText)
const restored = timeOf(shortSpunText)
const peak = process.resourceUsage().maxRSS * 1024
console.log(JSON.stringify({ start, short, restored, peak, kinds } satisfies Omit<Turn, 'command'>))
