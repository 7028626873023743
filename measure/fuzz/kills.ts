/**
 * Builds by the built command line that are killed at random moments and resumed, over all formats, new ones and such as
 * replace an earlier one. Each ends in the files of a build that nobody disturbed, or in an error after which its
 * advice leads to them; a smaller dataset with exit code 0 is a fault.
 */
import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { formats } from '../../src/dataset/formats/index.js'
import { type Choice, seededChoice } from './choice.js'
import { makeInputs } from './inputs.js'
import type { Outcomes } from './mutations.js'
import { newFolder, readDataset, type Tree } from './tree.js'

const command = fileURLToPath(new URL('../../bin/huanyuan.js', import.meta.url))

export interface End {
  /** Null where it was killed. */
  readonly code: number | null
  readonly err: string
  readonly milliseconds: number
}

/** Runs a build; kills it after so many milliseconds. */
export async function build(cwd: string, words: readonly string[], killAfter?: number): Promise<End> {
  const start = performance.now()
  const child = spawn(process.execPath, [command, 'build', ...words, '--lang', 'en', '--threads', '1'], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HUANYUAN_HEARTBEAT: '40' },
  })
  let err = ''
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
  const code = await ended
  clearTimeout(timer)
  return { code, err, milliseconds: performance.now() - start }
}

/**
 * What differs from the undisturbed files; the manifest by its counts and hashes alone and the card not at all, for they
 * name the formats.
 */
export function differencesFrom(whole: Tree, wholeManifest: string, folder: string): string[] {
  const made = readDataset(folder)
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>
  const wrong = [...made].filter(
    ([path, is]) =>
      !/^(manifest\.json|files\.jsonl|README\.md|\.build.*)$/.test(path) && whole.get(path) !== is,
  )
  const { counts } = JSON.parse(wholeManifest) as Record<string, unknown>
  const isSame = JSON.stringify(manifest.counts) === JSON.stringify(counts)
  const outputs = manifest.outputs as readonly { name: string; files?: number }[]
  const missing = outputs.filter(({ name }) => !made.has(name))
  const short = outputs.filter(
    ({ name, files }) =>
      files !== undefined &&
      [...made].filter(([path, is]) => path.startsWith(`${name}/`) && is !== 'folder').length !== files,
  )
  return [
    ...(isSame ? [] : ['other counts']),
    ...wrong.map(([path]) => path),
    ...[...missing, ...short].map(({ name }) => `${name} is not whole`),
  ]
}

interface Field {
  readonly folder: string
  readonly whole: Tree
  readonly manifest: string
  /** What a build takes that nobody disturbs. */
  milliseconds: number
  kills: number
}

/** One dataset, killed until it is done. Gives outcomes and faults. */
async function killOne(field: Field, choice: Choice): Promise<readonly [string[], string[]]> {
  const { folder, whole, manifest } = field
  const out = join(folder, 'out')
  rmSync(out, { recursive: true, force: true })
  const wanted = choice.chance(0.2) ? formats.map(({ id }) => id) : choice.some(formats.map(({ id }) => id))
  const words = ['in', '-o', 'out', '--format', wanted.join(',')]
  const replaces = choice.chance(0.3)
  if (replaces) await build(folder, ['in/2016', '-o', 'out', '--format', wanted.join(',')])
  let how = replaces ? ['--force'] : []
  const outcomes: string[] = []
  const told = `${wanted.join(',')}${replaces ? ' --force' : ''}`
  for (let tries = 0; tries < 12; tries++) {
    const isLast = tries >= 8
    const killAfter = isLast ? undefined : choice.below(Math.ceil(field.milliseconds * 1.1))
    const end = await build(folder, [...words, ...how], killAfter)
    if (end.code === null) {
      field.kills++
      outcomes.push('killed')
      how = ['--resume']
      continue
    }
    const code = end.err.trimEnd().split('\n').at(-1) ?? ''
    // A kill that came when all was done but the exit; a forced build that was killed before it had begun.
    const isDone = end.code === 0 || (how[0] === '--resume' && !replaces && /exists already/.test(code))
    if (isDone) {
      const different = differencesFrom(whole, manifest, out)
      outcomes.push('equal bytes')
      return [outcomes, different.map((each) => `${told}, after ${outcomes.join(', ')}: ${each}`)]
    }
    outcomes.push(code.replace(/^huanyuan: \S+: /, ''))
    how = ['--force']
    await wait(10)
  }
  return [outcomes, [`${told}: never done: ${outcomes.join(', ')}`]]
}

/** Kills so many builds. */
export async function killBuilds(kills: number, seed: number): Promise<Outcomes> {
  const folder = newFolder()
  try {
    makeInputs(folder, 16)
    const all = formats.map(({ id }) => id).join(',')
    const whole = await build(folder, ['in', '-o', 'whole', '--format', all])
    if (whole.code !== 0) throw new Error(`an undisturbed build ends with ${whole.code}: ${whole.err}`)
    const counts: Record<string, number> = {}
    const faults: string[] = []
    const choice = seededChoice(seed)
    const field: Field = {
      folder,
      whole: readDataset(join(folder, 'whole')),
      manifest: readFileSync(join(folder, 'whole', 'manifest.json'), 'utf8'),
      milliseconds: whole.milliseconds,
      kills: 0,
    }
    while (field.kills < kills) {
      const [outcomes, wrong] = await killOne(field, choice)
      for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1
      faults.push(...wrong)
    }
    return { counts, faults }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
