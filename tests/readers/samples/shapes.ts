/**
 * Files of one shape each, as long as they are asked to be: what a reader meets many of, whether sound or not. Read and
 * laid out alone. At least five a reader.
 */
import { gzipSync } from 'node:zlib'
import { epubOf, tarOf } from './books.js'
import { markupTable, pageOf } from './markup.js'
import { heading, odfOf, odfTable, paragraph } from './odf.js'
import { glyphsOfLine, lineOf, ofdOf, strokeOf } from './ofd.js'
import { archiveOf, docxOf, xlsxOf } from './office.js'
import { pdfOf } from './pdf.js'
import { pptxOf, shape, slideParagraph, slideTable } from './slides.js'
import { docOf, wordFileOf } from './word97.js'
import { zipOf } from './zip.js'

/** A file with so many of what its name says. */
export type Shape = (count: number) => Uint8Array

const many = (count: number, one: (at: number) => string) => Array.from({ length: count }, (_, at) => one(at))
const texts = (one: (count: number) => string): Shape => {
  return (count) => Buffer.from(one(count))
}
const repeated = (head: string, part: string, tail = ''): Shape => {
  return texts((count) => head + part.repeat(count) + tail)
}
const sentence = '全县共有学校12所。'
const page = (part: string, head = '', tail = ''): Shape => repeated(`<body>${head}`, part, tail)
const row = (at: number) => [`清溪镇${at}`, String(at), '12.5']
const rows = (count: number) => many(count, () => '').map((_, at) => row(at))
const plain = (count: number) => many(count, (at) => `${sentence}${at}`).map((text) => ({ text, level: 0 }))

