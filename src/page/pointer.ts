/** Marks under the pointer: a mouse shows what they mean, a tap or a click pins it. Links of figures lead on. */
import { markAt } from './marks.js'
import type { Panel } from './panel.js'

function markOf({ target }: Event): HTMLElement | undefined {
  return target instanceof Element ? markAt(target) : undefined
}

function followMouse(event: PointerEvent, panel: Panel): void {
  if (event.pointerType !== 'mouse' || panel.isPinned) return
  const mark = markOf(event)
  if (mark !== undefined) panel.show(mark, false)
  else if (!panel.contains(event.target)) panel.hide()
}

function pick(event: MouseEvent, panel: Panel): void {
  const mark = markOf(event)
  const isInPanel = panel.contains(event.target)
  const closes = event.target instanceof Element && event.target.closest('#panel button') !== null
  if (mark !== undefined && mark.localName !== 'a') panel.show(mark, true)
  else if (closes || !isInPanel) panel.hide()
}

export function explainByPointer(panel: Panel): void {
  document.addEventListener('pointerover', (event) => followMouse(event, panel))
  document.addEventListener('click', (event) => pick(event, panel))
}
