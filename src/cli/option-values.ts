/** How the values of options are written: sizes, times, shares, counts, choices. Each gives undefined for anything else. */

const sizeUnits: Readonly<Record<string, number>> = { '': 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 }

/** Bytes of `1048576`, `512K`, `20M` or `1G`; undefined for anything else. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)\s*([kmg]?)b?$/i.exec(text.trim())
  return match ? Number(match[1]) * sizeUnits[match[2]!.toLowerCase()]! : undefined
}

export function parseShare(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text)
  return number >= 0 && number <= 1 ? number : undefined
}

export function parseCount(text: string): number | undefined {
  return /^[1-9]\d{0,3}$/.test(text.trim()) ? Number(text) : undefined
}

/** The number of a port of this machine. */
export function parsePort(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text.trim()) && Number(text) < 2 ** 16 ? Number(text) : undefined
}

/** Seconds of `30`, `0.5`, `30s`, `2m` or `1h`; undefined for anything else. */
export function parseSeconds(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([smh]?)$/.exec(text.trim())
  const seconds = match ? Number(match[1]) * { '': 1, s: 1, m: 60, h: 3600 }[match[2]!]! : 0
  return seconds > 0 ? seconds : undefined
}

/** `5` documents or `2%` of them, as it is written; undefined for anything else. */
export function parseAllowance(text: string): string | undefined {
  const [, digits, percent] = /^(\d{1,9}(?:\.\d+)?)\s*(%?)$/.exec(text.trim()) ?? []
  if (digits === undefined) return undefined
  const isFit = percent === '%' ? Number(digits) <= 100 : Number.isInteger(Number(digits))
  return isFit ? digits + percent : undefined
}

/** The parts of a list: people who write Chinese part them by other commas too. */
export function splitList(value: unknown): string[] {
  return String(value)
    .split(/[,，、]/)
    .map((part) => part.trim())
}

/** Several of the choices, joined by commas or as a list. */
export function parseChoices(value: unknown, choices: readonly string[]): string[] | undefined {
  const names = Array.isArray(value) ? value.map(String) : splitList(value)
  return names.length > 0 && names.every((name) => choices.includes(name)) ? [...new Set(names)] : undefined
}
