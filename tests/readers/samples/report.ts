/** The project's own reports as lines with a role, and a table: what samples of every format are made of. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface SampleLine {
  /** 0 for text, 1 for the title, 2 and 3 for headings. */
  readonly level: number
  readonly text: string
}

function levelOf(text: string, index: number): number {
  if (index === 0) return 1
  return /^[一二三四五六七八九十]、/.test(text) && text.length < 40 ? 2 : 0
}

/** A report of `corpus/reports`, clean or damaged, line by line without the blank ones. */
export function sampleReport(id: string, version: 'clean' | 'damaged' = 'clean'): SampleLine[] {
  const path = fileURLToPath(new URL(`../../../corpus/reports/${id}/${version}.txt`, import.meta.url))
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text, index) => ({ text, level: levelOf(text, index) }))
}

/** Its text as a plain file has it. */
export function plainText(lines: readonly SampleLine[]): string {
  return `${lines.map(({ text }) => text).join('\n')}\n`
}

/** A table with a header, made up; its second column is a figure. */
export const sampleTable: readonly (readonly string[])[] = [
  ['乡镇', '学校（所）', '在校生（人）'],
  ['清溪镇', '12', '3406'],
  ['石桥乡', '7', '1,280'],
  ['合计', '19', '4686'],
]
