/**
 * `npm run eval`: how good repair, extraction and audit are, as tables with baselines beside ours.
 * Without options it scores the project's own reports; `--data DIR` scores the sets in that folder, `--sets A,B` only
 * those named, `--only repair` leaves facts and audit out. `--hide-pairs S --seed N` removes a share of the lexicon's
 * pairs first; `--ablate` shows what each part of the repair earns; `--publish` writes the tables to docs/evaluation.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../scripts/tables.js'
import type { Resources } from '../src/pipeline/resources.js'
import { loadResources, withRepair } from '../src/pipeline/resources.js'
import { runStages } from '../src/pipeline/stages.js'
import { buildLexicon } from '../src/resources/lexicon.js'
import type { RepairParameters } from '../src/resources/repair-parameters.js'
import { loadRepairParameters } from '../src/resources/repair-parameters.js'
import {
  type AuditScore,
  countOnClean,
  type PlantScore,
  plantInText,
  reportFolders,
  scoreReports,
} from './eval/audit.js'
import type { StatedConfidence } from './eval/calibration.js'
import { formatCalibration } from './eval/calibration.js'
import { formatDisguises } from './eval/disguises.js'
import { formatFacts, scoreFacts } from './eval/facts.js'
import { readGold } from './eval/gold-document.js'
import { isHidden } from './eval/hide.js'
import { evaluateOtherKinds, otherSets } from './eval/other-kinds.js'
import { addBaseline } from './eval/recognizers.js'
import type { RepairScores } from './eval/repair.js'
import { emptyScores, scoreText, sourceOf, thresholds } from './eval/repair.js'
import type { Score } from './eval/score-repair.js'
import { halfF, precisionOf, recallOf } from './eval/score-repair.js'
import type { EvaluationText } from './eval/sets.js'
import { readOwnReport, readSet } from './eval/sets.js'
import { formatTable, percent } from './eval/table.js'

const { values: options } = parseArgs({
  options: {
    data: { type: 'string' },
    sets: { type: 'string' },
    only: { type: 'string' },
    'hide-pairs': { type: 'string' },
    seed: { type: 'string', default: '1' },
    ablate: { type: 'boolean', default: false },
    publish: { type: 'boolean', default: false },
  },
})

const reports = join(root, 'corpus', 'reports')
const folders = reportFolders(reports)
const output: string[] = []

function print(text: string): void {
  console.log(text)
  output.push(text)
}

const spunSets = ['spun-known', 'spun-other', 'spun-unseen', 'spun-mixed', 'spun-site', 'damaged']

/** Whether facts and audit are scored beside the repair. */
const isWhole =
  options.only === undefined && options.sets === undefined && options['hide-pairs'] === undefined
if (options.only !== undefined && options.only !== 'repair') throw new Error('--only takes: repair')

const named = options.sets?.split(',') ?? ['own-reports', ...spunSets, 'clean', ...otherSets]
const otherNames = otherSets.filter((name) => options.data !== undefined && named.includes(name))

function readSets(): Map<string, EvaluationText[]> {
  const sets = new Map<string, EvaluationText[]>()
  const { data } = options
  const own = folders.map(readOwnReport)
  if (named.includes('own-reports')) sets.set('own-reports', own)
  if (data === undefined) {
    const clean = own.map((text) => ({ ...text, text: text.original, gold: [] }))
    return sets.set('clean', clean)
  }
  const elsewhere: readonly string[] = ['own-reports', ...otherSets]
  for (const name of named.filter((name) => !elsewhere.includes(name))) {
    if (existsSync(join(data, name))) sets.set(name, readSet(data, name))
  }
  if (sets.size === 0 && otherNames.length === 0)
    throw new Error(`no set of texts in ${data}: looked for ${named.join(', ')}`)
  return sets
}

function scoreSet(texts: readonly EvaluationText[], resources: Resources): RepairScores {
  const scores = emptyScores()
  for (const text of texts) scoreText(text, resources, scores)
  return scores
}

