/**
 * Reads a text for disguised words: what may have been written otherwise, each with the weight of both language models.
 * Whether it was is decided by `judge.ts`.
 */

import type { LanguageModel } from '../../lm/query.js'
import type { DisguiseName } from '../../model/correction.js'
import { append } from '../../model/lists.js'
import { once } from '../../model/once.js'
import { mayMatter } from './bounds.js'
import { insertedSign } from './inserted-sign.js'
import type { DisguiseKnowledge, Proposal } from './kind.js'
import { kinds } from './kinds.js'
import type { Disguises } from './knowledge.js'
import { likeliestReading } from './likeliest-reading.js'
import type { EncodedLine } from './line.js'
import { encodeLine, encodeWord, symbolAt } from './line.js'
import { reach } from './near.js'
import type { Seed } from './seeds.js'
import { findSeeds } from './seeds.js'
import type { Replacement, Score, Weight } from './weigh.js'
import { context, scorer, weigh } from './weigh.js'

/** `[start, end)` of the text may have been `replacement`. */
export interface Reading extends Proposal {
  readonly kind: DisguiseName
  /** The smaller gain of the two models, and the better fit. */
  readonly gain: number
  readonly fit: number
  /** How well the better model knows the line, restored: mean log-probability of a symbol; not asked where it is no matter. */
  readonly register: number
  /** How much more it gains than the next best word that the same kinds propose for the place. */
  readonly lead: number
}

/** A place of the text where a kind of disguise may be. */
type DisguisePlace = Pick<Reading, 'kind' | 'start' | 'end'>

interface Option extends Replacement, Proposal {
  readonly kind: DisguiseName
  readonly cost: number
}

interface Reader {
  readonly model: LanguageModel
  readonly line: EncodedLine
  readonly score: Score
}

/** A sign that may have been put into a word parts two words, if it was not: to the model, as a comma of lists does. */
function withCommas(text: string, signs: readonly Proposal[]): string {
  let end = 0
  const pieces: string[] = []
  for (const sign of signs) {
    pieces.push(text.slice(end, sign.start), '、'.padEnd(sign.end - sign.start))
    end = sign.end
  }
  return pieces.join('') + text.slice(end)
}

function optionsOf(
  { model, line }: Reader,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  knowledge: DisguiseKnowledge,
): Option[] {
  const [first, last] = [line.offsets[start]!, line.offsets[end]!]
  return kinds.flatMap(({ id, cost, propose }) =>
    propose(text, first, last, knowledge).flatMap((proposal): Option[] => {
      const [from, to] = [symbolAt(line, proposal.start), symbolAt(line, proposal.end)]
      if (from === undefined || to === undefined || from === to) return []
      return [
        {
          ...proposal,
          from,
          to,
          ids: encodeWord(proposal.replacement, model),
          kind: id,
          cost: proposal.cost ?? cost,
        },
      ]
    }),
  )
}

/** The weight of an option under a model, with the chosen ones beside it made. */
function weightOf({ model, line, score }: Reader, beside: readonly Option[], option: Option): Weight {
  const encode = (one: Option): Replacement => ({ ...one, ids: encodeWord(one.replacement, model) })
  const others = beside.filter((one) => one.from >= option.to || one.to <= option.from)
  return weigh(score, line, others.map(encode), encode(option))
}

/** Symbols around a seed that are read with it: the words beside a disguised one are often disguised too. */
const before = 4
const behind = 6

/** Mean log-probability of a symbol of a line with the options made. */
function registerOf({ model, line }: Reader, chosen: readonly Option[]): number {
  const ids: number[] = []
  let at = 0
  for (const { from, to, replacement } of chosen) {
    append(ids, line.ids.subarray(at, from))
    append(ids, encodeWord(replacement, model))
    at = to
  }
  append(ids, line.ids.subarray(at, line.length))
  return model.scoreParagraph(Uint16Array.from(ids), ids.length) / Math.max(1, ids.length)
}

/** A line with its seeds. */
interface SeededLine {
  readonly text: string
  /** Where the line begins in the text. */
  readonly start: number
  readonly shown: string
  readonly reader: Reader
  readonly seeds: readonly Seed[]
}

function readerOf(model: LanguageModel, shown: string): Reader {
  return { model, line: encodeLine(shown, model), score: scorer(model) }
}

function seedLine(
  text: string,
  start: number,
  { reports: model, isUnexpected }: Disguises,
  knowledge: DisguiseKnowledge,
): SeededLine {
  const signs = insertedSign.propose(text, 0, text.length, knowledge)
  const shown = signs.length === 0 ? text : withCommas(text, signs)
  const signAt = new Set(signs.map((sign) => sign.start))
  const reader = readerOf(model, shown)
  return {
    text,
    start,
    shown,
    reader,
    seeds: findSeeds(model, isUnexpected, reader.line, knowledge, (at) => signAt.has(at)),
  }
}

