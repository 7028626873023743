/**
 * Measures the repair of disguised words, a row a kind: what is applied, and what is at least told. And what is said of the
 * same texts as they are: nothing should be.
 */
import { disguises } from '../../src/model/correction.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { loadCharacterTables } from '../../src/resources/characters.js'
import { disguise, disguising } from './disguised-sets.js'
import { sourceOf } from './repair.js'
import { addRegions, emptyScore, findRegions, precisionOf, recallOf } from './score-repair.js'
import type { EvaluationText } from './sets.js'
import { formatTable, percent } from './table.js'

const seed = 1

const isDisguise = (kind: string) => (disguises as readonly string[]).includes(kind)

interface DisguiseScore {
  readonly applied: ReturnType<typeof emptyScore>
  /** Words that are restored or told, and what is told where nothing is disguised. */
  told: number
  falselyTold: number
}

function scoreKind(texts: readonly EvaluationText[], resources: Resources): DisguiseScore {
  const score: DisguiseScore = { applied: emptyScore(), told: 0, falselyTold: 0 }
  for (const { text, gold } of texts) {
    const { corrections, damage } = runStages(sourceOf(text), { resources, until: 'repair' })
    const applied = corrections.filter(({ status }) => status === 'applied')
    addRegions(score.applied, findRegions(text, applied, gold))
    const marks = damage.filter(({ kind }) => isDisguise(kind))
    const touches = (one: { start: number; end: number }) => (other: { start: number; end: number }) =>
      one.start < other.end && other.start < one.end
    score.told += gold.filter((edit) => [...marks, ...applied].some(touches(edit))).length
    score.falselyTold += marks.filter((mark) => !gold.some(touches(mark))).length
  }
  return score
}

/** The table of kinds for a set of clean texts. */
export function formatDisguises(clean: readonly EvaluationText[], resources: Resources): string {
  const { ofUnit } = resources.model.symbols
  const known = (character: string) => ofUnit[character.charCodeAt(0)]! > 5
  const tools = disguising(loadCharacterTables(), known, seed)
  const rows = disguises.map((kind) => {
    const texts = clean.map((text) => disguise(text, kind, tools))
    const { applied, told, falselyTold } = scoreKind(texts, resources)
    return [
      kind,
      String(applied.wanted),
      percent(precisionOf(applied)),
      percent(recallOf(applied)),
      percent(told / applied.wanted),
      String(falselyTold),
    ]
  })
  const untouched = scoreKind(
    clean.map((text) => ({ ...text, text: text.original, gold: [] })),
    resources,
  )
  rows.push(['none', '0', '', '', '', String(untouched.falselyTold + untouched.applied.changed)])
  return formatTable(['disguise', 'words', 'precision', 'recall', 'restored or told', 'false marks'], rows)
}
