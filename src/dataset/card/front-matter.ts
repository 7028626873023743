/**
 * What stands at the head of a card, as YAML that sites of datasets read (Hugging Face: https://huggingface.co/docs/hub/datasets-cards):
 * licence, language, size, and which files hold which table. Texts are written as JSON, which YAML takes as it is.
 */
import type { WriteOptions } from '../contract.js'
import { factsFirst } from '../tables.js'

type Files = NonNullable<WriteOptions['files']>

/** Sizes as the sites name them: n<1K, 1K<n<10K and so on. */
export function sizeOf(documents: number): string {
  const steps = ['1K', '10K', '100K', '1M', '10M', '100M', '1B']
  const at = steps.findIndex((_, index) => documents < 10 ** (index + 3))
  if (at === 0) return `n<${steps[0]}`
  return at < 0 ? `n>${steps.at(-1)}` : `${steps[at - 1]}<n<${steps[at]}`
}

/** Formats whose tables such sites show, the best one first. */
const tabled = ['parquet', 'csv']

/** Which files hold which table: those of one format of tables, and the records. */
export function configsOf(files: Files): readonly (readonly [name: string, files: string])[] {
  const of = (id: string) => files.filter(({ format }) => format === id)
  const format = tabled.find((id) => of(id).length > 0)
  const held = format === undefined ? [] : of(format).slice(0, factsFirst.length)
  const tables = held.map(
    ({ name, isFolder }, index) =>
      [factsFirst[index]!.name, isFolder ? `${name}/**/*.${format}` : name] as const,
  )
  return [...tables, ...of('jsonl').map(({ name }) => ['records', name] as const)]
}

/** The lines of the head, with the marks before and behind. */
export function frontMatter(
  name: string,
  documents: number,
  { license = 'unknown', files = [] }: Pick<WriteOptions, 'license' | 'files'>,
): string {
  const configs = configsOf(files).flatMap(([table, path], index) => [
    `  - config_name: ${table}`,
    ...(index === 0 ? ['    default: true'] : []),
    `    data_files: ${JSON.stringify(path)}`,
  ])
  return [
    '---',
    `pretty_name: ${JSON.stringify(name)}`,
    `license: ${JSON.stringify(license)}`,
    'language:',
    '  - zh',
    'size_categories:',
    `  - ${JSON.stringify(sizeOf(documents))}`,
    'tags:',
    '  - huanyuan',
    ...(configs.length > 0 ? ['configs:', ...configs] : []),
    '---',
  ].join('\n')
}
