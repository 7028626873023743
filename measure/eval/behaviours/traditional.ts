/**
 * A text in traditional script, spun by the usual tool. Of two neighbours one is written as in Taiwan, the other as in
 * Hong Kong. The words are those of the mainland.
 */
import { Converter } from 'opencc-js/cn2t'
import { undo } from '../made-sets.js'
import type { Behaviour } from './behaviour.js'
import { spunText } from './behaviour.js'
import { everywhere } from './everywhere.js'

const standards = [Converter({ from: 'cn', to: 'tw' }), Converter({ from: 'cn', to: 'hk' })]

/** The text in traditional script, or as it is where that would move offsets. */
function convert(text: string, position: number): string {
  const converted = standards[position % 2]!(text)
  return converted.length === text.length ? converted : text
}

export const traditional: Behaviour = {
  name: 'traditional',
  make(task) {
    const spun = everywhere.make(task)
    const text = convert(spun.text, task.clean.position)
    const original = convert(spun.original, task.clean.position)
    let shift = 0
    const swaps = spun.gold.map(({ start, end, gold }) => {
      const from = start + shift
      shift += gold.length - (end - start)
      return { start, end, spun: text.slice(start, end), gold: original.slice(from, from + gold.length) }
    })
    const made = spunText(task.clean, text, swaps)
    // What was kept stands as it was converted among spun words.
    return { ...made, original: undo(text, made.gold) }
  },
}
