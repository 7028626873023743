/** Marks by keyboard: one stop for the tab key a text, from which the arrow keys lead on; Escape closes the panel. */
import { markAt, marksAround } from './marks.js'
import type { Panel } from './panel.js'

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }

/** The mark that a key leads to from one of them; none at either end and for other keys. */
export function markAfter<Mark>(marks: readonly Mark[], mark: Mark, key: string): Mark | undefined {
  const step = steps[key]
  return step === undefined ? undefined : marks[marks.indexOf(mark) + step]
}

function makeStop(mark: HTMLElement): void {
  mark.tabIndex = 0
  mark.setAttribute('role', 'button')
}

function moveOn(event: KeyboardEvent): void {
  const mark = document.activeElement
  if (mark === null || !mark.matches('.r ins,.r u')) return
  const next = markAfter(marksAround(mark)?.corrections ?? [], mark, event.key)
  if (!(next instanceof HTMLElement)) return
  event.preventDefault()
  mark.removeAttribute('tabindex')
  makeStop(next)
  next.focus()
}

export function explainByKeyboard(panel: Panel): void {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') panel.hide()
    moveOn(event)
  })
  document.addEventListener('focusin', ({ target }) => {
    const mark = target instanceof Element ? markAt(target) : undefined
    if (mark !== undefined) panel.show(mark, true)
  })
  for (const text of document.querySelectorAll('.text')) {
    const first = text.querySelector<HTMLElement>('.r :is(ins,u)')
    if (first !== null) makeStop(first)
  }
}