const cells = (score: Score) => [percent(precisionOf(score)), percent(recallOf(score)), percent(halfF(score))]

function printRepair(results: Map<string, RepairScores>): void {
  print('\n## Repair: applied corrections\n')
  const rows = [...results]
    .filter(([name]) => name !== 'clean')
    .map(([name, { ours, heldBack, suggested, always, markers, unseen, cleanChanges, cleanCharacters }]) => [
      name,
      ...cells(ours),
      cells(heldBack).slice(0, 2).join(' / '),
      percent(recallOf(suggested)),
      unseen.wanted === 0 ? '' : percent(recallOf(unseen)),
      cleanCharacters === 0 ? '' : ((1000 * cleanChanges) / cleanCharacters).toFixed(2),
      cells(always).slice(0, 2).join(' / '),
      cells(markers).slice(0, 2).join(' / '),
    ])
  print(
    formatTable(
      [
        'set',
        'precision',
        'recall',
        'F0.5',
        'even documents P / R',
        'recall with suggestions',
        'recall unseen',
        'changes per 1,000 unspun',
        'dictionary P / R',
        'markers P / R',
      ],
      rows,
    ),
  )
  print('\n## Repair: recall by trait\n')
  const traits = ['antonym', 'boundary', 'two-way', 'unlisted']
  print(
    formatTable(
      ['set', ...traits],
      [...results]
        .filter(([name]) => name !== 'clean')
        .map(([name, scores]) => [
          name,
          ...traits.map((trait) => {
            const score = scores.traits.get(trait)
            return score === undefined ? '' : `${percent(recallOf(score))} of ${score.wanted}`
          }),
        ]),
    ),
  )
}

function printCurve(results: Map<string, RepairScores>): void {
  print('\n## Repair: precision / recall by the confidence from which corrections are applied\n')
  print(
    formatTable(
      ['set', ...thresholds.map((threshold) => `from ${threshold}`)],
      [...results]
        .filter(([name]) => name !== 'clean')
        .map(([name, { curve }]) => [name, ...curve.map((score) => cells(score).slice(0, 2).join(' / '))]),
    ),
  )
}

function printDamage(results: Map<string, RepairScores>): void {
  const rows = [...results].flatMap(([name, { damage, layout }]) => {
    if (damage.mask.wanted + damage.deletion.wanted + damage.notice.wanted === 0) return []
    const found = [damage.mask, damage.deletion, damage.notice].map(
      (score) => `${score.right} of ${score.wanted}`,
    )
    return [[name, percent(precisionOf(layout)), percent(recallOf(layout)), ...found]]
  })
  if (rows.length === 0) return
  print('\n## Other damage\n')
  print(formatTable(['set', 'layout precision', 'layout recall', 'masks', 'deletions', 'notices'], rows))
}

function printClean(texts: readonly EvaluationText[], resources: Resources): void {
  print('\n## Clean text: changes per 1,000 characters\n')
  const genres = [...new Set(texts.map(({ genre }) => genre))]
  const rows = genres.map((genre) => {
    const scores = scoreSet(
      texts.filter((text) => text.genre === genre),
      resources,
    )
    const rate = (score: Score) => ((1000 * score.changed) / scores.characters).toFixed(3)
    return [genre, String(scores.characters), rate(scores.ours), rate(scores.always), rate(scores.markers)]
  })
  print(formatTable(['genre', 'characters', 'ours', 'dictionary', 'markers'], rows))
}

/** Words disguised by other software, in the own reports and in the clean texts of the data. */
function printDisguises(resources: Resources, clean: readonly EvaluationText[] | undefined): void {
  const originals = folders.map(readOwnReport).map((text) => ({ ...text, text: text.original, gold: [] }))
  for (const [name, texts] of [
    ['own reports', originals],
    ['clean', options.data ? clean : undefined],
  ] as const) {
    if (texts === undefined) continue
    print(`\n## Words disguised by other software: ${name}\n`)
    print(formatDisguises(texts, resources))
  }
}

