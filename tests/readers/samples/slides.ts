/** Samples of PowerPoint, written by hand after ECMA-376. */
import { archiveOf } from './office.js'

const namespaces =
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A paragraph, of which PowerPoint splits the text where it likes. */
export function slideParagraph(text: string, properties = ''): string {
  const middle = text.length >> 1
  const runs = [text.slice(0, middle), text.slice(middle)].map(
    (run) => `<a:r><a:rPr lang="zh-CN"/><a:t>${run}</a:t></a:r>`,
  )
  return `<a:p>${properties}${runs.join('')}</a:p>`
}

/** A shape with paragraphs, of a placeholder where it is one. */
export function shape(paragraphs: string, placeholder?: string): string {
  const own = placeholder === undefined ? '' : `<p:ph type="${placeholder}"/>`
  return `<p:sp><p:nvSpPr><p:nvPr>${own}</p:nvPr></p:nvSpPr><p:txBody><a:bodyPr/>${paragraphs}</p:txBody></p:sp>`
}

export interface SlideCell {
  readonly text: string
  /** What it covers, or that it is covered. */
  readonly attributes?: string
}

export function slideTable(rows: readonly (readonly SlideCell[])[]): string {
  const cell = ({ text, attributes = '' }: SlideCell) =>
    `<a:tc ${attributes}><a:txBody>${text === '' ? '<a:p/>' : slideParagraph(text)}</a:txBody></a:tc>`
  return `<p:graphicFrame><a:tbl>${rows.map((row) => `<a:tr>${row.map(cell).join('')}</a:tr>`).join('')}</a:tbl></p:graphicFrame>`
}

export interface SampleSlide {
  readonly shapes: string
  readonly notes?: string
  readonly isHidden?: true
}

const related = (targets: readonly (readonly [type: string, target: string])[]) =>
  `<Relationships>${targets.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${relations}/${type}" Target="${target}"/>`).join('')}</Relationships>`

export function pptxOf(slides: readonly SampleSlide[]): Uint8Array {
  const files: Record<string, string> = {
    '[Content_Types].xml':
      '<Types><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"/></Types>',
    '_rels/.rels': related([['officeDocument', 'ppt/presentation.xml']]),
    // The order of the list counts, not that of the names.
    'ppt/presentation.xml': `<p:presentation ${namespaces}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${slides.length - at}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': related(
      slides.map((_, at) => ['slide', `slides/slide${slides.length - at}.xml`] as const).reverse(),
    ),
  }
  slides.forEach(({ shapes, notes, isHidden }, at) => {
    const number = slides.length - at
    const place = slides.length - number + 1
    files[`ppt/slides/slide${slides.length - at}.xml`] =
      `<p:sld ${namespaces}${isHidden === true ? ' show="0"' : ''}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
    if (notes === undefined) return
    files[`ppt/slides/_rels/slide${number}.xml.rels`] = related([
      ['notesSlide', `../notesSlides/n${place}.xml`],
    ])
    files[`ppt/notesSlides/n${place}.xml`] =
      `<p:notes ${namespaces}><p:cSld><p:spTree>${shape(slideParagraph(String(place)), 'sldNum')}${shape(slideParagraph(notes), 'body')}</p:spTree></p:cSld></p:notes>`
  })
  return archiveOf(files)
}
