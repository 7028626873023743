/** What a terminal obeys, and texts full of it. */
import fc from 'fast-check'

const controls = String.raw`\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f`
const directions = String.raw`\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`

/** Controls but tab and line feed, a carriage return that ends no line, marks of direction. */
export const obeyed = new RegExp(String.raw`[${controls}${directions}]|\r(?!\n)`)

/** A title that is set, a screen that is cleared, a colour by a C1 control, figures that are turned around. */
export const hostile = '\u001b]0;X\u0007\u001b[2J\u009b31m\u202e'

export const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '\u0007', '\u009b', '\u202e', '\u200f', '\r', '\n', '\t', '\u2028', '学', '9'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
})
