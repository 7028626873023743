/** Evidence of spun text stated form by form, for calculations by hand. */
import { buildTrie } from '../../../src/model/trie.js'
import type { SpunEvidence } from '../../../src/repair/detect/spun-evidence.js'

interface StatedForm {
  /** Weight of the form as a marker; default 0. */
  readonly marker?: number
  /** Log-odds of the form; default those of its marker. */
  readonly odds?: number
  readonly unheard?: boolean
  /** The standard word that it stands for; default none. */
  readonly origin?: string
}

export function statedEvidence(stated: Readonly<Record<string, StatedForm>>): SpunEvidence {
  const forms = Object.values(stated)
  return {
    trie: buildTrie(Object.keys(stated)),
    markers: Float32Array.from(forms, ({ marker = 0 }) => marker),
    odds: Float32Array.from(forms, ({ marker = 0, odds = marker }) => odds),
    origins: Int32Array.from(forms, ({ origin }) => Object.keys(stated).indexOf(origin ?? '')),
    unheard: Uint8Array.from(forms, ({ unheard = false }) => (unheard ? 1 : 0)),
  }
}
