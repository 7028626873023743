/**
 * The panel that explains one mark at a time: beside the mark on wide screens, at the foot of narrow ones, where the
 * sheet places it. A panel that was asked for by a tap or the keyboard is pinned: the pointer does not move it.
 */
import { partnerOf } from './marks.js'

export interface Panel {
  readonly isPinned: boolean
  show(mark: Element, pin: boolean): void
  hide(): void
  contains(target: EventTarget | null): boolean
}

interface Size {
  readonly width: number
  readonly height: number
}

const widthOfPhones = 700
const gap = 8

/** Where a panel stands in the window: below the mark where it fits, else above, and never out at the sides. */
export function placeBeside(
  mark: { readonly left: number; readonly top: number; readonly bottom: number },
  panel: Size,
  window: Size,
): { left: number; top: number } {
  const below = mark.bottom + gap
  const fits = below + panel.height < window.height
  return {
    left: Math.min(Math.max(gap, mark.left), window.width - panel.width - 24),
    top: fits ? below : Math.max(gap, mark.top - panel.height - gap),
  }
}

function place(panel: HTMLElement, mark: Element): void {
  const size = { width: panel.offsetWidth, height: panel.offsetHeight }
  // Of a mark that goes over two lines, the last one counts.
  const box = [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect()
  const { left, top } = placeBeside(box, size, { width: window.innerWidth, height: window.innerHeight })
  panel.style.left = `${left + window.scrollX}px`
  panel.style.top = `${top + window.scrollY}px`
}

/** The mark must not lie under a panel at the foot of the window. */
function scrollClear(panel: HTMLElement, mark: Element): void {
  const covered = mark.getBoundingClientRect().bottom - (window.innerHeight - panel.offsetHeight)
  if (covered > -gap) window.scrollBy(0, covered + 3 * gap)
}

/** Makes the page's panel work; `describe` gives what to show of a mark. */
export function panelOf(element: HTMLElement, describe: (mark: Element) => readonly Node[]): Panel {
  const body = element.querySelector('div')
  let current: Element | undefined
  let isPinned = false

  const hide = () => {
    for (const lit of document.querySelectorAll('.on')) lit.classList.remove('on')
    element.hidden = true
    current = undefined
    isPinned = false
  }
  const show = (mark: Element, pin: boolean) => {
    isPinned = pin || (isPinned && mark === current)
    if (mark === current) return
    const content = describe(mark)
    if (content.length === 0 || body === null) return
    hide()
    current = mark
    isPinned = pin
    body.replaceChildren(...content)
    element.hidden = false
    mark.classList.add('on')
    partnerOf(mark)?.classList.add('on')
    if (window.innerWidth >= widthOfPhones) return place(element, mark)
    element.style.left = ''
    element.style.top = ''
    if (pin) scrollClear(element, mark)
  }
  return {
    get isPinned() {
      return isPinned
    },
    show,
    hide,
    contains: (target) => target instanceof Node && element.contains(target),
  }
}
