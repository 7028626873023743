/** Whether the rows of a column bear out that it means what its head says. */

/** So many rows have to hold before one that does not is worth a look, and so many for each of those that do not. */
const fewestRows = 3
const fewestFor = 2
/** Of figures so precise that none holds by chance. */
const fewestPrecise = 2

/** Most rows hold: a row that does not is no other thing, but an error. */
export function isBorneOut(rows: readonly { readonly holds: boolean }[], isPrecise: boolean): boolean {
  const holding = rows.filter(({ holds }) => holds).length
  const failing = rows.length - holding
  return isPrecise
    ? holding >= fewestPrecise && holding > failing
    : holding >= fewestRows && holding > fewestFor * failing
}
