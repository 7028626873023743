/** What the groups of RTF are for, by the word that they begin with. */

export type Destination =
  | 'text'
  | 'skipped'
  | 'field'
  | 'instruction'
  | 'fonts'
  | 'styles'
  | 'label'
  | 'note'
  | 'edge'
  | 'box'

const skipped =
  'colortbl info pict listtable listoverridetable filetbl revtbl rsidtbl nonshppict nonesttables objdata xe tc txe rxe ' +
  'template private bkmkstart bkmkend atnid atnauthor annotation formfield background themedata datastore sn sv shprslt'

const destinations = new Map<string, Destination>([
  ...skipped.split(' ').map((word) => [word, 'skipped'] as const),
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['field', 'field'],
  ['fldinst', 'instruction'],
  ['shptxt', 'box'],
  ['dptxbxtext', 'box'],
  ['listtext', 'label'],
  ['pntext', 'label'],
  ['footnote', 'note'],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map(
    (word) => [word, 'edge'] as const,
  ),
])

/** Groups that only newer programs know, marked so that others skip them, and that hold text or rows all the same. */
const known = new Set(['nesttableprops', 'shpinst', 'shptxt', 'fldinst', 'shp', 'do', 'dptxbxtext'])

/** The destination that a word opens; undefined where it opens none. */
export function destinationOf(word: string, isMarked: boolean): Destination | undefined {
  return destinations.get(word) ?? (isMarked && !known.has(word) ? 'skipped' : undefined)
}
