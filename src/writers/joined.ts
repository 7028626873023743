/** Outputs of several records that are read one after the other, with an empty line between two of them. */
import type { JoinedOutput, TextWriter, WriteContext } from './contract.js'

/** Joins what `write` gives for each record. */
export function apart(write: TextWriter['write']): (context: WriteContext) => JoinedOutput {
  return (context) => {
    let between = ''
    return {
      add(record) {
        const text = between + write(record, context)
        between = '\n'
        return text
      },
      end: () => '',
    }
  }
}
