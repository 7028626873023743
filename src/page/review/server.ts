/** What the page asks of its server. Each rejects where the server does not answer as it should. */
import type {
  DocumentPage,
  QueueItem,
  ReviewedDocument,
  Stroke,
  StrokeAnswer,
  TakenFile,
} from '../../review/client-data.js'

async function answered(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(String(response.status))
  return response.json()
}

export async function fetchDocuments(from: number, count: number): Promise<DocumentPage> {
  return (await answered(await fetch(`/api/documents?from=${from}&count=${count}`))) as DocumentPage
}

export async function fetchQueue(count: number): Promise<readonly QueueItem[]> {
  return (await answered(await fetch(`/api/queue?from=0&count=${count}`))) as readonly QueueItem[]
}

export async function fetchDocument(number: number): Promise<ReviewedDocument> {
  return (await answered(await fetch(`/api/documents/${number}`))) as ReviewedDocument
}

export async function postStroke(stroke: Stroke): Promise<StrokeAnswer> {
  const headers = { 'Content-Type': 'application/json' }
  const body = JSON.stringify(stroke)
  return (await answered(await fetch('/api/decisions', { method: 'POST', headers, body }))) as StrokeAnswer
}

/** Hands a file over; `name` is its way from the folder that was put in. */
export async function postFile(name: string, file: Blob): Promise<TakenFile> {
  const headers = { 'Content-Type': 'application/octet-stream' }
  const address = `/api/files?name=${encodeURIComponent(name)}`
  return (await answered(await fetch(address, { method: 'POST', headers, body: file }))) as TakenFile
}