function printTrust(results: Map<string, RepairScores>): void {
  const figures = [...results.values()].reduce((sum, scores) => sum + scores.figuresChanged, 0)
  const characters = [...results.values()].reduce((sum, scores) => sum + scores.characters, 0)
  const milliseconds = [...results.values()].reduce((sum, scores) => sum + scores.milliseconds, 0)
  print('')
  print(`Texts whose figures changed: ${figures}`)
  print(
    `Layout and repair together, short texts: ${Math.round(characters / milliseconds)} thousand characters a second`,
  )
}

/** Calibration of reports, of the sets of other kinds, and of the own reports, whose tables no list holds. */
function printCalibration(
  results: Map<string, RepairScores>,
  others: ReadonlyMap<string, StatedConfidence[]>,
): void {
  const of = (names: readonly string[]) => names.flatMap((name) => results.get(name)?.confidences ?? [])
  const registers = [
    ['reports (spun-unseen, spun-mixed)', of(['spun-unseen', 'spun-mixed'])],
    ['reports (all spun sets)', of(spunSets)],
    ...others,
    ['own reports', of(['own-reports'])],
  ] as const
  const scored = registers.filter(([, confidences]) => confidences.length > 0)
  if (scored.length === 0) return
  print('\n## Calibration: stated confidence against the share of edits that is right\n')
  print(formatCalibration(new Map(scored)))
}

/** What is switched off, one part at a time. */
const ablations: Readonly<Record<string, Partial<RepairParameters>>> = {
  'without key survival': { survivalCap: 0 },
  'without one key, one value': { valuePrior: 1e6 },
  'without spin rate (all text taken as spun)': { assumeSpun: true },
  'without document evidence': { rounds: 0 },
}

function printAblations(sets: Map<string, EvaluationText[]>, resources: Resources): void {
  print('\n## Ablations: precision / recall of what is applied\n')
  const names = ['spun-known', 'spun-mixed', 'clean'].filter((name) => sets.has(name))
  const row = (label: string, parameters: Partial<RepairParameters>) => {
    const changed = withRepair(resources, resources.lexicon, { ...loadRepairParameters(), ...parameters })
    return [
      label,
      ...names.map((name) => {
        const { ours, characters } = scoreSet(sets.get(name)!, changed)
        if (name === 'clean') return `${((1000 * ours.changed) / characters).toFixed(3)} changes per 1,000`
        return cells(ours).slice(0, 2).join(' / ')
      }),
    ]
  }
  const rows = [
    row('all parts', {}),
    ...Object.entries(ablations).map(([label, change]) => row(label, change)),
  ]
  print(formatTable(['parts', ...names], rows))
}

function hidePairs(resources: Resources, share: number, seed: number): Resources {
  const shown = resources.lexicon.entries.filter((entry) => !isHidden(entry, share, seed))
  const lexicon = buildLexicon(shown, resources.lexicon)
  print(
    `Hidden: ${resources.lexicon.entries.length - shown.length} of ${resources.lexicon.entries.length} pairs, seed ${seed}`,
  )
  return withRepair(resources, lexicon)
}

/** Marks as `unseen` what a hidden pair made, so that the column of that name tells about those swaps. */
function markHidden(sets: Map<string, EvaluationText[]>, share: number, seed: number): void {
  for (const [name, texts] of sets) {
    sets.set(
      name,
      texts.map((text) => ({
        ...text,
        gold: text.gold.map((edit) => ({
          ...edit,
          unseen: edit.kind === 'swap' && isHidden({ standard: edit.gold, spun: edit.spun }, share, seed),
        })),
      })),
    )
  }
}

