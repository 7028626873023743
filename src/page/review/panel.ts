/** The place that is reviewed: what stands there, how sure the tool is, and what can be decided, each with its key. */
import type { ReviewWords } from '../../review/client-data.js'
import type { ShownCorrection } from './places.js'
import { Component, type ComponentChild, h } from './ui.js'

export type Choice =
  | { readonly kind: 'accept' | 'reject'; readonly scope: 'place' | 'document' | 'set' }
  | { readonly kind: 'alternative' | 'own'; readonly text: string }
  | { readonly kind: 'alike'; readonly scope: 'document' | 'set' }
  | { readonly kind: 'keep-word' | 'sure-ones' | 'same-kind' }

interface PanelProps {
  readonly shown: ShownCorrection | undefined
  /** Of a scan, what is printed there. */
  readonly pieces: ComponentChild
  /** From 1, and how many there are. */
  readonly place: number
  readonly count: number
  readonly isTyping: boolean
  readonly words: ReviewWords
  readonly canUndo: boolean
  readonly canRedo: boolean
  choose(choice: Choice): void
  move(by: 1 | -1): void
  type(isTyping: boolean): void
  undo(): void
  redo(): void
}

const percent = (share: number) => `${Math.round(share * 1000) / 10}%`

function button(text: string, key: string, onClick: () => void, disabled = false): ComponentChild {
  return h(
    'button',
    { type: 'button', onClick, disabled, 'aria-keyshortcuts': key },
    text,
    h('kbd', { 'aria-hidden': true }, key),
  )
}

export class Panel extends Component<PanelProps> {
  private field: HTMLInputElement | null = null

  override componentDidUpdate(before: PanelProps): void {
    if (this.props.isTyping && !before.isTyping) this.field?.focus()
  }

  private ownText({ correction, text }: ShownCorrection): ComponentChild {
    const { words, choose, type } = this.props
    const submit = (event: Event) => {
      event.preventDefault()
      choose({ kind: 'own', text: this.field?.value ?? '' })
    }
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') type(false)
    }
    const ref = (element: HTMLInputElement | null) => {
      this.field = element
    }
    return h(
      'form',
      { onSubmit: submit },
      h(
        'label',
        {},
        words.own,
        ' ',
        h('input', { ref, lang: 'zh', value: text || correction.actual, onKeyDown: cancel }),
      ),
      h('button', { type: 'submit' }, words.save),
      h('button', { type: 'button', onClick: () => type(false) }, words.cancel),
    )
  }

  private choices({ correction }: ShownCorrection): ComponentChild {
    const { words, choose, type } = this.props
    const at = (kind: 'accept' | 'reject') => () => choose({ kind, scope: 'place' })
    const alternatives = correction.alternatives
      .slice(0, 4)
      .map(({ text }, index) => button(text, String(index + 1), () => choose({ kind: 'alternative', text })))
    return h(
      'div',
      { class: 'choices' },
      button(words.accept, 'A', at('accept')),
      button(words.reject, 'R', at('reject')),
      alternatives.length > 0 && h('span', { class: 'alternatives', lang: 'zh' }, alternatives),
      button(words.own, 'E', () => type(true)),
      button(words.everywhereDocument, 'D', () => choose({ kind: 'alike', scope: 'document' })),
      button(words.everywhereSet, 'S', () => choose({ kind: 'alike', scope: 'set' })),
      button(words.keepWord, 'W', () => choose({ kind: 'keep-word' })),
      button(words.sureOnes, 'C', () => choose({ kind: 'sure-ones' })),
      button(words.sameKind, 'T', () => choose({ kind: 'same-kind' })),
    )
  }

  private current(shown: ShownCorrection): ComponentChild {
    const { words, place, count, pieces } = this.props
    const { correction, decided } = shown
    const state = decided === 'open' ? words[correction.status] : words[decided]
    return h(
      'p',
      { class: 'current-place', 'aria-live': 'polite' },
      h(
        'b',
        { lang: 'zh' },
        correction.actual,
        ' → ',
        decided === 'accepted' ? shown.text : correction.replacement,
      ),
      pieces,
      ` ${words.confidence} ${percent(correction.confidence)} · ${state} · `,
      words.place.replace('{at}', String(place)).replace('{count}', String(count)),
    )
  }

  render(): ComponentChild {
    const { shown, words, isTyping, move, undo, redo, canUndo, canRedo } = this.props
    return h(
      'section',
      { class: 'review-panel', 'aria-label': words.decision },
      shown === undefined ? h('p', {}, words.nothing) : this.current(shown),
      shown !== undefined && (isTyping ? this.ownText(shown) : this.choices(shown)),
      h(
        'div',
        { class: 'choices' },
        button(words.previous, 'K', () => move(-1)),
        button(words.next, 'J', () => move(1)),
        button(words.undo, 'U', undo, !canUndo),
        button(words.redo, 'Y', redo, !canRedo),
      ),
    )
  }
}
