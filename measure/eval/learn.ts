/**
 * `npm run eval:learn -- --data DIR`: how well the table of one tool is learned from documents that it damaged.
 * Learns from the first 30 documents of DIR/spun-site with a share of the lexicon hidden, compares the pairs with
 * those of their gold, and measures what the learned table adds on the other documents.
 */
import { parseArgs } from 'node:util'
import { layOut } from '../../src/layout/layout.js'
import type { LearnedPair } from '../../src/learn/judge.js'
import { learnTable } from '../../src/learn/table.js'
import type { ListedPair } from '../../src/model/pair.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { loadResources, withRepair } from '../../src/pipeline/resources.js'
import { loadWordCounts, officialFrequencies } from '../../src/resources/frequencies.js'
import { buildLexicon } from '../../src/resources/lexicon.js'
import { isHidden } from './hide.js'
import { emptyScores, scoreText, sourceOf } from './repair.js'
import { precisionOf, recallOf } from './score-repair.js'
import type { EvaluationText } from './sets.js'
import { readSet } from './sets.js'
import { formatTable, percent } from './table.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    'hide-pairs': { type: 'string', default: '0.3' },
    seed: { type: 'string', default: '1' },
    documents: { type: 'string', default: '30' },
    errors: { type: 'boolean', default: false },
  },
})

/** A pair that the gold holds so often ought to be learned. */
const oftenCount = 5

const keyOf = ({ standard, spun }: Pick<ListedPair, 'standard' | 'spun'>) => `${standard} → ${spun}`

/** How often the gold of the texts holds each pair. */
function goldPairs(texts: readonly EvaluationText[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { gold } of texts) {
    for (const edit of gold) {
      if (edit.kind !== 'swap') continue
      const key = keyOf({ standard: edit.gold, spun: edit.spun })
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return counts
}

function printLearned(learned: readonly LearnedPair[], gold: ReadonlyMap<string, number>): void {
  const often = [...gold].filter(([, count]) => count >= oftenCount).map(([key]) => key)
  const row = (label: string, pairs: readonly LearnedPair[], wanted: readonly string[]) => {
    const keys = new Set(pairs.map(keyOf))
    const right = [...keys].filter((key) => gold.has(key)).length
    const found = wanted.filter((key) => keys.has(key)).length
    return [
      label,
      String(pairs.length),
      percent(right / pairs.length),
      `${percent(found / wanted.length)} of ${wanted.length}`,
    ]
  }
  const listed = new Set(shown.map(keyOf))
  const rows = [
    row('all', learned, often),
    row(
      `expected ${oftenCount} times or more`,
      learned.filter(({ count }) => count >= oftenCount),
      often,
    ),
    row(
      'in no table',
      learned.filter((pair) => !pair.listed),
      often.filter((key) => !listed.has(key)),
    ),
  ]
  console.log(
    formatTable(['learned pairs', 'number', 'precision', `recall of pairs seen ${oftenCount} times`], rows),
  )
  if (!options.errors) return
  const keys = new Set(learned.map(keyOf))
  console.log(`\nMissed: ${often.filter((key) => !keys.has(key)).join(', ')}`)
  console.log(`\nWrong: ${[...keys].filter((key) => !gold.has(key)).join(', ')}`)
}

function printUse(texts: readonly EvaluationText[], rows: readonly (readonly [string, Resources])[]): void {
  const cells = rows.map(([label, resources]) => {
    const scores = emptyScores()
    for (const text of texts) scoreText(text, resources, scores)
    return [label, percent(precisionOf(scores.ours)), percent(recallOf(scores.ours))]
  })
  console.log(`\n${formatTable([`on ${texts.length} other documents`, 'precision', 'recall'], cells)}`)
}

if (options.data === undefined) throw new Error('usage: npm run eval:learn -- --data DIR')
const whole = await loadResources()
const shown = whole.lexicon.entries.filter(
  (entry) => !isHidden(entry, Number(options['hide-pairs']), Number(options.seed)),
)
const cut = withRepair(whole, buildLexicon(shown, whole.lexicon))
const texts = readSet(options.data, 'spun-site')
const training = texts.slice(0, Number(options.documents))
const documents = training.map(({ text }) => layOut(sourceOf(text), cut.boilerplate))
const learned = learnTable(documents, cut.candidates, officialFrequencies(loadWordCounts()))
const entries = learned.map(
  ({ standard, spun, kind, confidence, example }): ListedPair => ({
    origin: 'listed',
    standard,
    spun,
    kind,
    evidence: ['learned'],
    weight: confidence,
    example,
    table: 'learned',
  }),
)
printLearned(learned, goldPairs(training))
printUse(texts.slice(training.length), [
  ['the cut lexicon', cut],
  ['with what was learned', withRepair(whole, buildLexicon([...shown, ...entries], whole.lexicon))],
  ['the whole lexicon', whole],
])