function printFacts(resources: Resources): void {
  const analyse = (assume: 'auto' | 'clean') => (text: string) =>
    runStages(sourceOf(text), { resources, assume })
  print('\n## Facts of the own reports, against their gold\n')
  print(
    formatFacts(
      new Map([
        ['clean', scoreFacts(folders, 'clean', analyse('clean'))],
        ['damaged', scoreFacts(folders, 'damaged', analyse('auto'))],
      ]),
    ),
  )
  const baseline = { found: 0, wanted: 0, detected: 0, valued: 0, united: 0 }
  for (const folder of folders) {
    addBaseline(baseline, readFileSync(join(folder, 'clean.txt'), 'utf8'), readGold(folder))
  }
  const row = (label: string, right: number) => {
    const f1 = (2 * right) / (baseline.found + baseline.wanted)
    return [label, percent(right / baseline.found), percent(right / baseline.wanted), percent(f1)]
  }
  print('\nRecognizers-Text on the same clean texts:\n')
  print(
    formatTable(
      ['facts', 'P', 'R', 'F1'],
      [
        row('detection', baseline.detected),
        row('value', baseline.valued),
        row('value and unit', baseline.united),
      ],
    ),
  )
}

function printAudit(resources: Resources, clean: readonly EvaluationText[] | undefined): void {
  const analyse = (assume: 'auto' | 'clean') => (text: string) =>
    runStages(sourceOf(text), { resources, assume })
  print('\n## Audit of the own reports, against their gold\n')
  const rows = (['clean', 'damaged'] as const).map((variant) => {
    const scores = scoreReports(folders, variant, analyse(variant === 'clean' ? 'clean' : 'auto'))
    const sum = (of: (score: AuditScore) => number) =>
      String(scores.reduce((total, score) => total + of(score), 0))
    return [
      variant,
      sum(({ gold }) => gold),
      sum(({ found }) => found),
      sum(({ stateRight }) => stateRight),
      sum(({ falseFindings }) => falseFindings.length),
    ]
  })
  print(formatTable(['text', 'checks of the gold', 'found', 'state right', 'false findings'], rows))
  const plants = [1, 2, 3].map((seed) => plantInText(folders, seed, resources.units, analyse('clean')))
  const total = (of: (score: PlantScore) => number) => plants.reduce((sum, score) => sum + of(score), 0)
  print(
    `\nPlanted errors (a digit changed in a checkable figure, seeds 1–3): ${total(({ found }) => found)} of ` +
      `${total(({ planted }) => planted)} found, ${total(({ withinRounding }) => withinRounding)} hidden by rounding`,
  )
  if (clean === undefined) return
  const { characters, trueChecks, findings } = countOnClean(
    clean.map(({ text }) => text),
    analyse('auto'),
  )
  print(`Clean texts: ${findings.length} findings and ${trueChecks} true checks in ${characters} characters`)
  for (const finding of findings) print(`- ${finding}`)
}

const sets = readSets()
let resources = await loadResources()
if (options['hide-pairs'] !== undefined) {
  const share = Number(options['hide-pairs'])
  const seed = Number(options.seed)
  resources = hidePairs(resources, share, seed)
  markHidden(sets, share, seed)
}
const results = new Map([...sets].map(([name, texts]) => [name, scoreSet(texts, resources)]))
const clean = sets.get('clean')
if (results.size > 0) {
  printRepair(results)
  printCurve(results)
  printDamage(results)
  if (clean !== undefined) {
    printClean(clean, resources)
    printDisguises(resources, clean)
  }
  printTrust(results)
}
const others =
  options.data === undefined
    ? new Map<string, StatedConfidence[]>()
    : await evaluateOtherKinds({ data: options.data, sets: otherNames, resources, print })
printCalibration(results, others)
if (isWhole) {
  printFacts(resources)
  printAudit(resources, clean)
}
if (options.ablate) printAblations(sets, resources)
if (options.publish) {
  const path = join(root, 'docs', 'evaluation.md')
  const head = existsSync(path) ? readFileSync(path, 'utf8').split('<!-- tables -->')[0]! : '# Evaluation\n\n'
  writeFileSync(path, `${head}<!-- tables -->\n${output.join('\n')}\n`)
}
