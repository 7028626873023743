/** Numbers of a text with their values as records print them. */
import { type Quantity, withStrings } from '../../src/pipeline/quantities.js'
import type { ScannedNumbers } from '../../src/quantities/pieces.js'
import { scanNumbers } from '../../src/quantities/scan.js'
import type { UnitTable } from '../../src/resources/units.js'

interface PrintedNumbers {
  readonly quantities: readonly Quantity[]
  readonly ignored: ScannedNumbers['ignored']
}

export function printedNumbers(text: string, table: UnitTable, borders?: readonly number[]): PrintedNumbers {
  const { quantities, ignored } = scanNumbers(text, table, borders)
  return { quantities: quantities.map(withStrings), ignored }
}
