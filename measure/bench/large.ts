/** Builds that are large by their number of files: planning alone, and going on after a kill. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateDocuments } from './documents.js'
import { type Watched, watchBuild } from './watched.js'

const inFolder = 200

/** Makes so many files of a few bytes below a folder. */
function makeFiles(folder: string, count: number): void {
  for (let number = 0; number < count; number++) {
    const place = join(
      folder,
      String(Math.floor(number / inFolder ** 2)),
      String(Math.floor(number / inFolder)),
    )
    if (number % inFolder === 0) mkdirSync(place, { recursive: true })
    writeFileSync(join(place, `报告-${number}.txt`), '全')
  }
}

/** What it takes to plan so many files. */
export async function measurePlanning(folder: string, count: number): Promise<Watched> {
  makeFiles(join(folder, 'many'), count)
  return watchBuild([join(folder, 'many'), '-o', join(folder, 'planned'), '--dry-run'])
}

/** Short documents as lines: of generated ones, a few characters each, repeated. */
function makeLines(folder: string, count: number): string {
  const some = join(folder, 'some')
  generateDocuments(some, 20)
  const texts = readdirSync(some, { recursive: true, encoding: 'utf8' })
    .map((name) => join(some, name))
    .filter((path) => path.endsWith('.txt') && statSync(path).isFile())
    .map((path) => readFileSync(path, 'utf8').slice(0, 60))
  const path = join(folder, 'short.jsonl')
  const lines = Array.from({ length: count }, (_, number) =>
    JSON.stringify({ text: `${texts[number % texts.length]!}第${number}号` }),
  )
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

/** Bytes of the records that a run has written. */
function writtenBy(work: string, run: number): number {
  if (!existsSync(work)) return 0
  const own = readdirSync(work).filter((name) => name.startsWith(`records-${run}-`))
  return own.reduce((sum, name) => sum + statSync(join(work, name)).size, 0)
}

/**
 * Kills a build of so many short documents when half of the bytes of its inputs' records can be there, and gives the
 * seconds from the call that goes on with it to its first new record.
 */
export async function measureResume(folder: string, count: number): Promise<number> {
  const out = join(folder, 'resumed')
  const words = [makeLines(folder, count), '-o', out]
  const work = join(out, '.build')
  // A record of so short a text has at least a kilobyte.
  const half = (count * 1024) / 2
  await watchBuild(words, (child) => {
    if (writtenBy(work, 1) > half) child.kill('SIGKILL')
  })
  let first: number | undefined
  await watchBuild([...words, '--resume'], (child, seconds) => {
    if (writtenBy(work, 2) === 0) return
    first ??= seconds
    child.kill('SIGKILL')
  })
  rmSync(out, { recursive: true, force: true })
  if (first === undefined) throw new Error('the build had ended before it could be killed')
  return first
}
