/**
 * The page's own script, as one function whose source is put into the page: evidence of a mark on hover, tap and
 * focus; sorting, filtering; opening what a link leads into; everything open on paper.
 * Invariant: it uses nothing from outside of itself but the browser, and puts texts in as text, never as markup.
 */

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { ClientWords, CorrectionNote, DocumentNotes } from './client-data.js'

export function pageScript(): void {
  const root = document.documentElement
  const wordsElement = document.getElementById('words')
  const panel = document.getElementById('panel')
  if (wordsElement === null || panel === null) return
  const words = JSON.parse(wordsElement.textContent ?? '{}') as ClientWords
  root.classList.add('js')

  const make = (name: string, text = '', kind = ''): HTMLElement => {
    const element = document.createElement(name)
    if (text !== '') element.textContent = text
    if (kind !== '') element.className = kind
    return element
  }
  const percent = (thousandths: number) => `${Math.round(thousandths) / 10}%`

  // Marks: numbered once a document, when first needed.
  const markNames = 'ins,u'
  const known = new WeakMap<
    Element,
    { notes: DocumentNotes; marks: Element[]; dels: Element[]; damage: Element[] }
  >()
  const documentOf = (mark: Element) => {
    const text = mark.closest('.text')
    if (text === null) return undefined
    let found = known.get(text)
    if (found === undefined) {
      const source = text.querySelector('.notes')?.textContent ?? ''
      if (source === '') return undefined
      found = {
        notes: JSON.parse(source) as DocumentNotes,
        marks: [...text.querySelectorAll('.r ins,.r u')],
        dels: [...text.querySelectorAll('.s del')],
        damage: [...text.querySelectorAll('.r mark')],
      }
      known.set(text, found)
    }
    return found
  }
  /** The n-th applied correction is the n-th struck word of the source. */
  const partnerOf = (mark: Element): Element | undefined => {
    const found = documentOf(mark)
    if (found === undefined) return undefined
    const applied = found.marks.filter((other) => other.localName === 'ins')
    return mark.localName === 'del'
      ? applied[found.dels.indexOf(mark)]
      : mark.localName === 'ins'
        ? found.dels[applied.indexOf(mark)]
        : undefined
  }

  const shownText = (text: string): HTMLElement => {
    if (text.trim() !== '') {
      const element = make('span', text)
      element.lang = 'zh'
      return element
    }
    return make('small', text === '' ? words.nothing : /[\r\n]/.test(text) ? words.lineBreak : words.space)
  }

  const entry = (list: HTMLElement, name: string, values: readonly (string | Node)[]) => {
    if (values.length === 0) return
    list.append(make('dt', name))
    for (const value of values) {
      const item = make('dd')
      item.append(value)
      list.append(item)
    }
  }

  const weightOf = (value: number) => {
    if (value >= 3) return words.weights[0]
    if (value >= 0.5) return words.weights[1]
    return value > -3 ? words.weights[2] : words.weights[3]
  }

  const describeCorrection = (note: CorrectionNote, notes: DocumentNotes): Node[] => {
    const [pair, status, kind, confidence, traits, alternatives, evidence] = note
    const [actual, replacement] = notes.pairs[pair] ?? ['', '']
    const head = make('p', '', 'swap')
    const before = make('del')
    const after = make(status === 0 ? 'ins' : 'u')
    before.append(shownText(actual))
    after.append(shownText(replacement))
    head.append(before, ' → ', after)
    const meter = document.createElement('meter')
    meter.max = 1000
    meter.value = confidence
    const list = make('dl')
    const sure = make('span', percent(confidence))
    sure.prepend(meter, ' ')
    entry(list, words.confidence, [sure])
    entry(
      list,
      words.trait,
      words.traits.filter((_, bit) => (traits & (1 << bit)) !== 0),
    )
    const others: string[] = []
    if (alternatives !== 0) {
      for (let at = 0; at < alternatives.length; at += 2) {
        others.push(`${alternatives[at]} ${percent(Number(alternatives[at + 1]))}`)
      }
    }
    entry(list, words.alternatives, others)
    const reasons: string[] = []
    for (let at = 0; at < evidence.length; at += 2) {
      const reason = notes.reasons[evidence[at] ?? 0] ?? ''
      const value = (evidence[at + 1] ?? 0) / 10
      reasons.push(
        reason.includes('{count}')
          ? reason.replace('{count}', String(Math.max(1, Math.round(value))))
          : `${reason}: ${weightOf(value)}`,
      )
    }
    entry(list, words.evidence, reasons)
    return [head, make('p', [words.status[status], words.kinds[kind]].join(' · '), 'faint'), list]
  }

  const describeFact = (link: HTMLAnchorElement): Node[] => {
    const row = document.getElementById(decodeURIComponent(link.hash.slice(1)))
    const heads = row?.closest('table')?.querySelectorAll('th')
    if (row === null || heads === undefined) return []
    const cells = [...row.children].map((cell) => cell.textContent?.trim() ?? '')
    const head = make('p', `${cells[0]}: ${cells[1]}${cells[2]}`, 'swap')
    head.lang = 'zh'
    const list = make('dl')
    cells.forEach((cell, at) => {
      if (at > 2 && cell !== '') entry(list, heads[at]?.dataset.name ?? '', [cell])
    })
    return [head, list]
  }

  const describe = (mark: Element): Node[] => {
    if (mark instanceof HTMLAnchorElement) return describeFact(mark)
    const found = documentOf(mark)
    if (found === undefined) return []
    if (mark.localName === 'mark') {
      const damage = found.notes.damage[found.damage.indexOf(mark)]
      return damage === undefined ? [] : [make('p', damage)]
    }
    const own = mark.localName === 'del' ? partnerOf(mark) : mark
    const note = found.notes.corrections[own === undefined ? -1 : found.marks.indexOf(own)]
    return note === undefined ? [] : describeCorrection(note, found.notes)
  }

  // The panel: beside the mark on wide screens, at the foot of narrow ones.
  let current: Element | undefined
  let pinned = false
  const body = panel.querySelector('div')
  const hide = () => {
    for (const lit of document.querySelectorAll('.on')) lit.classList.remove('on')
    panel.hidden = true
    current = undefined
    pinned = false
  }
  const show = (mark: Element, pin: boolean) => {
    pinned = pin || (pinned && mark === current)
    if (mark === current) return
    const content = describe(mark)
    if (content.length === 0 || body === null) return
    hide()
    current = mark
    pinned = pin
    body.replaceChildren(...content)
    panel.hidden = false
    mark.classList.add('on')
    partnerOf(mark)?.classList.add('on')
    if (window.innerWidth < 700) {
      panel.style.left = ''
      panel.style.top = ''
      // The mark must not lie under the panel.
      const covered = mark.getBoundingClientRect().bottom - (window.innerHeight - panel.offsetHeight)
      if (pin && covered > -8) window.scrollBy(0, covered + 24)
      return
    }
    const box = [...mark.getClientRects()].at(-1) ?? mark.getBoundingClientRect()
    const left = Math.min(Math.max(8, box.left), window.innerWidth - panel.offsetWidth - 24)
    const below = box.bottom + 8
    const fits = below + panel.offsetHeight < window.innerHeight
    const top = fits ? below : Math.max(8, box.top - panel.offsetHeight - 8)
    panel.style.left = `${left + window.scrollX}px`
    panel.style.top = `${top + window.scrollY}px`
  }
  const markAt = (target: EventTarget | null): Element | undefined => {
    if (!(target instanceof Element)) return undefined
    const mark = target.closest('.text ins,.text u,.text del,.text mark,.text a.f')
    return mark === null || mark.closest('.legend') !== null ? undefined : mark
  }

  const makeStop = (mark: HTMLElement) => {
    mark.tabIndex = 0
    mark.setAttribute('role', 'button')
  }

  document.addEventListener('pointerover', (event) => {
    if (event.pointerType !== 'mouse' || pinned) return
    const mark = markAt(event.target)
    if (mark !== undefined) show(mark, false)
    else if (!(event.target instanceof Node && panel.contains(event.target))) hide()
  })
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('#panel button') !== null) return hide()
    const mark = markAt(event.target)
    if (mark !== undefined) {
      if (!(mark instanceof HTMLAnchorElement)) {
        show(mark, true)
        return
      }
    } else if (event.target instanceof Node && panel.contains(event.target)) return
    hide()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
    const mark = document.activeElement
    if (mark === null || !mark.matches('.r ins,.r u')) return
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
    const marks = documentOf(mark)?.marks ?? []
    const next = step === undefined ? undefined : marks[marks.indexOf(mark) + step]
    if (next instanceof HTMLElement) {
      event.preventDefault()
      mark.removeAttribute('tabindex')
      makeStop(next)
      next.focus()
    }
  })
  document.addEventListener('focusin', (event) => {
    const mark = markAt(event.target)
    if (mark !== undefined) show(mark, true)
  })
  // One stop for the tab key a text, from which the arrow keys lead on.
  for (const text of document.querySelectorAll('.text')) {
    const first = text.querySelector<HTMLElement>(`.r :is(${markNames})`)
    if (first !== null) makeStop(first)
  }

  // Tables.
  const keyOf = (row: Element, column: number): string => {
    const cell = row.children[column]
    if (!(cell instanceof HTMLElement)) return ''
    return cell.dataset.v ?? cell.textContent?.trim() ?? ''
  }
  const collator = new Intl.Collator(root.lang, { numeric: true })
  const compare = (a: string, b: string): number => {
    const [one, two] = [Number(a.replace(/%$/, '')), Number(b.replace(/%$/, ''))]
    return Number.isNaN(one) || Number.isNaN(two) ? collator.compare(a, b) : one - two
  }
  const sortBy = (table: HTMLTableElement, head: HTMLTableCellElement) => {
    const column = head.cellIndex
    const descending = head.getAttribute('aria-sort') === 'ascending'
    for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort')
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending')
    const rows = [...(table.tBodies[0]?.rows ?? [])].map((row) => ({ row, key: keyOf(row, column) }))
    rows.sort((a, b) => {
      // Empty cells stay at the end in either order.
      if (a.key === '' || b.key === '') return Number(a.key === '') - Number(b.key === '')
      return descending ? compare(b.key, a.key) : compare(a.key, b.key)
    })
    table.tBodies[0]?.append(...rows.map(({ row }) => row))
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.sort')) {
    for (const head of table.querySelectorAll('th')) {
      const button = make('button', head.textContent?.trim() ?? '')
      head.dataset.name = button.textContent ?? ''
      button.addEventListener('click', () => sortBy(table, head))
      head.replaceChildren(button)
    }
  }
  for (const filter of document.querySelectorAll<HTMLInputElement>('.filter input')) {
    const label = filter.closest('.filter')
    const rows = [...(label?.parentElement?.querySelectorAll('tbody tr') ?? [])] as HTMLTableRowElement[]
    filter.addEventListener('input', () => {
      const wanted = filter.value.trim().toLowerCase()
      let shown = 0
      for (const row of rows) {
        row.hidden = wanted !== '' && !(row.textContent ?? '').toLowerCase().includes(wanted)
        if (!row.hidden) shown++
      }
      const told = words.shown.replace('{shown}', String(shown)).replace('{all}', String(rows.length))
      label?.querySelector('output')?.replaceChildren(wanted === '' ? '' : told)
    })
  }

  // A link into something folded or filtered away opens it.
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (target === null) return
    target.hidden = false
    let folded = target.closest('details')
    const wasOpen = folded === null || folded.open
    while (folded !== null) {
      folded.open = true
      folded = folded.parentElement?.closest('details') ?? null
    }
    if (!wasOpen) target.scrollIntoView()
  }
  window.addEventListener('hashchange', open)
  open()

  // Paper cannot be unfolded.
  let opened: HTMLDetailsElement[] = []
  const unfold = () => {
    hide()
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const folded of opened) folded.open = true
  }
  const fold = () => {
    for (const folded of opened) folded.open = false
    opened = []
  }
  window.addEventListener('beforeprint', unfold)
  window.addEventListener('afterprint', fold)
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? unfold() : fold()))
}
