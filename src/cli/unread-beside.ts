/**
 * What a build could not read: its records do not tell of it, the list of messages beside them does, `messages.jsonl`
 * beside `records.jsonl`, `NAME.messages.jsonl` beside `NAME.jsonl`.
 */
import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { destinationOf } from '../dataset/destination.js'
import { readLines } from '../dataset/read-lines.js'
import { sayCode } from '../writers/language.js'
import type { DocumentRecord } from '../writers/schema.js'
import type { CommandContext } from './contract.js'
import { tell } from './language.js'

type MessageLine = Pick<DocumentRecord['messages'][number], 'code' | 'parameters'> & {
  readonly path: string
  readonly entry: string | null
  readonly document: string | null
}

/** Of more lines than this no sentences are made. */
const mostTold = 1000

/** Undefined for a line of something else. */
function parseMessage(line: string): MessageLine | undefined {
  try {
    const found = JSON.parse(line) as Partial<MessageLine> | null
    const isMessage = typeof found?.code === 'string' && typeof found.path === 'string'
    return isMessage ? (found as MessageLine) : undefined
  } catch {
    return undefined
  }
}

/** The list of messages of the build that made a file of records; undefined where none made it. */
function messagesBeside(path: string): string | undefined {
  if (!path.endsWith('.jsonl')) return undefined
  const out = basename(path) === 'records.jsonl' ? dirname(path) : path
  const { folder, nameOf } = destinationOf(out, [], dirname(path))
  const isOfBuild = existsSync(join(folder, nameOf('manifest.json')))
  const messages = join(folder, nameOf('messages.jsonl'))
  return isOfBuild && existsSync(messages) ? messages : undefined
}

/** A sentence on each document that gave no record. */
export async function unreadBeside({ terminal, language }: CommandContext, input: string): Promise<string[]> {
  const messages = messagesBeside(resolve(terminal.cwd, input))
  const sentences: string[] = []
  if (messages === undefined) return sentences
  for await (const { bytes } of readLines(messages)) {
    const found = parseMessage(bytes.toString('utf8'))
    if (found === undefined || found.document !== null) continue
    const path = found.entry === null ? found.path : `${found.path}#${found.entry}`
    const text = sayCode(language, 'message', found.code, { ...found.parameters, path })
    // Sentences about the line at hand do not name it themselves.
    sentences.push(text.includes(path) ? text : tell(language, 'error.at', { path, text }))
    if (sentences.length === mostTold) break
  }
  return sentences
}
