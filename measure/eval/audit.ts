/**
 * Scores the audit: checks against the gold of the own reports, false findings on clean texts, and errors planted in
 * figures that a check of the gold covers. `runAudit` brings a text to its checks; the gold documents need none.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { auditDocument } from '../../src/audit/audit.js'
import type { Check } from '../../src/model/check.js'
import { isFinding } from '../../src/model/check.js'
import type { AuditedDocument } from '../../src/model/document.js'
import { formatExact, parseExact } from '../../src/model/exact.js'
import type { Fact } from '../../src/model/fact.js'
import type { ClaimTable } from '../../src/resources/claims.js'
import type { UnitTable } from '../../src/resources/units.js'
import type { GoldCheck } from './gold-document.js'
import { baseOf, goldDocument, printedOf, readGold } from './gold-document.js'

export interface AuditTables {
  readonly claims: ClaimTable
  readonly units: UnitTable
}

/** Checks of the gold that were found, with the right state, and findings that no check of the gold bears out. */
export interface AuditScore {
  readonly gold: number
  readonly found: number
  readonly stateRight: number
  readonly findings: number
  readonly falseFindings: readonly string[]
}

export interface PlantScore {
  readonly planted: number
  readonly found: number
  /** Planted errors that printed precision hides: the relation still holds within the rounding of its figures. */
  readonly withinRounding: number
  readonly missed: readonly string[]
}

/** Folders of own reports that have their gold. */
export function reportFolders(root: string): string[] {
  return readdirSync(root)
    .sort()
    .map((id) => join(root, id))
    .filter((folder) => existsSync(join(folder, 'gold.json')))
}

/** Gold ids by the start of their figure: facts of an extraction are told apart by where they stand. */
function sameFacts(check: Check, gold: readonly string[], idAt: ReadonlyMap<string, string>): boolean {
  const ids = new Set(check.facts.map((id) => idAt.get(id)))
  // A rate whose base is not stated is found by ratio and part alone.
  const wanted = check.state === 'unconfirmed' ? gold.slice(0, check.facts.length) : gold
  return ids.size === wanted.length && wanted.every((id) => ids.has(id))
}

/** Compares the checks of one document with the gold of its report. */
export function scoreChecks(
  document: AuditedDocument,
  folder: string,
  variant: 'clean' | 'damaged',
): AuditScore {
  const gold = readGold(folder)
  const starts = new Map(gold.facts.map((fact) => [fact[variant].start, fact.id]))
  const idAt = new Map(document.facts.map(({ id, start }) => [id, starts.get(start) ?? `at ${start}`]))
  const stateOf = (check: GoldCheck) =>
    (variant === 'damaged' ? check.damaged?.state : undefined) ?? check.state
  const matched = gold.checks.map((check) =>
    document.checks.find((own) => own.rule === check.rule && sameFacts(own, check.facts, idAt)),
  )
  const known = new Set(matched.filter((_, index) => /mismatch|solved/.test(stateOf(gold.checks[index]!))))
  return {
    gold: gold.checks.length,
    found: matched.filter((check) => check !== undefined).length,
    stateRight: matched.filter((check, index) => check?.state === stateOf(gold.checks[index]!)).length,
    findings: document.checks.filter(isFinding).length,
    falseFindings: document.checks
      .filter((check) => isFinding(check) && !known.has(check))
      .map(({ rule, expression }) => `${rule}: ${expression}`),
  }
}

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A printed number with one digit changed; the first digit does not become 0. */
export function plantDigit(text: string, random: () => number): string {
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index)
  const place = places[Math.floor(random() * places.length)]!
  const old = Number(text[place])
  const least = place === places[0] && places.length > 1 ? 1 : 0
  const others = [...'0123456789'].filter((digit) => Number(digit) !== old && Number(digit) >= least)
  return text.slice(0, place) + others[Math.floor(random() * others.length)]! + text.slice(place + 1)
}

function withValue(fact: Fact, text: string, units: UnitTable): Fact {
  const value = parseExact(/\d[\d,]*(\.\d+)?/.exec(text)![0].replaceAll(',', ''))
  return {
    ...fact,
    text,
    value,
    base: baseOf(value, fact.unit, units),
    printed: printedOf(text, value, null),
  }
}

/** Extraction takes the earlier value of 由 … 增长到 … from the text, so a planted one goes along. */
function withPrior(fact: Fact, old: Fact, planted: Fact): Fact {
  const { change } = fact
  if (change?.kind !== 'from-to' || change.prior === null || old.value === null) return fact
  if (planted.value === null || formatExact(change.prior.value) !== formatExact(old.value)) return fact
  return { ...fact, change: { ...change, prior: { ...planted.printed, value: planted.value } } }
}

