/** Colours of the terminal, or none: the one place that knows escape sequences. */
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
const code =
  (open: number, close: number): ((text: string) => string) =>
  (text) =>
    text === '' ? '' : `\u001b[${open}m${text}\u001b[${close}m`

const plainStyle: Style = {
  heading: plain,
  faint: plain,
  removed: plain,
  added: plain,
  doubtful: plain,
  bad: plain,
  good: plain,
}

const colourStyle: Style = {
  heading: code(1, 22),
  faint: code(2, 22),
  removed: code(31, 39),
  added: code(32, 39),
  doubtful: code(33, 39),
  bad: code(31, 39),
  good: code(32, 39),
}

export function styleOf(colour: boolean): Style {
  return colour ? colourStyle : plainStyle
}
