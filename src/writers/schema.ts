/**
 * The record's schema: what one document becomes, as zod and as JSON Schema (draft 2020-12), from one source.
 * Only what reads records back, the command `schema`, the generator and tests load this file at run time; everything
 * else takes its types.
 * Invariant: fields keep their names and meaning within a major `schemaVersion`; added fields are optional.
 */
import { z } from 'zod'
import { checkStates, findingVerdicts, severities } from '../model/check.js'
import {
  correctionKinds,
  correctionStatuses,
  correctionTraits,
  damageKinds,
  evidenceKinds,
  spinVerdicts,
} from '../model/correction.js'
import { blockKinds } from '../model/document.js'
import {
  bounds,
  changeDirections,
  changeKinds,
  factRoles,
  factStatuses,
  factVerdicts,
  ignoredReasons,
  measures,
  periodGrains,
} from '../model/fact.js'
import { messageLevels, messageStages, stages } from '../model/message.js'
import { columnRoles, rowRoles } from '../model/table.js'
import { schemaVersion } from './schema-version.js'

const offset = z.int().min(0)
const span = { start: offset, end: offset }
/** A decimal without exponent, or a fraction of two integers. */
const decimal = z.string().regex(/^-?\d+(\.\d+)?(\/\d+)?$/)
const probability = z.number().min(0).max(1)
/** JSON has no type for "any scalar of ours". */
const parameter = z.union([z.string(), z.number()])

const rivals = z.array(z.object({ text: z.string(), confidence: probability }))

const recognition = z.object({
  engine: z.string().describe('Name and version of what ran the models.'),
  model: z.string().describe('Hash of the models.'),
  pages: z.array(
    z.object({
      page: z.int().min(1),
      width: z.int().min(1),
      height: z.int().min(1),
      dpi: z.number().nullable().describe('Pixels an inch, where the file says so.'),
      rotation: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
      confidence: probability.nullable().describe('Mean of its characters; null where it has none.'),
    }),
  ),
  lines: z
    .array(
      z.object({
        ...span,
        page: z.int().min(1),
        corners: z
          .array(z.tuple([z.number(), z.number()]))
          .describe('On the turned page, in pixels, from the upper left one clockwise.'),
        confidences: z.array(probability).describe('Of each character that is no white space, in order.'),
      }),
    )
    .describe('Where the text stands on the pictures of its pages.'),
  doubts: z
    .array(z.object({ ...span, confidence: probability, rivals, missed: rivals }))
    .describe('Characters that may be others, and what may have been overlooked before them.'),
  facts: z.record(z.string(), probability).describe('Of each fact, the least confidence of its digits.'),
})

const origin = z.object({
  path: z.string().nullable(),
  entry: z.string().nullable().describe('Name inside an archive, or the line of a JSONL file.'),
  mediaType: z.string(),
  encoding: z.string().nullable(),
  bytes: z.int().min(0),
  published: z.string().optional().describe('Day of publication that a page states, as 2020-03-15.'),
  source: z.string().optional().describe('Who a page names as its source.'),
  inputId: z.string().optional().describe('The id that a data set gives the text (--id-field).'),
  inputFields: z
    .record(z.string(), z.json())
    .optional()
    .describe('Fields of a data set that were asked to be kept (--keep-fields), as they stand.'),
})

const cell = z.object({
  table: offset,
  row: offset,
  column: offset,
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
})

const block = z.object({
  kind: z.enum(blockKinds),
  level: z.int().min(0),
  label: z.string().nullable(),
  ...span,
  at: z.object({ page: z.int().nullable(), line: z.int().nullable(), cell: cell.nullable() }),
})

const spin = z.object({
  rate: probability.describe('Share of the replaceable words that were replaced.'),
  verdict: z.enum(spinVerdicts),
  assumed: z.boolean().describe('The rate was given by the user, not estimated.'),
  bySource: z
    .literal(true)
    .optional()
    .describe('The verdict rests on the other documents of its folder, archive or list of texts.'),
  windows: z.array(z.object({ ...span, rate: probability })),
})

