/**
 * A first look at the inputs that lie in one folder: which of them do the others prove spun? Archives and lists of texts
 * pool their own documents (`src/pipeline/source.ts`). What cannot be read here is told when it is processed.
 */
import { dirname, resolve } from 'node:path'
import type { ScannedDocument } from '../pipeline/source.js'
import type { CommandContext } from './contract.js'
import { readInput, standardInput } from './inputs.js'
import { pipelineSettings } from './settings.js'

export type Scan = (bytes: Uint8Array, path: string) => Promise<readonly ScannedDocument[]>

/** Inputs that share their folder with another one. */
function neighbours(cwd: string, inputs: readonly string[]): string[] {
  const counts = new Map<string, number>()
  const folderOf = (input: string) => dirname(resolve(cwd, input))
  const files = [...new Set(inputs)].filter((input) => input !== standardInput)
  for (const input of files) counts.set(folderOf(input), (counts.get(folderOf(input)) ?? 0) + 1)
  return files.filter((input) => counts.get(folderOf(input))! > 1)
}

/** Keys of the documents that others of their source prove, for the inputs of which that is known. */
export async function poolInputs(
  { terminal, settings }: CommandContext,
  inputs: readonly string[],
  scan: Scan,
): Promise<(input: string) => ReadonlySet<string> | undefined> {
  const limited = pipelineSettings(settings)
  const { isPooled, openSources } = await import('../pipeline/source.js')
  const looked = isPooled(limited) ? neighbours(terminal.cwd, inputs) : []
  if (looked.length === 0) return () => undefined
  const { loadRepairParameters } = await import('../resources/repair-parameters.js')
  const sources = openSources(loadRepairParameters())
  for (const input of looked) {
    try {
      const { bytes } = await readInput(terminal, input, limited.maxBytes)
      for (const document of await scan(bytes, input)) sources.add(document)
    } catch {
      // It fails again when it is processed, and is told then.
    }
  }
  const proven = sources.provenByOthers()
  const known = new Set(looked)
  return (input) => (known.has(input) ? proven : undefined)
}
