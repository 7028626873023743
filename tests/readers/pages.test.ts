/** Web pages: what is shown is read, words stay whole, the title is kept, and what a page says of itself is data. */
import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/layout.js'
import type { SourceDocument } from '../../src/model/document.js'
import { readDocuments } from '../../src/readers/read.js'
import { loadBoilerplate } from '../../src/resources/boilerplate.js'
import { pageOf } from './samples/markup.js'

const boilerplate = loadBoilerplate()

async function readPage(page: string): Promise<SourceDocument> {
  for await (const document of readDocuments(Buffer.from(page), { path: 'a.html' })) return document
  throw new Error('no document')
}

const textOf = async (body: string) => (await readPage(pageOf(body))).text.trim()

function titlesOf(document: SourceDocument): string[] {
  const { blocks, text } = layOut(document, boilerplate)
  return blocks.filter(({ kind }) => kind === 'title').map(({ start, end }) => text.slice(start, end))
}

const shown = '<p>全县共有学校12所，教师300人。</p>'

describe('what is not shown is no text', () => {
  it.each([
    ['by an attribute', `<p hidden>隐藏99所。</p>${shown}`],
    ['by its style', `<div style="color:red; visibility: hidden">隐藏99所。</div>${shown}`],
    [
      'by a style sheet',
      `<style>/* a{} */ .x, #y{display:none}</style><p class="b x">隐</p><p id=y>藏</p>${shown}`,
    ],
    [
      'as the reading of a word',
      '<p>全<ruby>县<rp>(</rp><rt>xiàn</rt><rp>)</rp></ruby>共有学校12所，教师300人。</p>',
    ],
  ])('%s', async (_, body) => expect(await textOf(body)).toBe('全县共有学校12所，教师300人。'))

  it.each([
    ['what a later rule shows again', '<style>.x{display:none} .x{display:block}</style>'],
    ['what is hidden in print alone', '<style>@media print{.x{display:none}}</style>'],
    ['what is hidden in another element alone', '<style>.menu .x{display:none}</style>'],
    ['most of a page, which a script shows', '<style>.x{display:none}</style>'],
  ])('but %s is', async (_, style) => {
    expect(await textOf(`${style}<div class=x>${shown}</div>`)).toBe('全县共有学校12所，教师300人。')
  })
})

describe('in a line', () => {
  it.each([
    ['a word that tags part', '<p>粮食<b>产</b>\n<span>量</span>31.5万吨。</p>', '粮食产量31.5万吨。'],
    ['what is raised', '<p>面积98m<sup>2</sup>，共6×10<sup>4</sup>株。</p>', '面积98m²，共6×10⁴株。'],
    [
      'what a style raises',
      '<style>.up{vertical-align:super}</style><p>面积98m<span style="vertical-align: super">2</span>，共6×10<span class="up">4</span>株。</p>',
      '面积98m²，共6×10⁴株。',
    ],
    [
      'a formula',
      '<p>增长率为<math><mfrac><mn>7.4</mn><msup><mi>x</mi><mn>2</mn></msup></mfrac></math>。</p>',
      '增长率为7.4/x²。',
    ],
    [
      'a formula with its source',
      '<p><math><semantics><mn>7.4</mn><annotation>\\frac{7}{4}</annotation></semantics></math>。</p>',
      '7.4。',
    ],
    [
      'a formula whose parts are more than a figure',
      '<p><math><mfrac><mrow><mi>a</mi><mo>-</mo><mi>b</mi></mrow><msub><mi>c</mi><mn>1</mn></msub></mfrac></math>。</p>',
      '(a-b)/(c_1)。',
    ],
    [
      'an element that no browser knows',
      '<p>截至<st1:chsdate Year="2021">2021年</st1:chsdate>底，<nobr>学校</nobr>12所。</p>',
      '截至2021年底，学校12所。',
    ],
    [
      'a number and the paragraph of its item',
      '<ol start="3"><li>\n<p>学校12所。</p><p>另有教学点。</p></li><li><h3>教师</h3></li></ol>',
      '3. 学校12所。\n另有教学点。\n4. 教师',
    ],
    [
      'numbers of other kinds',
      '<ol style="list-style-type: cjk-ideographic"><li>学校<ol type="a"><li>小学</li></ol></li><li>教师</li></ol>',
      '一、学校\na. 小学\n二、教师',
    ],
    [
      'what stands in a field',
      '<textarea>全县共有学校12所。\n教师300人。</textarea>',
      '全县共有学校12所。\n教师300人。',
    ],
  ])('%s', async (_, body, text) => expect(await textOf(body)).toBe(text))
})

describe('the title of a page', () => {
  const title = '松河县2021年教育事业发展情况'
  const article = '<div><p>全县共有学校12所，教师300人。</p><p>在校学生4850人，比上年增加120人。</p></div>'

  it.each([
    ['of its head', `<title>${title}_松河县教育局</title><p>${title}</p>${article}`],
    [
      'of its metadata',
      `<meta property="og:title" content="${title}"><title>松河</title><p>${title}</p>${article}`,
    ],
    ['of its head alone', `<title>${title} - 松河县教育局</title>${article}`],
    ['in large type', `<p>教育概况</p><p><span style="font-size:22pt">${title}</span></p>${article}`],
    [
      'in a table that lays out the page',
      `<table><tr><td><table><tr><td><font size=5>${title}</font></td></tr><tr><td>${article}</td></tr></table></td></tr></table>`,
    ],
    ['that is a heading', `<title>${title}</title><h1>${title}</h1>${article}`],
  ])('%s', async (_, body) => {
    const document = await readPage(`<html><body>${body}</body></html>`)
    expect(titlesOf(document)).toContain(title)
    expect(document.text.split(title)).toHaveLength(2)
  })

  it('is not the name of a site', async () => {
    const document = await readPage(`<title>松河县教育局门户网站</title>${article}`)
    expect(document.text).not.toContain('门户网站')
  })
})

describe('what a page says of its publication', () => {
  it.each([
    ['in its text', '<p>发布日期：2021年3月9日　来源：县统计局　浏览：12次</p>'],
    [
      'in its head',
      '<meta name="PubDate" content="2021-03-09 10:20"><meta name="ContentSource" content="县统计局">',
    ],
  ])('%s', async (_, body) => {
    const { origin } = await readPage(`<html><body>${body}${shown}</body></html>`)
    expect(origin).toMatchObject({ published: '2021-03-09', source: '县统计局' })
  })

  it('is not said where a sentence holds such words', async () => {
    const { origin } = await readPage(
      pageOf('<p>收入来源：工资占七成。公报发布时间：2021年3月9日起施行。</p>'),
    )
    expect(Object.keys(origin)).not.toContain('source')
    expect(Object.keys(origin)).not.toContain('published')
  })
})

it('a page of frames says where its text is', async () => {
  const { text, messages } = await readPage(
    '<html><frameset cols="20%,*"><frame src="m.htm"><frame src="t.htm"></frameset></html>',
  )
  expect(text).toBe('')
  expect(messages).toMatchObject([{ code: 'frames', parameters: { files: 'm.htm, t.htm' } }])
})
