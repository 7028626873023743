/** Documents of one archive or list, and of one folder, prove each other spun; clean ones among them stay as they are. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentOptions, Resources } from '../../src/index.js'
import { loadResources, openSources, processDocument, scanDocument } from '../../src/index.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { archiveOf } from '../readers/samples/office.js'
import { provenByOthers, shortDocuments } from '../support/short-documents.js'

let resources: Resources
beforeAll(async () => {
  resources = await loadResources()
})

const names = Object.keys(shortDocuments)
const texts = Object.values(shortDocuments)
const list = Buffer.from(texts.map((text) => `${JSON.stringify({ text })}\n`).join(''))

async function recordsOf(
  bytes: Uint8Array,
  path: string,
  options: Partial<DocumentOptions> = {},
): Promise<DocumentRecord[]> {
  const records: DocumentRecord[] = []
  for await (const record of processDocument(bytes, { resources, path, ...options })) records.push(record)
  return records
}

/** Names of the documents whose verdict rests on the others. */
const bySource = (records: readonly DocumentRecord[]) =>
  names.filter((_, index) => records[index]!.spin.bySource === true)

describe('the documents of one input', () => {
  test('one that is too short alone is repaired beside others of its archive or list, and says so', async () => {
    const alone = await recordsOf(Buffer.from(shortDocuments['weak.txt']), 'weak.txt')
    expect(alone[0]!.spin.verdict).toBe('too-short')
    const archive = await recordsOf(archiveOf(shortDocuments), 'a.zip')
    expect(bySource(archive)).toEqual(provenByOthers)
    expect(bySource(await recordsOf(list, 'a.jsonl'))).toEqual(provenByOthers)
    const weak = archive[names.indexOf('weak.txt')]!
    expect(weak.spin).toMatchObject({ verdict: 'spun', bySource: true })
    expect(weak.repaired.text).toContain('合作社关注果园，去年还请来了')
  })

  test('clean ones among them keep verdict and text, and those that prove themselves need no other', async () => {
    const records = await recordsOf(list, 'a.jsonl')
    const verdicts = records.map(({ spin }) => spin.verdict)
    expect(verdicts).toEqual(['spun', 'spun', 'spun', 'spun', 'too-short', 'too-short'])
    for (const name of ['clean.txt', 'plain.txt'] as const)
      expect(records[names.indexOf(name)]!.repaired.text).toBe(shortDocuments[name])
  })

  test('clean ones alone prove nothing', async () => {
    const clean = [shortDocuments['clean.txt'], shortDocuments['plain.txt'], shortDocuments['weak.txt']]
    const bytes = Buffer.from(clean.map((text) => `${JSON.stringify(text)}\n`).join(''))
    const records = await recordsOf(bytes, 'a.jsonl')
    expect(records.map(({ spin }) => spin.bySource)).toEqual([undefined, undefined, undefined])
  })

  test('nothing is pooled where that is not wanted, or the user says what the texts are', async () => {
    expect(bySource(await recordsOf(list, 'a.jsonl', { pool: 'none' }))).toEqual([])
    expect(bySource(await recordsOf(list, 'a.jsonl', { assume: 'spun' }))).toEqual([])
  })
})

describe('files', () => {
  /** The documents of these paths that others prove. */
  async function pooled(paths: readonly string[]): Promise<string[]> {
    const sources = openSources(resources.candidates.parameters)
    for (const [index, path] of paths.entries()) {
      for (const document of await scanDocument(Buffer.from(texts[index]!), { resources, path }))
        sources.add(document)
    }
    return [...sources.provenByOthers()]
  }

  test('of one folder are one source, however its name is written', async () => {
    const proven = await pooled(
      names.map((name, index) => (index % 2 === 0 ? `in/${name}` : `./in//${name}`)),
    )
    expect(proven).toHaveLength(provenByOthers.length)
    const index = names.indexOf('weak.txt')
    const [record] = await recordsOf(Buffer.from(texts[index]!), 'in/weak.txt', {
      provenBySource: new Set(proven),
    })
    expect(record!.spin).toMatchObject({ verdict: 'spun', bySource: true })
    const [other] = await recordsOf(Buffer.from(texts[index]!), 'elsewhere/weak.txt', {
      provenBySource: new Set(proven),
    })
    expect(other!.spin.verdict).toBe('too-short')
  })

  test('of several folders are several sources', async () => {
    expect(
      await pooled(names.map((name) => (name === 'weak.txt' ? `in/below/${name}` : `in/${name}`))),
    ).toEqual([])
  })
})