/** Whether any check other than one that merely holds says something about the fact. */
function isNoticed(document: AuditedDocument, id: string): boolean {
  return document.checks.some((check) => isFinding(check) && check.facts.includes(id))
}

function holdsByRounding(document: AuditedDocument, id: string): boolean {
  const own = document.checks.filter(({ facts }) => facts.includes(id))
  return (
    own.length > 0 &&
    own.every(({ state }) => state === 'rounding' || state === 'holds' || state === 'approximate')
  )
}

/** One wrong digit in a figure of a report. */
interface Plant {
  readonly folder: string
  readonly fact: Fact
  /** What the figure is printed as now. */
  readonly text: string
}

/** A wrong digit for every plain figure that a holding sum, share, rate, change or repeated fact of the gold covers. */
function listPlants(folders: readonly string[], seed: number, units: UnitTable): Plant[] {
  const random = seededRandom(seed)
  return folders.flatMap((folder) => {
    const { facts } = goldDocument(folder, 'clean', units)
    const held = readGold(folder).checks.filter(({ state }) => state === 'holds' || state === 'rounding')
    const ids = new Set(held.filter(({ rule }) => rule !== 'bound').flatMap((check) => check.facts))
    return facts
      .filter(({ id, bound, text }) => ids.has(id) && bound === 'exact' && /\d/.test(text))
      .map((fact) => ({ folder, fact, text: plantDigit(fact.text, random) }))
  })
}

function scorePlants(
  plants: readonly Plant[],
  audit: (plant: Plant) => { readonly document: AuditedDocument; readonly id: string | undefined },
): PlantScore {
  let found = 0
  let withinRounding = 0
  const missed: string[] = []
  for (const plant of plants) {
    const { document, id } = audit(plant)
    if (id !== undefined && isNoticed(document, id)) found++
    else if (id !== undefined && holdsByRounding(document, id)) withinRounding++
    else missed.push(`${basename(plant.folder)}: ${plant.fact.indicator} ${plant.fact.text} as ${plant.text}`)
  }
  return { planted: plants.length, found, withinRounding, missed }
}

/** Plants wrong digits in the facts of the gold. */
export function plantInGold(
  folders: readonly string[],
  seed: number,
  { claims, units }: AuditTables,
): PlantScore {
  const documents = new Map(folders.map((folder) => [folder, goldDocument(folder, 'clean', units)]))
  return scorePlants(listPlants(folders, seed, units), ({ folder, fact, text }) => {
    const document = documents.get(folder)!
    const planted = withValue(fact, text, units)
    const facts = document.facts.map((other) =>
      other.id === fact.id ? planted : withPrior(other, fact, planted),
    )
    return { document: auditDocument({ ...document, facts }, claims), id: fact.id }
  })
}

/** Plants wrong digits in the clean texts, which then run through all stages. */
export function plantInText(
  folders: readonly string[],
  seed: number,
  units: UnitTable,
  analyse: (text: string) => AuditedDocument,
): PlantScore {
  return scorePlants(listPlants(folders, seed, units), ({ folder, fact, text }) => {
    const clean = readFileSync(join(folder, 'clean.txt'), 'utf8')
    const document = analyse(clean.slice(0, fact.start) + text + clean.slice(fact.end))
    return { document, id: document.facts.find(({ start }) => start === fact.start)?.id }
  })
}

/** Scores with the facts of the gold: the audit alone, without what extraction may get wrong. */
export function scoreGold(
  folders: readonly string[],
  variant: 'clean' | 'damaged',
  { claims, units }: AuditTables,
): AuditScore[] {
  return folders.map((folder) =>
    scoreChecks(auditDocument(goldDocument(folder, variant, units), claims), folder, variant),
  )
}

/** Scores of own reports run through all stages. */
export function scoreReports(
  folders: readonly string[],
  variant: 'clean' | 'damaged',
  analyse: (text: string) => AuditedDocument,
): AuditScore[] {
  return folders.map((folder) =>
    scoreChecks(analyse(readFileSync(join(folder, `${variant}.txt`), 'utf8')), folder, variant),
  )
}

/** Findings and true checks of clean texts, where every finding is to be looked at. */
export function countOnClean(texts: readonly string[], analyse: (text: string) => AuditedDocument) {
  const documents = texts.map(analyse)
  const checks = documents.flatMap((document) => document.checks)
  return {
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    trueChecks: checks.filter(({ state }) => state === 'holds' || state === 'rounding').length,
    findings: checks
      .filter(isFinding)
      .map(({ rule, code, expression }) => `${rule} (${code}): ${expression}`),
  }
}
