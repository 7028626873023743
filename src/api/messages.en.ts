/** What the page and the OpenAPI document of the API say, in English; `messages.zh.ts` has the same keys. */
export const en = {
  title: 'huanyuan API',
  about:
    'Restores Chinese reports that software reworded, extracts every figure, checks the arithmetic. Nothing is kept and no file is written. It answers this machine alone.',
  records:
    'the record of a document, in any format that is read; of several documents, such as those of an archive, a list',
  name: 'name of the file, whose ending says what plain bytes cannot, such as .csv',
  text: 'the record of a text',
  lines:
    'a line in, a line out, as they come: each line is a text, or JSON with one, and gives its record or its error',
  idField: 'field of a JSON line that is its id',
  textField: 'field of a JSON line that is its text',
  emit: 'what a line gives: its record, or the restored text in its place',
  health: 'whether it works, and which version it is',
  openapi: 'this description, as OpenAPI',
  document: 'bytes of the document',
  record: 'the record',
  'status.400': 'the request says something that is no parameter',
  'status.403': 'asked by a page of another site, or under another name than this machine has',
  'status.404': 'no such address',
  'status.405': 'no such method at this address',
  'status.413': 'more bytes than the limit (--max-bytes)',
  'status.422': 'the document cannot be read or processed; code and sentence say why',
  'status.429': 'as many requests as may wait are waiting (--queue)',
  'status.500': 'a fault of ours',
} as const

export type ApiWords = Readonly<Record<keyof typeof en, string>>