const evidence = z.object({
  kind: z.enum(evidenceKinds),
  code: z.string(),
  value: z.number(),
})

const reviewers = z.array(z.string())

const correction = z.object({
  ...span,
  actual: z.string(),
  replacement: z.string(),
  confidence: probability.describe('Calibrated: of the edits that say 0.9, nine in ten are right.'),
  status: z.enum(correctionStatuses),
  kind: z.enum(correctionKinds),
  traits: z.array(z.enum(correctionTraits)),
  alternatives: z.array(z.object({ text: z.string(), confidence: probability })),
  evidence: z.array(evidence),
  decidedBy: reviewers.optional().describe('Who decided it, where a person did; the confidence is then 1.'),
})

const damage = z.object({
  kind: z
    .enum(damageKinds)
    .describe(
      'mask: digits or a name are hidden. deletion: the name or kind of a place was cut out, the span is empty. stripped-figure: the digits of a figure are gone, the span is what is left. beyond-repair: a passage that cannot be restored. look-alike, homophone, split-character, reordered, inserted-sign: a word that was written with other characters, which may be known and is not certain.',
    ),
  ...span,
  detail: z.string(),
})

const period = z.object({
  text: z.string(),
  start: z.string().nullable().describe('ISO date of the first day; null where masked or unknown.'),
  end: z.string().nullable().describe('ISO date of the last day.'),
  grain: z.enum(periodGrains),
  inferred: z.string().nullable().describe('Where it was taken from; null where printed beside the number.'),
})

const change = z.object({
  of: z.string().nullable(),
  direction: z.enum(changeDirections),
  kind: z.enum(changeKinds),
  against: z.string().nullable(),
  prior: decimal.nullable(),
})

const fact = z.object({
  id: z.string(),
  ...span,
  text: z.string(),
  indicator: z.string(),
  indicatorId: z.string().nullable(),
  head: z.string().nullable(),
  implicit: z.boolean(),
  subject: z.string().nullable(),
  subjectDamaged: z.boolean(),
  place: z.string().nullable(),
  value: decimal.nullable(),
  low: decimal.nullable(),
  high: decimal.nullable(),
  unit: z.string(),
  base: z.object({ value: decimal.nullable(), unit: z.string() }),
  measure: z.enum(measures),
  bound: z.enum(bounds),
  qualifier: z.string().nullable(),
  period: period.nullable(),
  status: z.enum(factStatuses),
  role: z.enum(factRoles),
  partOf: z.string().nullable(),
  change: change.nullable(),
  ratio: z.object({ part: z.string().nullable(), whole: z.string().nullable() }).nullable(),
  recovered: z.object({ value: decimal, by: z.string() }).nullable(),
  section: z.array(z.string()),
  sentence: z.object(span),
  confidence: probability,
  cell: z
    .object({ table: offset, row: offset, column: offset })
    .optional()
    .describe('Of figures in a table: the cell, as the blocks count it.'),
  decided: z
    .object({ verdict: z.enum(factVerdicts), by: reviewers })
    .optional()
    .describe('What reviewers said of it.'),
})

const table = z.object({
  ...span,
  table: offset.describe(
    'Number of the grid, as the cells of the blocks count it; a second head below the first figures begins a new table of the same grid.',
  ),
  unit: z
    .string()
    .nullable()
    .describe('Printed above the table or in its corner, for figures without one of their own.'),
  rows: z.array(
    z.object({
      row: offset,
      role: z.enum(rowRoles),
      name: z.string(),
      unit: z.string().nullable(),
      period: z.string().nullable(),
      parent: offset
        .nullable()
        .describe('The row that it is a part of, or the heading that it stands under.'),
      isAmong: z.boolean().describe('Behind 其中: not all parts of its parent need be there.'),
    }),
  ),
  columns: z.array(
    z.object({
      column: offset,
      role: z.enum(columnRoles),
      name: z.string(),
      unit: z.string().nullable(),
      period: z.string().nullable(),
      of: offset.nullable().describe('Of changes and shares: the column that they are about.'),
      base: offset.nullable().describe('Of changes: the column of the earlier values.'),
    }),
  ),
  cells: z.array(
    z.object({ row: offset, column: offset, rowSpan: z.int().min(1), columnSpan: z.int().min(1), ...span }),
  ),
})

