/**
 * What the floors of quality are measured by: for each room of the house, shares from 0 to 1 over some own reports,
 * the higher the better. `repair`, `extract` and `audit` are measured on right input; `pipeline` is all of them on
 * damaged text, one behind the other.
 */
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import type { AuditScore } from '../eval/audit.js'
import { plantInGold, scoreGold, scoreReports } from '../eval/audit.js'
import type { FactScore } from '../eval/facts.js'
import { factF1, factRows, scoreFacts } from '../eval/facts.js'
import { emptyScores, scoreText, sourceOf } from '../eval/repair.js'
import { precisionOf, recallOf } from '../eval/score-repair.js'
import { readOwnReport } from '../eval/sets.js'

/** Shares by name. */
export type Shares = Readonly<Record<string, number>>
type Measure = (folders: readonly string[], resources: Resources) => Shares

function measureRepair(folders: readonly string[], resources: Resources): Shares {
  const reports = folders.map(readOwnReport)
  const damaged = emptyScores()
  for (const report of reports) scoreText(report, resources, damaged)
  const clean = emptyScores()
  for (const report of reports) scoreText({ ...report, text: report.original, gold: [] }, resources, clean)
  const { mask, deletion, notice } = damaged.damage
  return {
    'applied, precision': precisionOf(damaged.ours),
    'applied, recall': recallOf(damaged.ours),
    'with suggestions, recall': recallOf(damaged.suggested),
    'layout, precision': precisionOf(damaged.layout),
    'layout, recall': recallOf(damaged.layout),
    'masks, recall': recallOf(mask),
    'deletions, recall': recallOf(deletion),
    'notices, recall': recallOf(notice),
    'clean text, characters left alone': 1 - clean.ours.changed / clean.characters,
  }
}

const factShares = (score: FactScore): Shares =>
  Object.fromEntries(factRows.map((row) => [`${row}, F1`, factF1(score, row)]))

const shareOf = (scores: readonly AuditScore[], part: (score: AuditScore) => number, whole: typeof part) => {
  const sum = (of: typeof part) => scores.reduce((total, score) => total + of(score), 0)
  return sum(whole) === 0 ? 1 : sum(part) / sum(whole)
}

const stateRight = (scores: readonly AuditScore[]) =>
  shareOf(
    scores,
    (score) => score.stateRight,
    (score) => score.gold,
  )

const bornOut = (scores: readonly AuditScore[]) =>
  shareOf(
    scores,
    ({ findings, falseFindings }) => findings - falseFindings.length,
    ({ findings }) => findings,
  )

function measureAudit(folders: readonly string[], resources: Resources): Shares {
  const plants = [1, 2, 3].map((seed) => plantInGold(folders, seed, resources))
  const found = plants.reduce((sum, score) => sum + score.found, 0)
  const findable = plants.reduce((sum, { planted, withinRounding }) => sum + planted - withinRounding, 0)
  return {
    'clean, state right': stateRight(scoreGold(folders, 'clean', resources)),
    'damaged, state right': stateRight(scoreGold(folders, 'damaged', resources)),
    'planted digits, recall': found / findable,
  }
}

function measurePipeline(folders: readonly string[], resources: Resources): Shares {
  const analyse = (text: string) => runStages(sourceOf(text), { resources })
  const checks = {
    clean: scoreReports(folders, 'clean', analyse),
    damaged: scoreReports(folders, 'damaged', analyse),
  }
  return {
    ...factShares(scoreFacts(folders, 'damaged', analyse)),
    'clean, checks with state right': stateRight(checks.clean),
    'clean, findings borne out': bornOut(checks.clean),
    'damaged, checks with state right': stateRight(checks.damaged),
    'damaged, findings borne out': bornOut(checks.damaged),
  }
}

const measures = {
  repair: measureRepair,
  extract: (folders, resources) =>
    factShares(
      scoreFacts(folders, 'clean', (text) =>
        runStages(sourceOf(text), { resources, assume: 'clean', until: 'extract' }),
      ),
    ),
  audit: measureAudit,
  pipeline: measurePipeline,
} satisfies Record<string, Measure>

export type Room = keyof typeof measures
export const rooms = Object.keys(measures) as Room[]

/** The shares of a room on the reports in these folders. */
export function measureRoom(room: Room, folders: readonly string[], resources: Resources): Shares {
  return measures[room](folders, resources)
}
