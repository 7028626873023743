/** Whether a document reads like a report: running text in sentences, with figures in them. */
import type { DocumentRecord } from '../writers/schema.js'

export interface Prose {
  /** Code units of sentences of running text. */
  readonly characters: number
  /** Of all that is no page furniture, the share that is running text, in [0, 1]. */
  readonly share: number
  /** Facts in running text. */
  readonly figures: number
}

/** A report has at least this much running text, this share of its text, and a figure in so many characters of it. */
const least = { characters: 150, share: 0.5, figures: 3 }
const mostCharactersAFigure = 400

/** It begins behind the end of another one, or a line without any end would be searched from each of its characters. */
const sentence = /(?<![^。！？；!?;])[^。！？；!?;]{8,}[。！？；!?;]/g

export function proseOf({ blocks, source, facts }: DocumentRecord): Prose {
  let all = 0
  let characters = 0
  const spans: { start: number; end: number }[] = []
  for (const { kind, start, end } of blocks) {
    if (kind === 'boilerplate') continue
    const text = source.text.slice(start, end)
    all += text.length
    if (kind === 'table' || kind === 'title' || kind === 'heading') continue
    for (const { 0: found, index } of text.matchAll(sentence)) {
      characters += found.length
      spans.push({ start: start + index, end: start + index + found.length })
    }
  }
  let next = 0
  let figures = 0
  for (const { start } of facts) {
    while (next < spans.length && spans[next]!.end <= start) next++
    if (next < spans.length && spans[next]!.start <= start) figures++
  }
  return { characters, share: all === 0 ? 0 : Math.round((characters / all) * 1000) / 1000, figures }
}

export function isReport({ characters, share, figures }: Prose): boolean {
  return (
    characters >= least.characters &&
    share >= least.share &&
    figures >= Math.max(least.figures, characters / mostCharactersAFigure)
  )
}
