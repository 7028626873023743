/** What two builds are asked for otherwise. */

type Asked = Readonly<Record<string, Readonly<Record<string, unknown>>>>

/** Names of what two requests say otherwise, such as `options.drop`; empty where they are the same. */
export function differencesOf(before: object, now: object): string {
  const [old, asked] = [before as Asked, now as Asked]
  const names = Object.keys({ ...old, ...asked }).flatMap((part) =>
    Object.keys({ ...old[part], ...asked[part] })
      .filter((key) => JSON.stringify(old[part]?.[key]) !== JSON.stringify(asked[part]?.[key]))
      .map((key) => `${part}.${key}`),
  )
  return names.join(', ')
}
