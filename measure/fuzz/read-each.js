/**
 * Reads and lays out every file named on standard input, one a line, with the built library, and nothing else: what
 * the process holds is what they cost. Started by mutate-readers.ts; prints a line of JSON before and behind each file.
 * Arguments: the folder of the built library, the first file to take.
 */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [library, first] = process.argv.slice(2)
const load = (path) => import(pathToFileURL(join(resolve(library), path)).href)
const { readDocuments } = await load('readers/read.js')
const { layOut } = await load('layout/layout.js')
const { loadBoilerplate } = await load('resources/boilerplate.js')

async function outcomeOf(path) {
  const codes = []
  try {
    for await (const document of readDocuments(readFileSync(path), { path })) {
      layOut(document, boilerplate)
      codes.push(
        ...document.messages.filter(({ level }) => level === 'error').map(({ code }) => `entry ${code}`),
      )
    }
  } catch (cause) {
    // Anything else is a crash: it ends the process, and is told by whoever started it.
    if (cause.name !== 'ProcessingError') throw cause
    return cause.code
  }
  return codes[0] ?? 'record'
}

const boilerplate = loadBoilerplate()
const paths = readFileSync(0, 'utf8').trimEnd().split('\n')
for (const [index, path] of paths.entries()) {
  if (index < Number(first)) continue
  console.log(JSON.stringify({ index }))
  const start = performance.now()
  const outcome = await outcomeOf(path)
  const peak = process.resourceUsage().maxRSS * 1024
  console.log(JSON.stringify({ index, outcome, milliseconds: performance.now() - start, peak }))
}
