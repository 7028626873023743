/**
 * The package as users get it: packed, and installed in an empty folder where no compiler and no script of a package can
 * run. npm's cache is enough for it; where a package is neither there nor to be had, there is nothing to test, which on
 * a machine for tests (CI) is a failure.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '../repo/source.js'

export interface Ran {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export interface Installed {
  /** The folder that it was installed in, empty but for `node_modules`. */
  readonly folder: string
  /** Runs a line of a shell there, with the programs of the packages, none of a compiler's, and without a network. */
  run(line: string): Ran
  /** Starts what does not end by itself. */
  start(line: string): ChildProcess
  /** Bytes of the packed package. */
  readonly packed: number
}

/** Makes a folder with links to these programs alone. */
function linkPrograms(folder: string, names: readonly string[]): void {
  mkdirSync(folder)
  const places = (process.env.PATH ?? '').split(delimiter)
  for (const name of names) {
    const place = places.find((path) => existsSync(join(path, name)))
    if (place !== undefined) symlinkSync(realpathSync(join(place, name)), join(folder, name))
  }
}

/** The environment without what an npm that runs this says of the checkout. */
function environment(path: string): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|LC_|NODE_OPTIONS)/.test(name))
  return { ...Object.fromEntries(own), PATH: path, LANG: 'C.UTF-8' }
}

/** Packs into a new folder below `base`; gives the path of the package. */
function packInto(base: string): string {
  const folder = join(base, 'packed')
  mkdirSync(folder)
  const settings = ['--ignore-scripts', '--silent', '--pack-destination', folder]
  const { status, stderr } = spawnSync('npm', ['pack', ...settings], { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return join(folder, readdirSync(folder)[0]!)
}

const unreachable = /\b(ENOTCACHED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|E[45]\d\d)\b/

/** What makes every connection fail, for each Node that is started with it. */
const withoutNetwork = `require('node:net').Socket.prototype.connect = () => { throw new Error('there is no network') }`

/** Installs the package in a folder below `base`, or says why that cannot be. */
export function installPackage(base: string): Installed | string {
  const [folder, programs] = [join(base, 'app'), join(base, 'programs')]
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{}')
  linkPrograms(programs, ['node', 'npm', 'sh', 'env'])
  const online = environment([join(folder, 'node_modules', '.bin'), programs].join(delimiter))
  const hook = join(base, 'without-network.cjs')
  writeFileSync(hook, withoutNetwork)
  const offline = { ...online, NODE_OPTIONS: `--require "${hook}"` }
  const runIn = (env: NodeJS.ProcessEnv, line: string): Ran => {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', line], { cwd: folder, env, encoding: 'utf8' })
    return { status, out: stdout, err: stderr }
  }
  const run = (line: string) => runIn(offline, line)
  const start = (line: string) => spawn('sh', ['-c', `exec ${line}`], { cwd: folder, env: offline })
  const archive = packInto(base)
  const settings = '--ignore-scripts --prefer-offline --no-audit --no-fund --no-save'
  const { status, err } = runIn(online, `npm install ${settings} '${archive}'`)
  if (status === 0) return { folder, run, start, packed: statSync(archive).size }
  const reason = unreachable.exec(err)?.[0]
  if (reason === undefined || process.env.CI) throw new Error(err)
  return `npm cannot get a package (${reason})`
}
