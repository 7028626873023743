/** What is folded away: a link that leads into it opens it, and paper, which cannot be unfolded, shows it all. */

/** The folds around an element, from the inside out. */
export function foldsAround(element: Element): HTMLDetailsElement[] {
  const fold = element.closest('details')
  if (fold === null) return []
  return fold.parentElement === null ? [fold] : [fold, ...foldsAround(fold.parentElement)]
}

function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (target === null) return
  // It may be filtered away.
  target.hidden = false
  const folds = foldsAround(target)
  const wasOpen = folds[0]?.open ?? true
  for (const fold of folds) fold.open = true
  if (!wasOpen) target.scrollIntoView()
}

/** Opens what the page's address names, now and whenever that changes. */
export function openTargets(): void {
  window.addEventListener('hashchange', openTarget)
  openTarget()
}

/** Opens everything for paper, and closes afterwards what was closed. */
export function unfoldOnPaper(beforeUnfolding: () => void): void {
  let opened: HTMLDetailsElement[] = []
  const unfold = () => {
    beforeUnfolding()
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const fold of opened) fold.open = true
  }
  const refold = () => {
    for (const fold of opened) fold.open = false
    opened = []
  }
  window.addEventListener('beforeprint', unfold)
  window.addEventListener('afterprint', refold)
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? unfold() : refold()))
}