/** Stretches of symbols around seeds, in order and disjoint. */
function stretchesOf(seeds: readonly Seed[], length: number): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = []
  for (const { at } of seeds) {
    const start = Math.max(0, at - before)
    const end = Math.min(length, at + behind)
    const last = stretches.at(-1)
    if (last !== undefined && start <= last.end) last.end = end
    else stretches.push({ start, end })
  }
  return stretches
}

/**
 * What an option of a line is worth, of those that were chosen. The general model, the rivals and the register are asked
 * only where the answers before them leave it open whether it is a disguise.
 */
function toReading(
  [reports, general]: readonly [Reader, () => Reader],
  start: number,
  { option, rivals, beside }: ChosenOption,
  askRegister: () => number,
): Reading {
  const { kind, replacement } = option
  const place = { start: start + option.start, end: start + option.end, replacement, kind }
  const own = weightOf(reports, beside, option)
  const isOpen = mayMatter(kind, own.gain, Number.POSITIVE_INFINITY)
  const other = isOpen ? weightOf(general(), beside, option) : own
  const gain = Math.min(own.gain, other.gain)
  const fit = Math.max(own.fit, other.fit)
  if (!mayMatter(kind, gain, fit)) return { ...place, gain, fit, register: Number.NEGATIVE_INFINITY, lead: 0 }
  const rivalGains = rivals.map((rival) => weightOf(reports, beside, rival).gain)
  const lead = own.gain - Math.max(Number.NEGATIVE_INFINITY, ...rivalGains)
  return { ...place, gain, fit, register: askRegister(), lead }
}

/** An option of the likeliest reading, with the chosen ones beside it and itself, and those that it was chosen over. */
interface ChosenOption {
  readonly option: Option
  readonly beside: readonly Option[]
  readonly rivals: readonly Option[]
}

/** So many chosen options on each side are within what a model looks back upon. */
const besideReach = 2 * context

const placeOf = ({ from, to }: Option) => `${from}-${to}`

/** Options by the symbols that they replace. */
function byPlace(options: readonly Option[]): ReadonlyMap<string, readonly Option[]> {
  const places = new Map<string, Option[]>()
  for (const option of options) {
    const same = places.get(placeOf(option))
    if (same === undefined) places.set(placeOf(option), [option])
    else same.push(option)
  }
  return places
}

function readLine(
  { text, start, shown, reader, seeds }: SeededLine,
  disguises: Disguises,
  knowledge: DisguiseKnowledge,
  matters: (place: DisguisePlace) => boolean,
): Reading[] {
  const made = stretchesOf(seeds, reader.line.length).flatMap((stretch): ChosenOption[] => {
    const options = optionsOf(reader, text, stretch, knowledge)
    const chosen = likeliestReading(reader.model, reader.line, stretch, options).map(
      (index) => options[index]!,
    )
    const places = byPlace(options)
    return chosen.map((option, at) => ({
      option,
      beside: chosen.slice(Math.max(0, at - besideReach), at + besideReach + 1),
      rivals: places.get(placeOf(option))!.filter(({ replacement }) => replacement !== option.replacement),
    }))
  })
  if (made.length === 0) return []
  const general = once(() => readerOf(disguises.general(), shown))
  const register = once(() => {
    const all = made.map(({ option }) => option)
    return Math.max(registerOf(reader, all), registerOf(general(), all))
  })
  return made
    .filter(({ option: { kind, start: from, end } }) =>
      matters({ kind, start: start + from, end: start + end }),
    )
    .map((one) => toReading([reader, general], start, one, register))
}

/** Seeds that a kind knows, and those that have another one near by: one odd pair alone is no disguise. */
function withCompanions(lines: readonly SeededLine[]): SeededLine[] {
  const places = lines.flatMap(({ start, seeds, reader: { line } }) =>
    seeds.map(({ at }) => start + line.offsets[at]!),
  )
  let place = 0
  return lines.map((one) => ({
    ...one,
    seeds: one.seeds.filter(({ isKnown }) => {
      const here = places[place]!
      const isNear = (other: number | undefined) => other !== undefined && Math.abs(other - here) <= reach
      const hasCompanion = isNear(places[place - 1]) || isNear(places[place + 1])
      place++
      return isKnown || hasCompanion
    }),
  }))
}

/** What may have been written otherwise in a text at places that matter, in order and disjoint. Linear time. */
export function readDisguises(
  text: string,
  disguises: Disguises,
  matters: (place: DisguisePlace) => boolean,
): Reading[] {
  const knowledge = disguises.knowledge()
  const lines: SeededLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.length > 1) {
      const seeded = seedLine(line, start, disguises, knowledge)
      if (seeded.seeds.length > 0) lines.push(seeded)
    }
    start += line.length + 1
  }
  return withCompanions(lines).flatMap((line) => readLine(line, disguises, knowledge, matters))
}
