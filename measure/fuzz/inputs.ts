/** Inputs of several kinds for builds that are disturbed: small, so that many builds take little time. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import type { BuildOptions } from '../../src/dataset/build-options.js'

/** A short report; each number gives another one. */
export function shortReport(number: number): string {
  const places = ['清源市', '临河县', '安和区', '云台镇']
  const place = places[number % places.length]
  return (
    `${place}教育局二〇一六年工作总结\n\n` +
    `一、全${number % 2 === 0 ? '市' : '县'}共有各级各类黉舍${40 + number}所，此中小学${30 + number}所，中学10所。\n` +
    `二、咱们完成投资${1200 + 7 * number}万元，同比增长${(number % 9) + 1}.5%。\n`
  )
}

/** Makes `in/` below a folder: texts in folders, a table of texts, an archive. */
export function makeInputs(folder: string, texts: number): void {
  mkdirSync(join(folder, 'in', '2016'), { recursive: true })
  for (let number = 0; number < texts; number++) {
    writeFileSync(join(folder, 'in', number % 3 === 0 ? '2016' : '', `${number}.txt`), shortReport(number))
  }
  const lines = [0, 1, 2].map((number) => JSON.stringify({ text: shortReport(100 + number) }))
  writeFileSync(join(folder, 'in', '表.jsonl'), `${lines.join('\n')}\n`)
  const entries = [0, 1, 2].map((number) => [
    `${number}.txt`,
    new TextEncoder().encode(shortReport(200 + number)),
  ])
  writeFileSync(join(folder, 'in', '包.zip'), zipSync(Object.fromEntries(entries), { mtime: '2016-01-01' }))
}

/** Makes `in/` of records, a file each, which are taken as they are: reading them costs next to nothing. */
export function makeRecordInputs(folder: string, records: readonly string[]): void {
  mkdirSync(join(folder, 'in', '2016'), { recursive: true })
  for (const [number, record] of records.entries()) {
    writeFileSync(join(folder, 'in', number % 3 === 0 ? '2016' : '', `${number}.jsonl`), `${record}\n`)
  }
}

/** Options of a build below a folder, as the command line gives them. */
export function buildOptions(
  cwd: string,
  inputs: readonly string[],
  out: string,
  formats: readonly string[],
  how: Pick<BuildOptions, 'resume' | 'force'> = {},
): BuildOptions {
  return {
    inputs,
    out,
    cwd,
    formats,
    document: { maxBytes: 1e8 },
    resources: {},
    selection: {},
    format: { language: 'zh', drop: [] },
    threads: 1,
    heartbeat: 2,
    ...how,
  }
}
