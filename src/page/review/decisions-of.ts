/** What a choice of the panel, or its key, is as decisions. */
import { anchorAt } from '../../decisions/anchor.js'
import type { NewDecision } from '../../decisions/decision.js'
import type { ReviewedDocument } from '../../review/client-data.js'
import type { Choice } from './panel.js'
import { type ShownCorrection, shownCorrections } from './places.js'

/** What a choice about a place says, as things stand now; `places` are the corrections that are reviewed. */
export function decisionsOf(
  choice: Choice,
  at: number,
  { record, state }: ReviewedDocument,
  places: readonly number[],
): NewDecision[] {
  const shown = shownCorrections(record, state)
  const { correction, decided, text } = shown[at]!
  const { actual, replacement } = correction
  const common = { document: record.id }
  const anchorOf = ({ start, end }: { start: number; end: number }) =>
    anchorAt(record.source.text, start, end)
  const here = { ...common, anchor: anchorOf(correction) }
  switch (choice.kind) {
    case 'accept':
    case 'reject':
      return [{ ...here, kind: choice.kind, replacement, scope: choice.scope }]
    case 'alternative':
    case 'own':
      return choice.text === actual
        ? [{ ...here, kind: 'reject', replacement, scope: 'place' }]
        : [{ ...here, kind: choice.kind, replacement: choice.text, scope: 'place' }]
    case 'alike': {
      const { scope } = choice
      // As was decided here; where nothing was, what the tool proposes.
      if (decided === 'rejected') return [{ ...here, kind: 'reject', replacement, scope }]
      const wanted = decided === 'accepted' ? text : replacement
      return [{ ...here, kind: wanted === replacement ? 'accept' : 'own', replacement: wanted, scope }]
    }
    case 'keep-word':
      return [{ ...common, kind: 'keep-word', word: actual, scope: 'set' }]
    case 'sure-ones':
    case 'same-kind': {
      const isMeant = ({ correction: one }: ShownCorrection) =>
        choice.kind === 'same-kind' ? one.kind === correction.kind : one.confidence >= correction.confidence
      return places
        .map((place) => shown[place]!)
        .filter((one) => one.decided === 'open' && isMeant(one))
        .map((one) => ({
          ...common,
          kind: 'accept',
          anchor: anchorOf(one.correction),
          replacement: one.correction.replacement,
          scope: 'place',
        }))
    }
  }
}
