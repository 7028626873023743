/** Amounts for people: bytes with a unit of powers of 1,024. */

const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']

/** `12.3 MiB`; whole bytes without decimals. */
export function formatBytes(bytes: number): string {
  let value = bytes
  let unit = 0
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024
    unit++
  }
  return `${unit === 0 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}
