/**
 * The script and the sheet of the HTML report. The page can be read without them; they explain marks, sort and filter
 * tables, open what a link leads into and unfold the page for paper.
 * Invariant: nothing is fetched; all that is shown stands in the page.
 */
import './report.css'
import type { ClientWords } from '../writers/page/client-data.js'
import { pageWords } from './data.js'
import { describeMark } from './description.js'
import { filterTables } from './filters.js'
import { openTargets, unfoldOnPaper } from './folds.js'
import { explainByKeyboard } from './keyboard.js'
import { panelOf } from './panel.js'
import { explainByPointer } from './pointer.js'
import { sortTables } from './sorting.js'

function start(words: ClientWords, panelElement: HTMLElement): void {
  // The sheet shows controls only where there is a script.
  document.documentElement.classList.add('js')
  const panel = panelOf(panelElement, (mark) => describeMark(mark, words))
  explainByPointer(panel)
  explainByKeyboard(panel)
  sortTables()
  filterTables(words)
  openTargets()
  unfoldOnPaper(panel.hide)
}

const words = pageWords(document)
const panel = document.getElementById('panel')
if (words !== undefined && panel !== null) start(words, panel)
