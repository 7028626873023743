/**
 * Records of the own reports as a revision of the project makes them: the revision is checked out and built in a folder
 * of its own beside the tree, and reads the reports of the current tree.
 * Invariant: nothing is left behind, also where a step fails or is interrupted.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { listReports } from '../../measure/reports/files.js'
import { root } from '../tables.js'

/** Stands for the tree as it is, changes and all. */
export const workingTree = 'working tree'

const largestOutput = 2 ** 30
const execute = promisify(execFile)

/**
 * What a command prints. Interrupted, it ends the command and waits until nothing of it runs any more: what still runs
 * would write into a folder that is being taken away.
 */
async function run(
  cwd: string,
  signal: AbortSignal,
  command: string,
  words: readonly string[],
): Promise<string> {
  signal.throwIfAborted()
  const running = execute(command, words, { cwd, maxBuffer: largestOutput })
  const end = () => running.child.kill()
  signal.addEventListener('abort', end)
  try {
    return (await running).stdout
  } finally {
    signal.removeEventListener('abort', end)
    signal.throwIfAborted()
  }
}

/** The clean and damaged texts that every revision reads, from the root of the current tree. */
function reportPaths(): string[] {
  return listReports(join(root, 'corpus/reports')).flatMap((id) =>
    ['clean.txt', 'damaged.txt'].map((name) => `corpus/reports/${id}/${name}`),
  )
}

async function hasSameLock(folder: string): Promise<boolean> {
  const lock = (tree: string) => readFile(join(tree, 'package-lock.json'), 'utf8')
  return (await lock(folder)) === (await lock(root))
}

async function buildIn(folder: string, signal: AbortSignal): Promise<void> {
  if (folder !== root) {
    if (await hasSameLock(folder)) await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
    else await run(folder, signal, 'npm', ['ci'])
  }
  await run(folder, signal, 'npm', ['run', 'build', '--silent'])
}

/** The records as JSONL: without tokens, then with them. */
async function recordsIn(folder: string, signal: AbortSignal): Promise<string> {
  const outputs: string[] = []
  for (const options of [[], ['--tokens']]) {
    const words = ['run', '--format', 'jsonl', ...options, ...reportPaths()]
    outputs.push(await run(root, signal, process.execPath, [join(folder, 'bin/huanyuan.js'), ...words]))
  }
  return outputs.join('')
}

/** Builds a revision in a folder of its own beside the tree, gives that folder to `use`, and takes it away. */
export async function withRevision<T>(
  revision: string,
  signal: AbortSignal,
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huanyuan-compare-'))
  try {
    await run(root, signal, 'git', ['worktree', 'add', '--detach', folder, revision])
    await buildIn(folder, signal)
    return await use(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    await execute('git', ['worktree', 'prune'], { cwd: root })
  }
}

/** One line a record. `revision` is what git calls a commit, or the working tree. */
export async function recordsOf(revision: string, signal: AbortSignal): Promise<string[]> {
  const lines = (text: string) => text.split('\n').filter((line) => line !== '')
  if (revision === workingTree) {
    await buildIn(root, signal)
    return lines(await recordsIn(root, signal))
  }
  return withRevision(revision, signal, async (folder) => lines(await recordsIn(folder, signal)))
}
