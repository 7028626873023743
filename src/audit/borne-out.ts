/** Whether the rows of a column bear out that it means what its head says. */

/** So many rows have to hold before one that does not is worth a look. */
const fewestRows = 3

/** Most rows hold: a row that does not is no other thing, but an error. */
export function isBorneOut(rows: readonly { readonly holds: boolean }[]): boolean {
  const holding = rows.filter(({ holds }) => holds).length
  return holding >= fewestRows && holding > 2 * (rows.length - holding)
}
