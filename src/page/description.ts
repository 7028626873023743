/** What the panel shows of a mark: a correction with its evidence, a figure with its row of the table, damage. */
import type { ClientWords } from '../writers/page/client-data.js'
import type { CorrectionInWords } from './correction.js'
import { correctionInWords, percent } from './correction.js'
import { definitions, make, pieceOfText } from './elements.js'
import { correctionNote, marksAround } from './marks.js'
import { pieceOfScan } from './scan.js'
import { columnNames } from './sorting.js'

function confidenceMeter(thousandths: number): HTMLElement {
  const meter = document.createElement('meter')
  meter.max = 1000
  meter.value = thousandths
  const shown = make('span', percent(thousandths))
  shown.prepend(meter, ' ')
  return shown
}

function correctionContent(correction: CorrectionInWords, words: ClientWords): Node[] {
  const before = make('del')
  const after = make(correction.isApplied ? 'ins' : 'u')
  before.append(pieceOfText(correction.actual, words))
  after.append(pieceOfText(correction.replacement, words))
  const head = make('p', '', 'swap')
  head.append(before, ' → ', after)
  const list = definitions([
    [words.confidence, [confidenceMeter(correction.confidence)]],
    [words.trait, correction.traits],
    [words.alternatives, correction.alternatives],
    [words.evidence, correction.evidence],
  ])
  return [...pieceOfScan(correction.spot ?? ''), head, make('p', correction.summary, 'faint'), list]
}

/** The first three cells are indicator, value and unit; of the others, those that hold something. */
function figureContent(link: HTMLAnchorElement): Node[] {
  const row = document.getElementById(decodeURIComponent(link.hash.slice(1)))
  const table = row?.closest('table')
  if (row === null || !table) return []
  const names = columnNames(table)
  const cells = [...row.children].map((cell) => cell.textContent?.trim() ?? '')
  const [indicator, value, unit, ...others] = cells
  const head = make('p', `${indicator}: ${value}${unit}`, 'swap')
  head.lang = 'zh'
  const list = definitions(others.map((text, at) => [names[at + 3] ?? '', text === '' ? [] : [text]]))
  return [...pieceOfScan(row.id.replace(/r(?=f\d+$)/, 'z')), head, list]
}

/** Nothing where nothing is known of the mark. */
export function describeMark(mark: Element, words: ClientWords): Node[] {
  if (mark instanceof HTMLAnchorElement) return figureContent(mark)
  const marks = marksAround(mark)
  if (marks === undefined) return []
  if (mark.localName === 'mark') {
    const damage = marks.notes.damage[marks.damage.indexOf(mark)]
    return damage === undefined ? [] : [make('p', damage)]
  }
  const note = correctionNote(mark, marks)
  return note === undefined ? [] : correctionContent(correctionInWords(note, marks.notes, words), words)
}
