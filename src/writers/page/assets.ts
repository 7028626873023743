/** The script and the sheet that pages hold, as `vite build` makes them of `src/page`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ProcessingError } from '../../model/message.js'
import { packagePath } from '../../resources/place.js'

export interface PageAssets {
  readonly script: string
  readonly sheet: string
}

function readAsset(folder: string, name: string): string {
  const path = join(folder, name)
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error'
    throw new ProcessingError('unbuilt-page', { path, reason })
  }
}

/** Reads both from a folder. Throws ProcessingError `unbuilt-page` where one cannot be read. */
export function readPageAssets(folder: string): PageAssets {
  return { script: readAsset(folder, 'report.js'), sheet: readAsset(folder, 'report.css') }
}

let built: PageAssets | undefined

/** The ones that were built with the program, read once. */
export function pageAssets(): PageAssets {
  built ??= readPageAssets(packagePath('dist', 'page'))
  return built
}
