/** How a new Word document looks: A4, a serif face for text and a sans serif one for headings, as Chinese reports have them. */
import { declaration, wordNamespace } from './package.js'

const sans = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="黑体"/>'
const serif = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'

/** Sizes in half points. */
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`

function style(id: string, name: string, paragraph: string, characters: string): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${characters}</w:rPr></w:style>`
}

const unindented = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
const above = '<w:keepNext/><w:spacing w:before="240" w:after="120"/>'

const headings = [1, 2, 3, 4, 5, 6].map((level) =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `${above}${unindented}<w:outlineLvl w:val="${level - 1}"/>`,
    `${sans}<w:b/>${size(Math.max(24, 34 - 3 * level))}`,
  ),
)

export const stylesXml = `${declaration}<w:styles ${wordNamespace}><w:docDefaults><w:rPrDefault><w:rPr>${serif}${size(24)}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:line="360" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="480"/></w:pPr></w:style>${[
  style(
    'Title',
    'Title',
    `<w:spacing w:before="240" w:after="240"/>${unindented}<w:jc w:val="center"/>`,
    `${sans}<w:b/>${size(36)}`,
  ),
  ...headings,
  style('Item', 'List Paragraph', '', ''),
  style('Caption', 'caption', `${unindented}<w:jc w:val="center"/>`, `${sans}${size(21)}`),
  style('Cell', 'Table Text', `<w:spacing w:line="300" w:lineRule="auto"/>${unindented}`, size(21)),
  style('Note', 'Note', unindented, size(18)),
].join('')}</w:styles>`
