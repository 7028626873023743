/** Where two values of JSON differ, field by field. */

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value)

const shown = (value: unknown) => {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}

/** Lines such as `facts[3].unit: "所" → "个"`. Of lists of two lengths, the lengths and what differs in the common part. */
export function differingFields(before: unknown, after: unknown, path = ''): string[] {
  if (kindOf(before) !== kindOf(after) || before === null || typeof before !== 'object') {
    return Object.is(before, after) ? [] : [`${path}: ${shown(before)} → ${shown(after)}`]
  }
  const [one, two] = [before as Record<string, unknown>, after as Record<string, unknown>]
  if (Array.isArray(before) && Array.isArray(after)) {
    const length =
      before.length === after.length ? [] : [`${path}: ${before.length} items → ${after.length} items`]
    const common = before.slice(0, after.length)
    return [
      ...length,
      ...common.flatMap((item, index) => differingFields(item, after[index], `${path}[${index}]`)),
    ]
  }
  const names = [...new Set([...Object.keys(one), ...Object.keys(two)])]
  return names.flatMap((name) =>
    differingFields(one[name], two[name], path === '' ? name : `${path}.${name}`),
  )
}

/** What differs between two lines of JSON; lines of the same values in other bytes say so. */
export function differingLines(before: string | undefined, after: string | undefined): string[] {
  if (before === after) return []
  if (before === undefined || after === undefined)
    return [before === undefined ? 'is new' : 'is there no more']
  const fields = differingFields(JSON.parse(before), JSON.parse(after))
  return fields.length > 0 ? fields : ['the same values in other bytes']
}
