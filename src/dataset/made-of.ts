/** What a dataset is made of and asked for, beside its files, as its manifest says it. */
import { digestOfDecisions } from '../decisions/digest.js'
import { resourceHashes } from '../pipeline/identity.js'
import { mayRecognise } from '../readers/scans/recogniser.js'
import { programVersion } from '../resources/identity.js'
import { schemaVersion } from '../writers/schema-version.js'
import type { BuildOptions } from './build-options.js'
import type { Destination } from './destination.js'

/** What records depend on beside the inputs: those of two builds are the same only where this is. */
export function madeOf({ document, resources }: Pick<BuildOptions, 'document' | 'resources'>) {
  const { lexicon = [], protect = [], units = [], indicators = [] } = resources
  const { decisions, ...settings } = document
  return {
    program: { name: 'huanyuan', version: programVersion(), schemaVersion },
    options: {
      ...settings,
      ...(decisions && { decisions: digestOfDecisions(decisions) }),
      ...(protect.length > 0 && { protect }),
    },
    data: resourceHashes([...lexicon, ...units, ...indicators]),
  }
}

/** The same with what this machine has to read scans by: another machine makes the same records where it says the same. */
export function madeHere(options: Pick<BuildOptions, 'document' | 'resources'>) {
  return { ...madeOf(options), machine: { reads: mayRecognise(options.document.scans ?? {}) } }
}

/** What a whole dataset depends on beside its files. */
export function askedOf(options: BuildOptions, { formats }: Pick<Destination, 'formats'>) {
  const { inputs, selection, format, gzip } = options
  const { program, options: document, data } = madeOf(options)
  return {
    program,
    inputs,
    options: {
      formats: formats.map(({ id }) => id),
      ...document,
      ...selection,
      ...format,
      ...(gzip && { gzip }),
    },
    data,
  }
}
