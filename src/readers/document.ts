/**
 * Makes the document that a reader yields: its id, its origin, and the messages that any format can have.
 * Invariant: the id depends on the bytes alone.
 */
import { createHash } from 'node:crypto'
import type { Block, InputStatement, PublicationStatement, SourceDocument } from '../model/document.js'
import type { Message } from '../model/message.js'
import type { Recognition } from '../model/recognition.js'
import type { ReadContext } from './contract.js'

/** What a reader found out; all but the text can be absent. */
export interface Drawn {
  readonly text: string
  readonly mediaType: string
  readonly encoding?: string | null
  readonly stated?: readonly Block[]
  readonly pageStarts?: readonly number[]
  readonly publication?: PublicationStatement
  readonly input?: InputStatement
  readonly messages?: readonly Message[]
  readonly recognition?: Recognition
}

/** The document of some bytes. Says so where there are no bytes, or no text in them. */
export function documentOf(
  bytes: Uint8Array,
  context: Pick<ReadContext, 'path' | 'entry'>,
  drawn: Drawn,
): SourceDocument {
  const {
    text,
    mediaType,
    encoding = null,
    stated = [],
    pageStarts = [],
    publication,
    input,
    messages = [],
    recognition,
  } = drawn
  const empty: Message[] = []
  if (text.trim() === '' && messages.length === 0) {
    empty.push({ stage: 'read', level: 'warning', code: bytes.length === 0 ? 'empty-input' : 'no-text' })
  }
  return {
    id: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
    origin: {
      path: context.path,
      entry: context.entry,
      mediaType,
      encoding,
      bytes: bytes.length,
      ...publication,
      ...input,
    },
    text,
    stated,
    pageStarts,
    messages: [...messages, ...empty],
    ...(recognition !== undefined && { recognition }),
  }
}
