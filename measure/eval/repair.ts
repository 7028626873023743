/**
 * Measures repair on sets of damaged texts: precision, recall and F0.5 of what is applied, by set and by trait; false
 * changes of clean text by genre; stated confidences; damage and boilerplate found; and two baselines beside ours.
 */
import type { Correction } from '../../src/model/correction.js'
import type { RepairedDocument, SourceDocument } from '../../src/model/document.js'
import type { Resources } from '../../src/pipeline/resources.js'
import { runStages } from '../../src/pipeline/stages.js'
import { replaceAlways, replaceMarkers } from './baselines.js'
import type { StatedConfidence } from './calibration.js'
import { confidencesOf } from './calibration.js'
import type { PredictedEdit, Score } from './score-repair.js'
import { addRegions, emptyScore, findRegions } from './score-repair.js'
import type { EvaluationText } from './sets.js'
import { isHeldBack } from './sets.js'
import { findCrossings, traitsOf } from './traits.js'

/** Confidences at which the curve of precision and recall is taken. */
export const thresholds = [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98] as const

export interface RepairScores {
  readonly ours: Score
  /** Of the documents that nothing is fitted on. */
  readonly heldBack: Score
  readonly suggested: Score
  /** Scores of what would be applied from each of `thresholds` on. */
  readonly curve: readonly Score[]
  readonly always: Score
  readonly markers: Score
  readonly unseen: Score
  readonly layout: Score
  readonly traits: Map<string, Score>
  readonly damage: { mask: Score; deletion: Score; notice: Score }
  readonly confidences: StatedConfidence[]
  characters: number
  milliseconds: number
  /** Changes of text that was not spun: in paragraphs without gold, and their characters. */
  cleanChanges: number
  cleanCharacters: number
  figuresChanged: number
}

export function emptyScores(): RepairScores {
  return {
    ours: emptyScore(),
    heldBack: emptyScore(),
    suggested: emptyScore(),
    curve: thresholds.map(emptyScore),
    always: emptyScore(),
    markers: emptyScore(),
    unseen: emptyScore(),
    layout: emptyScore(),
    traits: new Map(),
    damage: { mask: emptyScore(), deletion: emptyScore(), notice: emptyScore() },
    confidences: [],
    characters: 0,
    milliseconds: 0,
    cleanChanges: 0,
    cleanCharacters: 0,
    figuresChanged: 0,
  }
}

export function sourceOf(text: string): SourceDocument {
  const origin = { path: null, entry: null, mediaType: 'text/plain', encoding: 'utf-8', bytes: text.length }
  return { id: 'sha256:evaluation', origin, text, stated: [], pageStarts: [], messages: [] }
}

const asEdit = ({ start, end, replacement, confidence }: Correction): PredictedEdit => ({
  start,
  end,
  replacement,
  confidence,
})

const figuresOf = (text: string) => text.replace(/[^0-9０-９]/g, '')

/** Repairs one text and adds what came of it to the scores. */
export function scoreText(
  text: EvaluationText,
  resources: Resources,
  scores: RepairScores,
): RepairedDocument {
  const start = performance.now()
  const document = runStages(sourceOf(text.text), { resources, until: 'repair' })
  scores.milliseconds += performance.now() - start
  scores.characters += text.text.length
  if (figuresOf(document.repaired.text) !== figuresOf(text.text)) scores.figuresChanged++
  const applied = document.corrections.filter(({ status }) => status === 'applied')
  const regions = findRegions(text.text, applied.map(asEdit), text.gold)
  addRegions(scores.ours, regions)
  if (isHeldBack(text)) addRegions(scores.heldBack, regions)
  const all = document.corrections.filter(({ kind }) => kind !== 'character')
  const widest = findRegions(text.text, all.map(asEdit), text.gold)
  addRegions(scores.suggested, widest)
  thresholds.forEach((threshold, index) => {
    const sure = all.filter(({ confidence }) => confidence >= threshold).map(asEdit)
    addRegions(scores.curve[index]!, findRegions(text.text, sure, text.gold))
  })
  scores.confidences.push(...confidencesOf(widest, isHeldBack(text)))
  addRegions(scores.always, findRegions(text.text, replaceAlways(text.text, resources), text.gold))
  addRegions(scores.markers, findRegions(text.text, replaceMarkers(text.text, resources), text.gold))
  const crossings = findCrossings(text)
  for (const region of regions) {
    if (region.gold.some(({ unseen }) => unseen === true)) addRegions(scores.unseen, [region])
    const isLayout =
      region.gold.length > 0
        ? region.gold.every(({ kind }) => kind === 'layout')
        : region.end - region.start === 1 && /\s/.test(text.text[region.start]!)
    if (isLayout) addRegions(scores.layout, [region])
    for (const trait of traitsOf(region, resources.lexicon, crossings)) {
      const score = scores.traits.get(trait) ?? emptyScore()
      scores.traits.set(trait, score)
      addRegions(score, [region])
    }
  }
  scoreDamage(document, text, scores)
  scoreCleanParagraphs(text, applied, scores)
  return document
}

/** Masks and deletions that are reported where they are, notices that are boilerplate. */
function scoreDamage(document: RepairedDocument, text: EvaluationText, scores: RepairScores): void {
  for (const gold of text.gold) {
    if (gold.kind === 'mask' || gold.kind === 'deletion') {
      const found = document.damage.some(
        ({ kind, start, end }) => kind === gold.kind && start <= gold.end && gold.start <= end,
      )
      scores.damage[gold.kind].wanted++
      if (found) scores.damage[gold.kind].right++
    } else if (gold.kind === 'notice') {
      const inked = (start: number, end: number) => text.text.slice(start, end).replace(/\s/g, '').length
      const covered = document.blocks
        .filter(({ kind, start, end }) => kind === 'boilerplate' && start < gold.end && gold.start < end)
        .reduce((sum, { start, end }) => sum + inked(Math.max(start, gold.start), Math.min(end, gold.end)), 0)
      scores.damage.notice.wanted++
      if (covered >= 0.9 * inked(gold.start, gold.end)) scores.damage.notice.right++
    }
  }
}

/** Applied changes in paragraphs that hold no gold: those that the tool left alone. */
function scoreCleanParagraphs(
  text: EvaluationText,
  applied: readonly Correction[],
  scores: RepairScores,
): void {
  let start = 0
  for (const line of text.text.split('\n')) {
    const end = start + line.length
    const inside = ({ start: from, end: to }: { start: number; end: number }) => from < end && to > start
    if (line.length >= 30 && !text.gold.some((gold) => inside(gold))) {
      scores.cleanCharacters += line.length
      scores.cleanChanges += applied.filter(inside).length
    }
    start = end + 1
  }
}
