/** `huanyuan learn DIR -o TABLE`: the substitution table of the tool that damaged the documents of a folder. */
import { resolve } from 'node:path'
import type { LaidOutDocument } from '../../model/document.js'
import type { Resources } from '../../pipeline/resources.js'
import { filesOf } from '../across.js'
import type { Command, CommandContext } from '../contract.js'
import { UsageError } from '../failure.js'
import { readInput } from '../inputs.js'
import { tell } from '../language.js'
import { writeAside } from '../outputs.js'
import { tellEntryFailures, tellInputFailure } from '../process.js'
import { loadSettingsResources, pipelineSettings } from '../settings.js'
import { writeTo } from '../terminal.js'

/** The documents of a folder, laid out; those that cannot be read are told and left out. */
async function readFolder(
  context: CommandContext,
  folder: string,
  { boilerplate }: Resources,
): Promise<{ readonly documents: LaidOutDocument[]; readonly failed: boolean }> {
  const { terminal, settings } = context
  const { readDocuments } = await import('../../readers/read.js')
  const { layOut } = await import('../../layout/layout.js')
  const documents: LaidOutDocument[] = []
  let failed = false
  for (const input of filesOf(terminal.cwd, folder)) {
    try {
      const limited = pipelineSettings(settings)
      const { bytes, path } = await readInput(terminal, input, limited.maxBytes)
      for await (const source of readDocuments(bytes, { ...limited, path })) {
        const { origin, messages } = source
        if (await tellEntryFailures(context, input, origin.entry, messages)) failed = true
        else documents.push(layOut(source, boilerplate))
      }
    } catch (cause) {
      await tellInputFailure(context, input, cause)
      failed = true
    }
  }
  return { documents, failed }
}

export const command: Command = {
  name: 'learn',
  argument: '<folder>',
  summary: {
    en: 'infer a tool’s table from the documents it damaged',
    zh: '由受损文档推断替换软件的词对表',
  },
  options: ['table', 'force', 'assume', 'lexicon', 'protect', 'encoding', 'maxBytes'],
  async run(context, [folder = '']) {
    const { terminal, language, settings } = context
    const { table, assume, force = false } = settings
    if (table === undefined) throw new UsageError('error.missing-option', { name: '-o, --table' })
    const resources = await loadSettingsResources(context)
    const { documents, failed } = await readFolder(context, folder, resources)
    if (documents.length === 0) throw new UsageError('learn.no-documents', { path: folder })
    const { learnTable } = await import('../../learn/table.js')
    const { loadFrequencies } = await import('../../resources/frequencies.js')
    const { formatLearnedTable } = await import('../../learn/table-text.js')
    const pairs = learnTable(documents, resources.candidates, loadFrequencies(), {
      assume: assume === 'spun' ? 'spun' : 'auto',
      onProgress(round, rounds, document) {
        if (document > 0) return
        const told = tell(language, 'learn.round', { round, rounds, documents: documents.length })
        terminal.stderr.write(`${told}\n`)
      },
    })
    writeAside(resolve(terminal.cwd, table), formatLearnedTable(pairs), force)
    const unlisted = pairs.filter(({ listed }) => !listed).length
    const done = { path: table, pairs: pairs.length, documents: documents.length, unlisted }
    await writeTo(terminal.stdout, `${tell(language, 'learn.done', done)}\n`)
    return failed ? 2 : 0
  },
}
