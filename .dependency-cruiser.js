/**
 * Who may import whom in `src`, for dependency-cruiser: `npx depcruise src` checks it, and so does
 * tests/repo/layers.test.ts. Imports of types count like all others.
 */

/** Each folder or file imports from the lines above its own, never from its siblings of the same line. */
const layers = [
  ['model'],
  ['numerals', 'lm'],
  ['resources'],
  ['quantities', 'tables'],
  ['readers', 'layout', 'segment', 'repair', 'extract', 'audit', 'writers'],
  ['decisions', 'tracked'],
  ['pipeline'],
  ['dataset', 'learn'],
  ['review', 'api'],
  ['cli', 'index.ts'],
]

const layersOfRepair = [
  ['tool'],
  ['detect'],
  ['damage', 'decode', 'disguise', 'recognition'],
  ['propose'],
  ['restore.ts'],
  ['decide'],
  ['trace.ts', 'script.ts'],
  ['passes.ts'],
  ['repair.ts'],
]

const layersOfExtract = [
  ['reading.ts'],
  ['clauses'],
  ['phrases'],
  ['names'],
  ['mentions'],
  ['relations'],
  ['figure.ts', 'report-period.ts', 'tables', 'naming'],
  ['passage.ts'],
  ['extract.ts'],
]

const mayTouchFiles = ['resources', 'writers', 'dataset', 'learn', 'cli', 'review']

/** The data that a report carries for its script; the page may import the types of these files. */
const dataOfThePage =
  '^src/(writers/(schema|page/client-data)|review/client-data|decisions/(anchor|decision))\\.ts$'

/** Code that page and server share: it knows neither of them, and imports nothing. */
const codeOfThePage = '^src/decisions/anchor\\.ts$'

/** A pattern of everything in these folders and files of a folder. */
function pathOf(folder, names) {
  return `^${folder}/(${names.map((name) => (name.endsWith('.ts') ? name.replace('.', '\\.') : `${name}/`)).join('|')})`
}

/** One rule a name: it imports nothing of its own line or of a line below. Two more keep the list complete. */
function rulesOf(folder, ranks, others = []) {
  const known = pathOf(folder, [...ranks.flat(), ...others])
  const rules = ranks.flatMap((siblings, rank) =>
    siblings.map((name) => ({
      name: `${folder}/${name} imports lower layers only`,
      severity: 'error',
      from: { path: pathOf(folder, [name]) },
      to: { path: pathOf(folder, ranks.slice(rank).flat()), pathNot: pathOf(folder, [name]) },
    })),
  )
  const name = `everything in ${folder} has a layer`
  return [
    ...rules,
    { name, severity: 'error', from: { path: `^${folder}/`, pathNot: known }, to: {} },
    { name, severity: 'error', from: {}, to: { path: `^${folder}/`, pathNot: known } },
  ]
}

export default {
  forbidden: [
    ...rulesOf('src', layers, ['page']),
    ...rulesOf('src/repair', layersOfRepair),
    ...rulesOf('src/extract', layersOfExtract),
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'page imports only types, of the data that it shows',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: '^(?!src/page/|node_modules/preact/)', pathNot: dataOfThePage },
    },
    {
      name: 'page imports only types, of the data that it shows',
      severity: 'error',
      from: { path: '^src/page/' },
      to: { path: dataOfThePage, pathNot: codeOfThePage, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing imports page',
      severity: 'error',
      from: { pathNot: '^src/page/' },
      to: { path: '^src/page/' },
    },
    {
      name: 'only some layers touch files',
      severity: 'error',
      from: { pathNot: pathOf('src', mayTouchFiles) },
      to: { path: '^fs(/promises)?$' },
    },
    {
      name: 'the product imports nothing but itself and what is installed with it',
      severity: 'error',
      from: {},
      to: { path: '^(?!src/|node_modules/)', dependencyTypesNot: ['core'] },
    },
    {
      name: 'the product imports nothing but itself and what is installed with it',
      severity: 'error',
      // What the page is made of is bundled into it.
      from: { pathNot: '^src/page/' },
      // The types of a package whose files the build takes over are gone by then.
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'],
        // What those install who have a use for it is loaded late, and said to be missing.
        dependencyTypesNot: ['type-import', 'type-only', 'npm-peer'],
      },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
