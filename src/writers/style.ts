/**
 * Colours of the terminal, or none. Whether there are any is decided once, at the edge (`wantsColour` of the command
 * line, which respects NO_COLOR and pipes), so nothing here looks at a stream.
 */
import { styleText } from 'node:util'

export interface Style {
  heading(text: string): string
  faint(text: string): string
  removed(text: string): string
  added(text: string): string
  doubtful(text: string): string
  bad(text: string): string
  good(text: string): string
}

const plain = (text: string) => text

const plainStyle: Style = {
  heading: plain,
  faint: plain,
  removed: plain,
  added: plain,
  doubtful: plain,
  bad: plain,
  good: plain,
}

type Format = Parameters<typeof styleText>[0]

const colour =
  (format: Format) =>
  (text: string): string =>
    text === '' ? '' : styleText(format, text, { validateStream: false })

const colourStyle: Style = {
  heading: colour('bold'),
  faint: colour('dim'),
  removed: colour('red'),
  added: colour('green'),
  doubtful: colour('yellow'),
  bad: colour('red'),
  good: colour('green'),
}

export function styleOf(isColoured: boolean): Style {
  return isColoured ? colourStyle : plainStyle
}
