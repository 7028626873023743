/** Paths of what `npm run build` makes, for tests that run it: a build that is not of these sources is refused. */
import { join } from 'node:path'
import { isBuildFresh } from '../../scripts/build-stamp.js'
import { root } from '../../scripts/tables.js'

/** Throws where `dist` was not made of `src` as it is; at the top of a test file, it makes the file fail as a whole. */
export function refuseStaleBuild(): void {
  if (!isBuildFresh()) throw new Error('dist is older than src: run npm run build')
}

/** An absolute path, of a build that is fresh. */
export function builtPath(path: 'bin/huanyuan.js' | 'dist/program/index.js'): string {
  refuseStaleBuild()
  return join(root, path)
}
