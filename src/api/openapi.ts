/** The description of the API: as an OpenAPI document, with the schema of records, and as a page for people. */
import { programVersion } from '../resources/identity.js'
import type { Language } from '../writers/language.js'
import { html } from '../writers/page/html.js'
import type { ApiWords } from './messages.en.js'
import { en } from './messages.en.js'
import { zh } from './messages.zh.js'

export const wordsOf = (language: Language): ApiWords => (language === 'zh' ? zh : en)

interface Route {
  readonly path: string
  readonly method: 'get' | 'post'
  readonly about: keyof ApiWords
  readonly parameters?: readonly (keyof ApiWords)[]
  /** Media types of the body and of the answer. */
  readonly takes?: string
  readonly gives: string
  readonly refuses: readonly (400 | 403 | 413 | 422 | 429 | 500)[]
  /** A call in a shell, behind the address. */
  readonly example: string
}

const [json, lines, plain, bytes] = [
  'application/json',
  'application/x-ndjson',
  'text/plain',
  'application/octet-stream',
]

export const routes: readonly Route[] = [
  {
    path: '/records',
    method: 'post',
    about: 'records',
    parameters: ['name'],
    takes: bytes!,
    gives: json!,
    refuses: [400, 403, 413, 422, 429, 500],
    example: 'curl --data-binary @report.docx {address}/records?name=report.docx',
  },
  {
    path: '/text',
    method: 'post',
    about: 'text',
    takes: plain!,
    gives: json!,
    refuses: [400, 403, 413, 422, 429, 500],
    example: "curl --data-binary '全县共有黉舍12所。' {address}/text",
  },
  {
    path: '/lines',
    method: 'post',
    about: 'lines',
    parameters: ['textField', 'idField', 'emit'],
    takes: lines!,
    gives: lines!,
    refuses: [400, 403, 429],
    example: 'curl -NT texts.jsonl -X POST {address}/lines?idField=id',
  },
  {
    path: '/health',
    method: 'get',
    about: 'health',
    gives: json!,
    refuses: [403],
    example: 'curl {address}/health',
  },
  {
    path: '/openapi.json',
    method: 'get',
    about: 'openapi',
    gives: json!,
    refuses: [403],
    example: 'curl {address}/openapi.json',
  },
]

const failure = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' } },
    },
  },
}

function schemaOf({ path }: Route): object {
  const record = { $ref: '#/components/schemas/Record' }
  if (path === '/records') return { oneOf: [record, { type: 'array', items: record }] }
  if (path === '/text') return record
  return path === '/lines' ? { type: 'string' } : { type: 'object' }
}

const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)

/** The OpenAPI document, version 3.1, whose schemas are those of JSON Schema 2020-12, as a record's is. */
export async function openApiDocument(language: Language): Promise<object> {
  const { recordJsonSchema } = await import('../writers/schema.js')
  const words = wordsOf(language)
  const { $schema: _, ...record } = recordJsonSchema()
  const operations = routes.map((route) => {
    const { path, method, about, parameters = [], takes, gives, refuses } = route
    const refused = refuses.map((status) => [
      status,
      {
        description: words[`status.${status}`],
        content: { [json!]: { schema: { $ref: '#/components/schemas/Failure' } } },
      },
    ])
    const operation = {
      operationId: [method, ...path.split(/\W/).filter(Boolean).map(capitalised)].join(''),
      summary: words[about],
      ...(parameters.length > 0 && {
        parameters: parameters.map((name) => ({
          name,
          in: 'query',
          description: words[name],
          schema: name === 'emit' ? { enum: ['record', 'text'] } : { type: 'string' },
        })),
      }),
      ...(takes !== undefined && {
        requestBody: {
          required: true,
          description: words.document,
          content: { [takes]: { schema: takes === bytes ? {} : { type: 'string' } } },
        },
      }),
      responses: {
        200: { description: words.record, content: { [gives]: { schema: schemaOf(route) } } },
        ...Object.fromEntries(refused),
      },
    }
    return [path, { [method]: operation }]
  })
  return {
    openapi: '3.1.0',
    info: { title: words.title, version: programVersion(), description: words.about },
    paths: Object.fromEntries(operations),
    components: { schemas: { Record: record, Failure: failure } },
  }
}

/** The page at the address itself. It has no script and asks for nothing. */
export function apiPage(language: Language, address: string): string {
  const words = wordsOf(language)
  const sections = routes.map(
    ({
      path,
      method,
      about,
      parameters = [],
      refuses,
      example,
    }) => html`<section><h2><code>${method.toUpperCase()} ${path}</code></h2>
<p>${words[about]}</p>
${parameters.length === 0 ? null : html`<dl>${parameters.map((name) => html`<dt><code>${name}</code><dd>${words[name]}`)}</dl>`}<pre>${example.replace('{address}', address)}</pre>
<p class=faint>${refuses.map((status) => html`<code>${status}</code> ${words[`status.${status}`]}<br>`)}</p></section>
`,
  )
  return html`<!doctype html>
<html lang=${language === 'zh' ? 'zh-Hans' : 'en'}>
<head>
<meta charset=utf-8>
<meta name=viewport content="width=device-width, initial-scale=1">
<meta name=color-scheme content="light dark">
<title>${words.title}</title>
<link rel=stylesheet href="/api.css">
</head>
<body><main><h1>${words.title} ${programVersion()}</h1>
<p>${words.about} <a href="/openapi.json">OpenAPI</a></p>
${sections}</main></body>
</html>
`.text
}

export const apiSheet = `body{margin:0;font:1rem/1.6 system-ui,sans-serif}main{max-width:52rem;margin:auto;padding:1rem}
h2{font-size:1.1rem;margin:2rem 0 .25rem}pre{padding:.6rem .8rem;border:1px solid #8886;border-radius:6px;overflow:auto}
.faint{font-size:.85rem;opacity:.8}dt{float:left;clear:left;width:7rem}dd{margin:0 0 .3rem 7.5rem}
`
