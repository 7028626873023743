/**
 * The program against an older revision of itself, built beside it: both in turns, each turn a process of its own, the
 * shortest of each counts. So a change is measured on a machine that others use too.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withRevision } from '../../scripts/compare/revision.js'
import { root } from '../../scripts/tables.js'
import type { Turn } from './turn.js'

const program = fileURLToPath(new URL('./turn.ts', import.meta.url))

export interface AgainstRequest {
  readonly revision: string
  readonly turns: number
  readonly characters: number
  readonly data: string | undefined
}

/** Prints at its end what processor time the process took, in milliseconds. */
const telling =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();' +
  'process.stderr.write("\\n"+(user+system)/1000)})'

/** What the command takes for a small file, its start and all. */
function commandTime(folder: string): number {
  const report = join(root, 'corpus/reports/education-bureau-halfyear/damaged.txt')
  const args = ['--import', telling, join(folder, 'bin/huanyuan.js'), 'run', report]
  const { stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root })
  if (status !== 0) throw new Error(`the command of ${folder} failed: ${stderr}`)
  return Number(stderr.trim().split('\n').at(-1))
}

function takeTurn(folder: string, { characters, data }: AgainstRequest): Turn {
  const args = ['--import', 'tsx', program, folder, String(characters), ...(data === undefined ? [] : [data])]
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root })
  if (status !== 0) throw new Error(`the process that measures ${folder} failed: ${stderr}`)
  return { ...(JSON.parse(stdout) as Omit<Turn, 'command'>), command: commandTime(folder) }
}

/** The least of each figure over some turns of one program. */
export function shortestOf(turns: readonly Turn[]): Turn {
  const least = (figureOf: (turn: Turn) => number) => Math.min(...turns.map(figureOf))
  return {
    start: least(({ start }) => start),
    command: least(({ command }) => command),
    short: least(({ short }) => short),
    restored: least(({ restored }) => restored),
    peak: least(({ peak }) => peak),
    kinds: turns[0]!.kinds.map((kind, index) => ({
      ...kind,
      repair: least(({ kinds }) => kinds[index]!.repair),
      whole: least(({ kinds }) => kinds[index]!.whole),
    })),
  }
}

/** Rows of a table: what the working tree does, and how many times as fast as the revision that is. */
export function rowsAgainst(now: Turn, before: Turn): string[][] {
  const times = (old: number, own: number) => (old / Math.max(own, 1e-6)).toFixed(2)
  const kinds = now.kinds.map(({ kind, characters, repair, whole, queries }, index) => {
    const old = before.kinds[index]!
    return [
      kind,
      (characters / whole).toFixed(1),
      times(old.whole, whole),
      times(old.repair, repair),
      queries === undefined ? '–' : (queries / characters).toFixed(1),
    ]
  })
  const rest = [
    ['start', `${now.start.toFixed(0)} ms`, times(before.start, now.start), '', ''],
    ['run of a small file', `${now.command.toFixed(0)} ms`, times(before.command, now.command), '', ''],
    ['a dozen characters', `${now.short.toFixed(2)} ms`, times(before.short, now.short), '', ''],
    ['the same, restored', `${now.restored.toFixed(2)} ms`, times(before.restored, now.restored), '', ''],
    ['memory', `${(now.peak / 1024 ** 2).toFixed(0)} MiB`, times(before.peak, now.peak), '', ''],
  ]
  return [...kinds, ...rest]
}

/** Measures the built working tree against a revision. */
export function measureAgainst(request: AgainstRequest): Promise<{ now: Turn; before: Turn }> {
  return withRevision(request.revision, new AbortController().signal, async (folder) => {
    const turns: { now: Turn; before: Turn }[] = []
    for (let turn = 0; turn < request.turns; turn++) {
      turns.push({ now: takeTurn(root, request), before: takeTurn(folder, request) })
    }
    return {
      now: shortestOf(turns.map(({ now }) => now)),
      before: shortestOf(turns.map(({ before }) => before)),
    }
  })
}
