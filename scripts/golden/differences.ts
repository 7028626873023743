/**
 * What changes for the user between two golden texts of one document: things that are new, gone or told otherwise.
 * Invariant: two texts with the same lines have no difference, whatever the counts in their headings.
 */

export interface Difference {
  /** What kind of thing: corrections, facts … */
  readonly section: string
  /** The line as it was; undefined of what is new. */
  readonly before: string | undefined
  /** The line as it is; undefined of what is gone. */
  readonly after: string | undefined
}

/** What a line is about: its first cell, without what an edit makes of the place. */
const subjectOf = (line: string) => line.split(' | ')[0]!.replace(/→.*〕/, '〕')

/** Lines by section and subject; of several about one subject, each by its turn. */
function linesOf(text: string): Map<string, { readonly section: string; readonly line: string }> {
  const found = new Map<string, { section: string; line: string }>()
  let section = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3).replace(/: \d+$/, '')
    else if (line !== '') {
      let turn = 1
      const key = () => [section, section === 'spin' ? '' : subjectOf(line), turn].join('\n')
      while (found.has(key())) turn++
      found.set(key(), { section, line })
    }
  }
  return found
}

/** In the order of the new text; what is gone comes last. */
export function findDifferences(before: string, after: string): Difference[] {
  const [old, now] = [linesOf(before), linesOf(after)]
  const told = [...now].map(([key, { section, line }]) => ({
    section,
    before: old.get(key)?.line,
    after: line,
  }))
  const gone = [...old].flatMap(([key, { section, line }]) =>
    now.has(key) ? [] : [{ section, before: line, after: undefined }],
  )
  return [...told, ...gone].filter((one) => one.before !== one.after)
}

function countsOf(differences: readonly Difference[]): string {
  const counts = [
    ['new', differences.filter(({ before }) => before === undefined).length],
    ['gone', differences.filter(({ after }) => after === undefined).length],
    ['changed', differences.filter((one) => one.before !== undefined && one.after !== undefined).length],
  ] as const
  return counts.flatMap(([name, count]) => (count === 0 ? [] : `${count} ${name}`)).join(', ')
}

const sectionsOf = (differences: readonly Difference[]) => [
  ...new Set(differences.map(({ section }) => section)),
]

/** One line a kind of thing: `corrections: 2 new, 1 changed`. */
export function summarise(differences: readonly Difference[]): string {
  return sectionsOf(differences)
    .map((name) => `${name}: ${countsOf(differences.filter(({ section }) => section === name))}`)
    .join('\n')
}

/** The lines behind the counts, the old one marked by `-`, the new one by `+`. */
export function describeDifferences(differences: readonly Difference[]): string {
  return sectionsOf(differences)
    .flatMap((name) => {
      const own = differences.filter(({ section }) => section === name)
      const lines = own.flatMap(({ before, after }) => [
        ...(before === undefined ? [] : [`  - ${before}`]),
        ...(after === undefined ? [] : [`  + ${after}`]),
      ])
      return [summarise(own), ...lines]
    })
    .join('\n')
}
