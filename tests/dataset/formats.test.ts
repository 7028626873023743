import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { DatasetDocument } from '../../src/dataset/contract.js'
import { formats } from '../../src/dataset/formats/index.js'
import { temporaryFolder } from '../support/folder.js'
import { awkwardRecord } from './awkward.js'
import { datasetDocuments, exampleDocuments, exampleRecord } from './documents.js'

const options = { language: 'en', drop: [] } as const

/** Every file below a folder, with its content. */
function filesBelow(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()
  const files = names.filter((name) => statSync(join(folder, name)).isFile())
  return new Map(files.map((name) => [name, readFileSync(join(folder, name)).toString('base64')]))
}

async function* awkwardDocuments(): AsyncGenerator<DatasetDocument> {
  yield* datasetDocuments([exampleRecord(), awkwardRecord()])
}

async function* noDocuments(): AsyncGenerator<DatasetDocument> {}

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const write = async (documents: AsyncIterable<DatasetDocument>) => {
    const folder = temporaryFolder()
    const paths = format.outputs.map(({ name }) => join(folder, name))
    await format.write(paths, documents, options)
    return { folder, paths }
  }

  test('writes its outputs and nothing else', async () => {
    const { folder, paths } = await write(exampleDocuments())
    expect(readdirSync(folder).sort()).toEqual(format.outputs.map(({ name }) => name).sort())
    for (const [index, { isFolder = false }] of format.outputs.entries()) {
      expect(statSync(paths[index]!).isDirectory()).toBe(isFolder)
    }
  })

  test('gives the same bytes for the same documents, awkward ones too', async () => {
    const first = filesBelow((await write(awkwardDocuments())).folder)
    expect(first.size).toBeGreaterThan(0)
    expect(filesBelow((await write(awkwardDocuments())).folder)).toEqual(first)
  })

  test('writes its outputs where there are no documents', async () => {
    const { paths } = await write(noDocuments())
    for (const path of paths) expect(existsSync(path), path).toBe(true)
  })

  test('refuses to write over what is there', async () => {
    const [main] = format.outputs
    if (main?.isFolder === true) return
    const folder = temporaryFolder({ [main!.name]: 'kept' })
    const paths = format.outputs.map(({ name }) => join(folder, name))
    await expect(format.write(paths, exampleDocuments(), options)).rejects.toThrow()
    expect(readFileSync(paths[0]!, 'utf8')).toBe('kept')
  })

  test('leaves the documents that it was given as they are', async () => {
    const record = awkwardRecord()
    const before = structuredClone(record)
    await write(datasetDocuments([record]))
    expect(record).toEqual(before)
  })
})

test('no two formats share an ending, an id or the name of an output', () => {
  for (const all of [
    formats.map(({ id }) => id),
    formats.flatMap(({ extensions }) => extensions),
    formats.flatMap(({ outputs, divided = [] }) => [
      ...new Set([...outputs, ...divided].map(({ name }) => name)),
    ]),
  ]) {
    expect(new Set(all).size).toBe(all.length)
  }
})