/** A part of a package, taken apart and put together again with other content. */
const wordOf = (body: string) =>
  archiveOf({
    '[Content_Types].xml':
      '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  })
const word = (head: string, part: string, tail = ''): Shape => {
  return (count) => wordOf(head + part.repeat(count) + tail)
}
const run = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const wordTable = (cells: string) => `<w:tbl>${cells}</w:tbl>`
const wordCell = `<w:tc><w:p>${run('12')}</w:p></w:tc>`
const cellWithBreaks: Shape = (count) => xlsxOf([[`中${'\n'.repeat(count)}文`, '1']])
const odt = (head: string, part: string, tail = ''): Shape => {
  return (count) => odfOf('text', head + part.repeat(count) + tail)
}
const rtf = (part: string, tail = ''): Shape => repeated('{\\rtf1\\ansi\\ansicpg936 ', part, `${tail}}`)
const line = (y: number, text = sentence) => ({ x: 72, y, text })
const pdf = (lines: (count: number) => readonly { x: number; y: number; text: string }[]): Shape => {
  return (count) => pdfOf([lines(count)])
}
const ofdPage = (content: (count: number) => string): Shape => {
  return (count) => ofdOf({ folder: 'Doc_0', pages: [content(count)] })
}
const mailHead = 'From: a@example.org\r\nSubject: a\r\nMIME-Version: 1.0\r\n'

/** By format, then by shape. */
export const shapes: Readonly<Record<string, Readonly<Record<string, Shape>>>> = {
  txt: {
    'one line': repeated('', '全县共有学校一十二所'),
    lines: repeated('', `${sentence}\n`),
    'lines parted by nothing': repeated('全县', '\n', '学校'),
    'pages without text': repeated('全县', '\f', '学校'),
    blanks: repeated('全县', ' ', '学校'),
    'wide blanks': repeated('全县', '　', '学校'),
    'lines of one blank': repeated('全县', ' \n', '学校'),
    'returns alone': repeated('', `${sentence}\r`),
    zeros: repeated(sentence, '县\0'),
    'tabs alone': repeated('全县', '\t', '学校'),
    'rows with tabs': texts((count) =>
      rows(count)
        .map((cells) => cells.join('\t'))
        .join('\n'),
    ),
    'rows with blanks': texts((count) =>
      rows(count)
        .map((cells) => cells.join('   '))
        .join('\n'),
    ),
    'one row with tabs': repeated('', '12\t'),
    'headings without text': repeated('', '一、基本情况\n'),
    'marks of a hosting site': repeated('', '本文档由会员上传，版权归作者所有\n'),
    'lines that differ by a number': texts((count) =>
      many(count, (at) => `第${at}页 共${count}页`).join('\n'),
    ),
    'letters of another encoding': repeated('', 'Ñ§Ð£'),
    'radicals that stand for characters': repeated('', '⽣产增⻓'),
  },
  md: {
    'a table of many columns': texts((count) =>
      ['|a', '|-', '|1'].map((cell) => cell.repeat(count)).join('|\n'),
    ),
    'a table of many rows': repeated('|a|b|\n|-|-|\n', '|1|2|\n'),
    emphasis: repeated('', '*a '),
    underlines: repeated('', '_a_'),
    'open brackets': repeated('', '['),
    'closed brackets': repeated('', '[a]'),
    'links that do not end': repeated('', '[a]('),
    pictures: repeated('', '!['),
    'marks of code': repeated('', '` ``'),
    backslashes: repeated('', '\\'),
    quotations: repeated('', '> ', sentence),
    'items in items': repeated('', '- ', sentence),
    notes: texts((count) => many(count, (at) => `全县[^${at}]\n\n[^${at}]: 注\n`).join('\n')),
    'formulas that do not end': repeated('', '$a^{'),
    'tables as markup': repeated('', '<table><tr><td>1</td></tr></table>\n'),
    'tables that do not end': repeated('', '<table><tr><td>'),
    'remarks that do not end': repeated('', '<!-- '),
    underlined: repeated('', '标题\n===\n\n'),
    'formulas in lines of their own': repeated('', '$$\nx^2\n$$\n'),
    'formulas left open': repeated('', '$$\nx\n'),
    'links with brackets in their words': repeated('', '[\\[a\\]](b) '),
    'links of backslashes': repeated('[', '\\\\'),
  },
  html: {
    paragraphs: page(`<p>${sentence}</p>`),
    'paragraphs left open': page('<p>县'),
    'elements in elements': page('<div>', '', sentence),
    'phrases in phrases': page('<b>', '', sentence),
    'letters of font': page('<font>县</font>'),
    'items in items': page('<ul><li>县', '', sentence),
    'tables in tables': page('<table><tr><td>', '', sentence),
    'tables side by side': page('<table><tr><td>1</td><td>2</td></tr></table>'),
    'a table of many rows': (count) => Buffer.from(pageOf(markupTable(rows(count)))),
    'a table of many columns': page('<td>1', '<table><tr>'),
    'cells over many rows': page('<tr><td rowspan=9>1<td>2', '<table>'),
    'cells over many columns': page('<tr><td colspan=9>1<td>2', '<table>'),
    'blanks that count': page(' ', '<pre>a', 'b</pre>'),
    'breaks of lines': page('<br>', sentence, sentence),
    'blanks without a break': page('&nbsp;', '<h1>a', 'b</h1>'),
    'signs of tags': page('<'),
    'ends without a start': page('</div>'),
    'declarations left open': page('<!doctype'),
    'remarks left open': page('<!--'),
    attributes: page(' a=b', '<p', `>${sentence}`),
    'attributes left open': page('<p a="'),
    'references to characters': page('&amp;&#20840;'),
    'references to none': page('&amp'),
    'elements of no known name': page('<x-a>', '', sentence),
    'rules of style': texts(
      (count) =>
        `<style>${many(count, (at) => `.c${at}{display:none}`).join('')}</style><body><p class="c1">12</p>${sentence}`,
    ),
    'elements under a rule': page('<p class="a">12</p>', '<style>.a{display:none}</style>', sentence),
    'elements that a style hides': page('<i style="display:none">9</i>', '', sentence),
    'readings above words': page('<ruby>县<rt>xian</rt></ruby>'),
    'raised digits': page('km<sup>2</sup>'),
    links: page('<a href="/">首页</a> '),
    scripts: page('<script>1<2</script>', '', sentence),
    headings: page(`<h2>基本情况</h2><p>${sentence}</p>`),
    'links to other places': texts(
      (count) =>
        `<body>${many(count, (at) => `<a href="#n${at}">第${at}节</a><a name="n${at}"></a>`).join('')}`,
    ),
    'rules that hide much of the page': texts(
      (count) =>
        `<style>${many(count, (at) => `div.a${at} > p.b, #c${at} .d{display:none}`).join('')}</style><body>${many(count, (at) => `<div class="a${at}"><p class="b">9</p></div>`).join('')}${sentence}`,
    ),
    formulas: page('<math><mi>a</mi><mn>2</mn></math>'),
    'elements under a rule that raises': page(
      '<i class="a">2</i>',
      '<style>.a{vertical-align:super}</style><p>km',
      sentence,
    ),
    'rules that raise': texts(
      (count) =>
        `<style>${many(count, (at) => `.a${at}{vertical-align:super}`).join('')}</style><p>${sentence}`,
    ),
    'names of classes': page('k ', '<p class="', `">${sentence}`),
  },
  csv: {
    rows: texts((count) =>
      rows(count)
        .map((cells) => cells.join(','))
        .join('\n'),
    ),
    columns: texts((count) => `${'a,'.repeat(count)}\n${'1,'.repeat(count)}`),
    'empty cells': texts((count) => `名称,数\n甲,${','.repeat(count)}\n乙,1`),
    'quotes in quotes': texts((count) => `名称,数\n"${'""'.repeat(count)}",1`),
    'quotes left open': texts((count) => `名称,数\n${'"甲,1\n'.repeat(count)}`),
    'figures of three digits': texts((count) => `名称,数\n${'甲,123,456\n'.repeat(count)}`),
    'cells in quotes': texts((count) => `名称,数\n${'"甲","1"\n'.repeat(count)}`),
    'lines in a cell': texts((count) => `名称,数\n"${'甲\n'.repeat(count)}",1`),
  },
  jsonl: {
    lines: repeated('', '{"text":"全县有学校12所。"}\n'),
    'lines that are none': repeated('{"text":"全县"}\n', 'x\n'),
    'lines without a text': repeated('', '{"a":1}\n'),
    'lists in lists': texts((count) => `{"text":"县","a":${'['.repeat(count)}${']'.repeat(count)}}\n`),
    fields: texts((count) => `{"text":"县",${many(count, (at) => `"f${at}":1`).join(',')}}\n`),
    'a text of escapes': texts((count) => `{"text":"${'\\u5168'.repeat(count)}"}\n`),
    'a text of many parts': texts((count) => `{"text":[${many(count, () => '"县"').join(',')}]}\n`),
  },
  docx: {
    paragraphs: (count) => docxOf(plain(count)),
    headings: (count) => docxOf(many(count, () => '基本情况').map((text) => ({ text, level: 2 }))),
    'runs of one paragraph': word('<w:p>', run('县'), '</w:p>'),
    'rows of a table': (count) =>
      docxOf([], { table: rows(count).map((cells) => cells.map((text) => ({ text }))) }),
    'columns of a table': word('<w:tbl><w:tr>', wordCell, '</w:tr></w:tbl>'),
    'tables in tables': (count) =>
      wordOf(
        '<w:tbl><w:tr><w:tc>'.repeat(count) +
          `<w:p>${run(sentence)}</w:p>` +
          '</w:tc></w:tr></w:tbl>'.repeat(count),
      ),
    tables: word('', `${wordTable(`<w:tr>${wordCell}</w:tr>`)}<w:p/>`),
    'fields left open': word('<w:p>', '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', `${run('县')}</w:p>`),
    'breaks of lines': word('<w:p>', '<w:r><w:br/></w:r>', '</w:p>'),
    'content controls in each other': (count) =>
      wordOf(
        `${'<w:sdt><w:sdtContent>'.repeat(count)}<w:p>${run(sentence)}</w:p>${'</w:sdtContent></w:sdt>'.repeat(count)}`,
      ),
    'formulas in each other': (count) =>
      wordOf(
        `<w:p><w:oMath>${'<w:f><w:num>'.repeat(count)}${run('1')}${'</w:num></w:f>'.repeat(count)}</w:oMath></w:p>`,
      ),
    'raised digits': word(
      '<w:p>',
      '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
      '</w:p>',
    ),
    'cells that go on downwards': word(
      '<w:tbl>',
      '<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>',
      '</w:tbl>',
    ),
  },
  doc: {
    paragraphs: (count) => docOf(plain(count).map(({ text }) => text)),
    'one paragraph': (count) => docOf([sentence.repeat(count)]),
    runs: (count) => wordFileOf({ paragraphs: [{ runs: plain(count) }] }),
    'rows of a table': (count) => docOf([sentence], rows(count)),
    'breaks of lines': (count) => docOf([`县${'\v'.repeat(count)}县`]),
    'fields left open': (count) => docOf([`${'\x13'.repeat(count)}县`]),
  },
  odt: {
    paragraphs: odt('', paragraph(sentence)),
    headings: odt('', heading('基本情况', 2)),
    'parts of a paragraph': odt('<text:p>', '<text:span>县</text:span>', '</text:p>'),
    'parts in parts': (count) =>
      odfOf('text', `<text:p>${'<text:span>'.repeat(count)}县${'</text:span>'.repeat(count)}</text:p>`),
    'rows of a table': (count) => odfOf('text', odfTable(rows(count))),
    'items in items': (count) =>
      odfOf(
        'text',
        `${'<text:list><text:list-item>'.repeat(count)}<text:p>县</text:p>${'</text:list-item></text:list>'.repeat(count)}`,
      ),
    blanks: odt('<text:p>县', '<text:s/>', '县</text:p>'),
    notes: odt(
      '',
      '<text:p>县<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p>',
    ),
  },
  ods: {
    rows: (count) => odfOf('spreadsheet', odfTable(rows(count))),
    columns: (count) => odfOf('spreadsheet', odfTable([many(count, () => '1'), many(count, () => '2')])),
    sheets: (count) =>
      odfOf(
        'spreadsheet',
        many(count, (at) =>
          odfTable(
            [
              ['名称', '数'],
              ['甲', '1'],
            ],
            `表${at}`,
          ),
        ).join(''),
      ),
    'lines in a cell': (count) =>
      odfOf(
        'spreadsheet',
        `<table:table table:name="a"><table:table-row><table:table-cell>${'<text:p>甲</text:p>'.repeat(count)}</table:table-cell></table:table-row></table:table>`,
      ),
    'cells said to be repeated': (count) =>
      odfOf(
        'spreadsheet',
        `<table:table table:name="a"><table:table-row>${'<table:table-cell table:number-columns-repeated="3"/><table:table-cell><text:p>甲</text:p></table:table-cell>'.repeat(count)}</table:table-row></table:table>`,
      ),
  },
  xlsx: {
    rows: (count) => xlsxOf(rows(count)),
    columns: (count) => xlsxOf([many(count, () => '1')]),
    'breaks of lines in a cell': cellWithBreaks,
    'merged cells': (count) => xlsxOf(rows(count), { merges: many(count, (at) => `A${at + 1}:B${at + 1}`) }),
    'a column of one sheet': (count) => xlsxOf(many(count, (at) => String(at)).map((value) => [value])),
    'merged cells that overlap': (count) =>
      xlsxOf(rows(count), { merges: many(count, (at) => `A${at + 1}:C${at + 3}`) }),
    'equal cells': (count) => xlsxOf(rows(count).map(() => ['甲', '乙', '1'])),
    'cells of one row without names': (count) => xlsxOf(rows(count).map((cells) => [cells.join(' ')])),
  },
  pptx: {
    slides: (count) =>
      pptxOf(many(count, () => sentence).map((text) => ({ shapes: shape(slideParagraph(text)) }))),
    shapes: (count) => pptxOf([{ shapes: shape(slideParagraph(sentence)).repeat(count) }]),
    paragraphs: (count) => pptxOf([{ shapes: shape(slideParagraph(sentence).repeat(count)) }]),
    'rows of a table': (count) =>
      pptxOf([{ shapes: slideTable(rows(count).map((cells) => cells.map((text) => ({ text })))) }]),
    'groups in groups': (count) =>
      pptxOf([
        {
          shapes: `${'<p:grpSp>'.repeat(count)}${shape(slideParagraph(sentence))}${'</p:grpSp>'.repeat(count)}`,
        },
      ]),
  },
  epub: {
    pages: (count) => epubOf({ pages: many(count, () => `<p>${sentence}</p>`) }),
    paragraphs: (count) => epubOf({ pages: [`<p>${sentence}</p>`.repeat(count)] }),
    'elements in elements': (count) =>
      epubOf({ pages: ['<div>'.repeat(count) + sentence + '</div>'.repeat(count)] }),
    'rows of a table': (count) => epubOf({ pages: [markupTable(rows(count))] }),
    headings: (count) => epubOf({ pages: [`<h2>情况</h2><p>${sentence}</p>`.repeat(count)] }),
  },
  rtf: {
    paragraphs: rtf(`\\u20840? 12\\par\n`),
    'groups in groups': rtf('{', '12'),
    groups: rtf('{\\b 12}'),
    'groups that are not closed': rtf('{\\b ', '12'),
    'fonts and styles': (count) =>
      Buffer.from(
        `{\\rtf1\\ansi{\\fonttbl${many(count, (at) => `{\\f${at} Song;}`).join('')}}${many(count, (at) => `\\f${at} 12`).join('')}}`,
      ),
    'characters by their codes': rtf('\\u20840?'),
    'bytes by their codes': rtf("\\'c8\\'ab"),
    'rows of a table': rtf('\\trowd\\cellx1000\\cellx2000 1\\cell 2\\cell\\row\n'),
  },
  pdf: {
    'lines of a page': pdf((count) =>
      many(count, () => sentence).map((text, at) =>
        line(800 - (at * 0.1 * 120) / Math.max(1, count / 60), text),
      ),
    ),
    'texts of a line': pdf((count) =>
      many(count, () => '县').map((text, at) => ({ x: 10 + at, y: 500, text })),
    ),
    'texts at one place': pdf((count) => many(count, () => '县').map((text) => ({ x: 100, y: 500, text }))),
    'pages of one word': (count) =>
      pdfOf(
        many(count, () => '县')
          .map((text) => [line(700, text)])
          .slice(0, 4900),
      ),
    pages: (count) => pdfOf(many(count, (at) => `${sentence}${at}`).map((text) => [line(700, text)])),
    'texts below each other without end': pdf((count) =>
      many(count, () => '县').map((text, at) => ({ x: 100, y: 800 - at * 12, text })),
    ),
    'figures in columns': pdf((count) =>
      many(count, (at) => String(at)).map((text, at) => ({
        x: 60 + (at % 8) * 60,
        y: 800 - Math.floor(at / 8) * 14,
        text,
      })),
    ),
  },
  ofd: {
    'lines of a page': ofdPage((count) => many(count, (at) => lineOf(sentence, 20, 10 + at * 5)).join('')),
    'texts of a line': ofdPage((count) => many(count, (at) => lineOf('县', 10 + at * 5, 50)).join('')),
    'strokes across': ofdPage(
      (count) => many(count, (at) => strokeOf(20, 20 + at, 180, 20 + at)).join('') + lineOf(sentence, 20, 15),
    ),
    glyphs: ofdPage((count) => many(count, (at) => glyphsOfLine('全县', 20, 10 + at * 5)).join('')),
    pages: (count) => ofdOf({ folder: 'Doc_0', pages: many(count, () => lineOf(sentence, 20, 30)) }),
  },
  zip: {
    entries: (count) => zipOf(many(count, (at) => `${at}.txt`).map((name) => ({ name, text: sentence }))),
    'entries of one name': (count) =>
      zipOf(many(count, () => 'a.txt').map((name) => ({ name, text: sentence }))),
    'entries that are damaged': (count) =>
      zipOf(many(count, (at) => `${at}.txt`).map((name) => ({ name, text: sentence, checksum: 1 }))),
    'entries that are not read': (count) =>
      zipOf(many(count, (at) => `${at}.exe`).map((name) => ({ name, text: 'MZ\0\0' }))),
    'a large entry': (count) => archiveOf({ 'a.txt': `${sentence}\n`.repeat(count) }),
  },
  tar: {
    entries: (count) => tarOf(many(count, (at) => `${at}.txt`).map((name) => ({ name, content: sentence }))),
    'entries under gzip': (count) =>
      gzipSync(tarOf(many(count, (at) => `${at}.txt`).map((name) => ({ name, content: sentence })))),
    'entries without content': (count) =>
      tarOf([
        ...many(count, (at) => `${at}.txt`).map((name) => ({ name, content: '' })),
        { name: 'z.txt', content: sentence },
      ]),
    'long names': (count) =>
      tarOf(
        many(count, (at) => 'a'.repeat(99) + at).flatMap((name) => [
          { name: '././@LongLink', type: 'L', content: `${name}\0` },
          { name: name.slice(0, 99), content: sentence },
        ]),
      ),
    'one large entry': (count) => tarOf([{ name: 'a.txt', content: `${sentence}\n`.repeat(count) }]),
  },
  eml: {
    'lines of a head': texts((count) => `${mailHead}${'X-A: b\r\n'.repeat(count)}\r\n${sentence}`),
    'a folded line of a head': texts(
      (count) =>
        `From: a@example.org\r\nSubject: a${'\r\n b'.repeat(count)}\r\nMIME-Version: 1.0\r\n\r\n${sentence}`,
    ),
    lines: texts(
      (count) =>
        `${mailHead}Content-Type: text/plain; charset=utf-8\r\n\r\n${`${sentence}\r\n`.repeat(count)}`,
    ),
    parts: texts(
      (count) =>
        `${mailHead}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${sentence}\r\n`.repeat(count)}--b--\r\n`,
    ),
    'parts in parts': texts(
      (count) =>
        `${mailHead}Content-Type: multipart/mixed; boundary="b0"\r\n\r\n${many(count, (at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary="b${at + 1}"\r\n\r\n`).join('')}${sentence}`,
    ),
    'parts that say nothing of themselves': texts(
      (count) =>
        `${mailHead}Content-Type: multipart/mixed; boundary="b"\r\n\r\n${`--b\r\n\r\n${sentence}\r\n`.repeat(count)}`,
    ),
    addresses: texts(
      (count) => `To: ${'a@example.org, '.repeat(count)}b@example.org\r\n${mailHead}\r\n${sentence}`,
    ),
  },
}
