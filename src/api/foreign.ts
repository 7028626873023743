/** Who may ask: nobody by another name than this machine has, and no page of another site. */

/** Whether a request is refused, by what its header says; `of` gives a field by its name in small letters. */
export function isForeign(
  of: (name: 'host' | 'origin' | 'sec-fetch-site') => string | null | undefined,
  hosts: readonly string[],
): boolean {
  const origin = of('origin') ?? undefined
  const isOther = origin !== undefined && !hosts.some((one) => origin === `http://${one}`)
  return (
    !hosts.includes(of('host') ?? '') ||
    isOther ||
    !['none', 'same-origin'].includes(of('sec-fetch-site') ?? 'none')
  )
}