const check = z.object({
  id: z.string(),
  rule: z.string(),
  state: z.enum(checkStates),
  severity: z.enum(severities),
  expression: z.string(),
  stated: z.string().nullable(),
  computed: z.string().nullable(),
  difference: z.string().nullable(),
  solution: z.string().nullable(),
  facts: z.array(z.string()),
  code: z.string(),
  parameters: z
    .record(z.string(), z.string())
    .optional()
    .describe('Values for the prose of the code: a printed figure, what it would have to be.'),
  decided: z
    .object({ verdict: z.enum(findingVerdicts), by: reviewers })
    .optional()
    .describe('What reviewers said of it.'),
})

const ignored = z.object({
  ...span,
  text: z.string(),
  reason: z.enum(ignoredReasons),
})

const message = z.object({
  stage: z.enum(messageStages),
  level: z.enum(messageLevels),
  code: z.string(),
  ...span,
  parameters: z.record(z.string(), parameter).optional(),
})

const token = z.object({
  ...span,
  text: z.string(),
  pos: z.string(),
  source: z.object(span).describe('The smallest span of source.text that covers the token.'),
})

/** The record of one document. Offsets index `source.text`, half-open, in UTF-16 code units, unless said otherwise. */
export const recordSchema = z.object({
  schemaVersion: z.literal(schemaVersion),
  id: z.string().startsWith('sha256:'),
  origin,
  source: z.object({ text: z.string() }),
  repaired: z.object({ text: z.string() }),
  blocks: z.array(block),
  spin,
  corrections: z.array(correction),
  damage: z.array(damage),
  facts: z.array(fact),
  tables: z.array(table).optional().describe('Tables with rows of figures, as they were understood.'),
  checks: z.array(check),
  coverage: z.object({ numbersSeen: z.int().min(0), facts: z.int().min(0), ignored: z.array(ignored) }),
  recognition: recognition.optional().describe('Of scans: how the text was recognised.'),
  messages: z.array(message),
  decisions: z
    .object({ digest: z.string(), by: reviewers, conflicts: z.int().min(0), unfit: z.int().min(0) })
    .optional()
    .describe(
      'The decisions of reviewers that the record was made with, and how many could not be followed.',
    ),
  tokens: z.array(token).optional().describe('Of repaired.text, which they join to exactly; with --tokens.'),
  segmenter: z.string().optional().describe('Name and version of what cut the tokens; with --tokens.'),
  stages: z
    .array(z.enum(stages))
    .optional()
    .describe('Which stages ran, where a command ran only some of them.'),
})

export type DocumentRecord = z.infer<typeof recordSchema>

/** Items of a record. */
export type FactRecord = DocumentRecord['facts'][number]
export type CorrectionRecord = DocumentRecord['corrections'][number]
export type CheckRecord = DocumentRecord['checks'][number]
export type BlockRecord = DocumentRecord['blocks'][number]
export type MessageRecord = DocumentRecord['messages'][number]
export type DamageRecord = DocumentRecord['damage'][number]
/** Offsets of `source.text`, half-open, in UTF-16 code units. */
export type SpanRecord = Pick<DamageRecord, 'start' | 'end'>
export type TokenRecord = NonNullable<DocumentRecord['tokens']>[number]

/** The JSON Schema of a record, as a plain object. Readers of older versions accept fields that were added. */
export function recordJsonSchema(): { readonly [key: string]: unknown } {
  const { $schema, ...rest } = z.toJSONSchema(recordSchema, { target: 'draft-2020-12', io: 'input' })
  return { $schema, title: 'huanyuan record', ...rest }
}
