/** A Slurm of one node below a folder, with a configuration of its own: nothing of a Slurm of this machine is touched. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { availableParallelism, userInfo } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** The folders of services are not in the path of who is no administrator. */
const withServices = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }
const isThere = (program: string) =>
  withServices.PATH.split(':').some((folder) => existsSync(join(folder, program)))

export const hasSlurm = ['slurmctld', 'slurmd', 'sbatch'].every(isThere)

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number }
      server.close(() => resolve(port))
    })
  })
}

export interface Slurm {
  /** What programs of Slurm need to find it. */
  readonly env: NodeJS.ProcessEnv
  /** Runs a program; gives what it printed. Throws with what it said where it failed. */
  call(program: string, ...words: readonly string[]): string
  end(): Promise<void>
}

/** Starts it; `env` is that of its jobs. */
export async function startSlurm(folder: string, env: NodeJS.ProcessEnv): Promise<Slurm> {
  const place = join(folder, 'slurm')
  for (const name of ['', 'state', 'spool']) mkdirSync(join(place, name))
  const path = join(place, 'slurm.conf')
  const { username } = userInfo()
  // Who is who is not asked: everything runs as who runs the test, and listens on this machine alone.
  const settings = {
    ClusterName: 'test',
    SlurmctldHost: 'localhost',
    SlurmctldPort: await freePort(),
    SlurmdPort: await freePort(),
    SlurmUser: username,
    SlurmdUser: username,
    AuthType: 'auth/none',
    CredType: 'cred/none',
    StateSaveLocation: join(place, 'state'),
    SlurmdSpoolDir: join(place, 'spool'),
    SlurmctldPidFile: join(place, 'slurmctld.pid'),
    SlurmdPidFile: join(place, 'slurmd.pid'),
    SlurmctldLogFile: join(place, 'slurmctld.log'),
    SlurmdLogFile: join(place, 'slurmd.log'),
    ProctrackType: 'proctrack/linuxproc',
    TaskPlugin: 'task/none',
    JobAcctGatherType: 'jobacct_gather/none',
    AccountingStorageType: 'accounting_storage/none',
    MpiDefault: 'none',
    SelectType: 'select/cons_tres',
    SelectTypeParameters: 'CR_Core',
    KillWait: 1,
    SchedulerParameters: 'sched_interval=2,batch_sched_delay=0',
    NodeName: `localhost CPUs=${availableParallelism()} State=UNKNOWN`,
    PartitionName: 'all Nodes=ALL Default=YES MaxTime=INFINITE State=UP',
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`)
  writeFileSync(path, lines.join(''))
  const whole = { ...withServices, ...env, SLURM_CONF: path }
  const daemons: ChildProcess[] = ['slurmctld', 'slurmd'].map((name) =>
    spawn(name, ['-D', '-f', path, ...(name === 'slurmd' ? ['-N', 'localhost'] : ['-c'])], {
      env: whole,
      cwd: folder,
      stdio: 'ignore',
    }),
  )
  const run = (program: string, words: readonly string[]) =>
    spawnSync(program, words, { env: whole, cwd: folder, encoding: 'utf8' })
  while (!/idle/.test(run('sinfo', ['-h', '-o', '%T']).stdout ?? '')) {
    if (daemons.some(({ exitCode }) => exitCode !== null)) throw new Error('a daemon of Slurm has ended')
    await wait(100)
  }
  return {
    env: whole,
    call(program, ...words) {
      const { status, stdout, stderr } = run(program, words)
      if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`)
      return stdout.trim()
    },
    async end() {
      run('scancel', ['--user', username])
      while ((run('squeue', ['-h']).stdout ?? '').trim() !== '') await wait(100)
      for (const daemon of daemons.reverse()) {
        if (daemon.exitCode === null) {
          daemon.kill('SIGTERM')
          await new Promise((resolve) => daemon.once('close', resolve))
        }
      }
    },
  }
}
