/**
 * The script and the sheet that pages hold, as `vite build` makes them of `src/page`. This file stands equally deep in
 * `src` and in `dist`, so both find the built ones.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ProcessingError } from '../../model/message.js'

export interface PageAssets {
  readonly script: string
  readonly sheet: string
}

function readAsset(name: string): string {
  const path = fileURLToPath(new URL(`../../../dist/page/${name}`, import.meta.url))
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (cause) {
    const reason = (cause as NodeJS.ErrnoException).code ?? 'error'
    throw new ProcessingError('unbuilt-page', { path, reason })
  }
}

let read: PageAssets | undefined

/** Reads both once. Throws ProcessingError `unbuilt-page` where they cannot be read. */
export function pageAssets(): PageAssets {
  read ??= { script: readAsset('report.js'), sheet: readAsset('report.css') }
  return read
}
