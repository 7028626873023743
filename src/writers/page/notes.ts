/** What the page's script shows of marks, as compact data: pairs and reasons once, a short row a correction. */
import { correctionKinds, correctionTraits } from '../../model/correction.js'
import type { Language } from '../language.js'
import { sayCode } from '../language.js'
import type { CorrectionRecord } from '../schema.js'
import type { ClientWords, CorrectionNote, DocumentNotes } from './client-data.js'
import { spotId } from './scan/sheet.js'
import type { Noted } from './text.js'
import type { PageView } from './view.js'
import { word, wordFor } from './words.js'

export function clientWords(language: Language): ClientWords {
  const own = (key: Parameters<typeof word>[1]) => word(language, key)
  return {
    status: [own('correction.applied'), own('correction.suggested')],
    kinds: correctionKinds.map((kind) => own(`correction.kind-${kind}`)),
    traits: correctionTraits.map((trait) => own(`trait.${trait}`)),
    weights: [own('weight.strong'), own('weight.some'), own('weight.little'), own('weight.against')],
    confidence: own('correction.confidence'),
    trait: own('correction.traits'),
    alternatives: own('correction.alternatives'),
    evidence: own('correction.evidence'),
    lineBreak: own('text.break'),
    space: own('text.space'),
    nothing: own('text.nothing'),
    close: own('page.close'),
    shown: own('page.shown'),
  }
}

/** A reason in words: `pair` with the tables that hold it, `context` with what judged. */
function reasonOf({ kind, code }: CorrectionRecord['evidence'][number], language: Language): string {
  const name = sayCode(language, 'evidence', kind)
  if (code === 'same-swap-elsewhere') return word(language, 'evidence.same-swap')
  if (code === 'decided-elsewhere') return word(language, 'evidence.decided')
  const sources = kind === 'pair' ? code.slice(code.indexOf(':') + 1).split(',') : [code]
  const told = sources.map((source) => wordFor(language, 'evidence', source))
  return word(language, 'evidence.of', { name, sources: told.join(word(language, 'evidence.and')) })
}

/** Gives each text a number, the same one for the same text. */
function numbering<Item>() {
  const numbers = new Map<string, number>()
  const items: Item[] = []
  const numberOf = (key: string, item: () => Item): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    items.push(item())
    numbers.set(key, items.length - 1)
    return items.length - 1
  }
  return { items, numberOf }
}

const thousandths = (share: number) => Math.round(share * 1000)

function withSpot(note: CorrectionNote, spot: string): CorrectionNote {
  const [pair, status, kind, confidence, traits, alternatives, evidence] = note
  return [pair, status, kind, confidence, traits, alternatives, evidence, spot]
}

export function documentNotes(noted: Noted, view: PageView): DocumentNotes {
  const { language, pictures } = view
  const pairs = numbering<readonly [string, string]>()
  const reasons = numbering<string>()
  const corrections = noted.corrections.map((correction): CorrectionNote => {
    const { actual, replacement, status, kind, confidence, alternatives, evidence } = correction
    const note: CorrectionNote = [
      pairs.numberOf(`${actual}\0${replacement}`, () => [actual, replacement]),
      status === 'applied' ? 0 : 1,
      correctionKinds.indexOf(kind),
      thousandths(confidence),
      correction.traits.reduce((bits, trait) => bits | (1 << correctionTraits.indexOf(trait)), 0),
      alternatives.length === 0
        ? 0
        : alternatives.flatMap((other) => [other.text, thousandths(other.confidence)]),
      evidence.flatMap((reason) => [
        reasons.numberOf(`${reason.kind}\0${reason.code}`, () => reasonOf(reason, language)),
        Math.round(reason.value * 10),
      ]),
    ]
    return pictures.size > 0 ? withSpot(note, spotId(view, correction.start)) : note
  })
  const damage = noted.damage.map(({ kind, detail }) => sayCode(language, 'damage', kind, { detail }))
  return { pairs: pairs.items, reasons: reasons.items, corrections, damage }
}
