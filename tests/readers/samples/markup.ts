/** Samples of markup: plain pages, pages as document-sharing and government sites lay them out, Markdown. */
import type { SampleLine } from './report.js'

const escapeMarkup = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export function markupOf(lines: readonly SampleLine[]): string {
  return lines
    .map(({ text, level }) =>
      level === 0 ? `<p>${escapeMarkup(text)}</p>` : `<h${level}>${escapeMarkup(text)}</h${level}>`,
    )
    .join('\n')
}

export function markupTable(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<td>${escapeMarkup(cell)}</td>`).join('')
  return `<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('\n')}</table>`
}

export function pageOf(body: string, charset = 'utf-8'): string {
  return `<!DOCTYPE html>\n<html><head><meta charset="${charset}"><title>文档</title>\n<style>p { margin: 0 }</style>
<script>var figures = 2048</script></head>\n<body>\n${body}\n</body></html>\n`
}

/** Three layouts of sites that share documents; what they put around the text is our own wording of such notices. */
export const siteLayouts: Readonly<Record<string, (article: string) => string>> = {
  'a reader with pages': (article) =>
    pageOf(`<div id="nav"><a href="/">首页</a><a href="/list">文档</a><a href="/vip">会员</a></div>
<div class="main"><div class="doc">${article}</div></div>
<div class="side"><ul><li><a href="/1">相关文档一</a></li><li><a href="/2">相关文档二</a></li></ul></div>
<div id="footer">网站备案 客服</div>`),
  'an article in a table': (article) =>
    pageOf(`<table width="960"><tr><td colspan="2"><a href="/">网站首页</a> | <a href="/b">范文大全</a></td></tr>
<tr><td width="700"><div class="article">${article}</div></td><td><a href="/x">热门推荐</a></td></tr></table>`),
  'paragraphs by line breaks': (article) =>
    pageOf(`<div class="content">${article.replaceAll(/<p>(.*?)<\/p>/g, '　　$1<br><br>')}</div>
<div class="page"><a href="?p=1">1</a> <a href="?p=2">2</a> 下一页</div>`),
}

export function markdownOf(lines: readonly SampleLine[]): string {
  return `${lines.map(({ text, level }) => (level === 0 ? text : `${'#'.repeat(level)} ${text}`)).join('\n\n')}\n`
}

export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows.map((row) => `| ${row.join(' | ')} |`)
  return [head, `|${rows[0]!.map(() => ' --- |').join('')}`, ...rest, ''].join('\n')
}
