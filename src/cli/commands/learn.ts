/** `huanyuan learn DIR -o TABLE`: the substitution table of the tool that damaged the documents of a folder. */

import type { LaidOutDocument } from '../../model/document.js'
import { append } from '../../model/lists.js'
import { ProcessingError } from '../../model/message.js'
import type { Resources } from '../../pipeline/resources.js'
import { filesOf } from '../across.js'
import type { Command, CommandContext } from '../contract.js'
import { readLogs } from '../decided-output.js'
import type { Outcome } from '../exit-codes.js'
import { exitCode, exitCodeOf } from '../exit-codes.js'
import { UsageError } from '../failure.js'
import { forEachInput, tellEntryFailures, tellInputFailure } from '../failures.js'
import { readInput } from '../inputs.js'
import { tell } from '../language.js'
import { openOutputFile } from '../replace-file.js'
import { loadSettingsResources, pipelineSettings } from '../settings.js'
import { printLine, tellLine } from '../terminal.js'

/** The documents of files, laid out; those that cannot be read are told and left out. */
async function readAll(
  context: CommandContext,
  paths: readonly string[],
  { boilerplate }: Resources,
  outcome: Outcome,
): Promise<LaidOutDocument[]> {
  const { terminal, settings } = context
  const { readDocuments } = await import('../../readers/read.js')
  const { layOut } = await import('../../layout/layout.js')
  const limited = pipelineSettings(settings)
  const documents: LaidOutDocument[] = []
  await forEachInput(context, paths, outcome, async (input) => {
    const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
    for await (const source of readDocuments(bytes, { ...limited, path })) {
      outcome.documents++
      if (tellEntryFailures(context, input, source.origin.entry, source.messages)) outcome.failed++
      else documents.push(layOut(source, boilerplate))
    }
  })
  return documents
}

/** Resources that know what reviewers decided on pairs. */
async function taughtResources(
  context: CommandContext,
  logs: readonly string[],
  loaded: Resources,
): Promise<Resources> {
  const { resourcesTaughtBy } = await import('../../pipeline/weighed.js')
  return resourcesTaughtBy(readLogs(context, logs), loaded)
}

export const command: Command = {
  name: 'learn',
  argument: '<folder>',
  summary: {
    en: 'infer a tool’s table from the documents it damaged',
    zh: '由受损文档推断改写软件的词对表',
  },
  examples: [
    {
      call: 'huanyuan learn samples --assume spun -o learned.tsv',
      en: 'pairs that the software used',
      zh: '推断所用软件的词对',
    },
    {
      call: 'huanyuan learn samples --decisions decisions.wang.jsonl -o reviewed.tsv',
      en: 'with the pairs that a reviewer accepted or rejected',
      zh: '并采用审阅者接受或拒绝的词对',
    },
  ],
  options: ['table', 'force', 'assume', 'logs', 'lexicon', 'protect', 'encoding', 'maxBytes', 'allowFailed'],
  async run(context, [folder = '']) {
    const { terminal, language, settings } = context
    const { table, assume, logs } = settings
    if (table === undefined) throw new UsageError('error.missing-option', { name: '-o, --table' })
    const outcome: Outcome = { documents: 0, failed: 0 }
    const paths: string[] = []
    await forEachInput(context, [folder], outcome, async () => {
      append(paths, filesOf(terminal.cwd, folder))
    })
    const write = openOutputFile(context, table, paths)
    const loaded = await loadSettingsResources(context)
    const resources = logs === undefined ? loaded : await taughtResources(context, logs, loaded)
    const documents = await readAll(context, paths, resources, outcome)
    if (documents.length === 0) {
      if (outcome.failed === 0) tellInputFailure(context, folder, new ProcessingError('no-documents'))
      return exitCode.failedInputs
    }
    const { learnTable } = await import('../../learn/table.js')
    const { loadWordCounts, officialFrequencies } = await import('../../resources/frequencies.js')
    const { formatLearnedTable } = await import('../../learn/table-text.js')
    const pairs = learnTable(documents, resources.candidates, officialFrequencies(loadWordCounts()), {
      assume: assume === 'spun' ? 'spun' : 'auto',
      onProgress(round, rounds, document) {
        if (document > 0) return
        tellLine(terminal, tell(language, 'learn.round', { round, rounds, documents: documents.length }))
      },
    })
    write(formatLearnedTable(pairs))
    const unlisted = pairs.filter(({ listed }) => !listed).length
    const done = { path: table, pairs: pairs.length, documents: documents.length, unlisted }
    await printLine(terminal, tell(language, 'learn.done', done))
    if (pairs.length === 0 && assume !== 'spun') tellLine(terminal, tell(language, 'learn.unproven'))
    return exitCodeOf(outcome, settings)
  },
}
