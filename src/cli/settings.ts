/** Settings as the layers below take them: options of the pipeline, and the resources that it reads. */

import { resolve } from 'node:path'
import { defaultMaxBytes, defaultMaxCharacters } from '../model/limits.js'
import type { ResourceOptions, Resources } from '../pipeline/resources.js'
import type { CommandContext } from './contract.js'
import type { Settings } from './options.js'
import type { Terminal } from './terminal.js'

/** What the settings say of resources; tables are looked for from the working folder. */
export function resourceSettings(terminal: Terminal, settings: Settings): ResourceOptions {
  const { lexicon = [], protect = [], units = [], indicators = [] } = settings
  const inFolder = (paths: readonly string[]) => paths.map((path) => resolve(terminal.cwd, path))
  return {
    lexicon: inFolder(lexicon),
    protect,
    units: inFolder(units),
    indicators: inFolder(indicators),
  }
}

/** The resources that the settings ask for. */
export async function loadSettingsResources({ terminal, settings }: CommandContext): Promise<Resources> {
  const { loadResources } = await import('../pipeline/resources.js')
  return loadResources(resourceSettings(terminal, settings))
}

/** Options of the pipeline as the settings have them, leaving out what they do not say; limits are always set. */
export function pipelineSettings(settings: Settings) {
  const { assume, applyFrom, pool, encoding, maxBytes, maxCharacters } = settings
  const { maxMemory, maxSeconds, ocr, ocrModels, textField, idField, keepFields } = settings
  const asksFields = textField !== undefined || idField !== undefined || keepFields !== undefined
  return {
    maxBytes: maxBytes ?? defaultMaxBytes,
    maxCharacters: maxCharacters ?? defaultMaxCharacters,
    ...(assume !== undefined && { assume }),
    ...(applyFrom !== undefined && { applyFrom }),
    ...(pool !== undefined && { pool }),
    ...(encoding !== undefined && { encoding }),
    ...(asksFields && {
      fields: {
        ...(textField !== undefined && { text: textField }),
        ...(idField !== undefined && { id: idField }),
        ...(keepFields !== undefined && { keep: keepFields.flatMap((names) => names.split(',')) }),
      },
    }),
    ...(maxMemory !== undefined && { maxMemory }),
    ...(maxSeconds !== undefined && { maxSeconds }),
    ...((ocr !== undefined || ocrModels !== undefined) && {
      scans: {
        ...(ocr !== undefined && { mode: ocr }),
        ...(ocrModels !== undefined && { models: resolve(ocrModels) }),
      },
    }),
  }
}
