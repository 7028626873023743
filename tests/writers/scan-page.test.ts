/** The page of a scan: its pictures stand beside the text, and show what was read where somebody may doubt it. */
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { processDocument } from '../../src/pipeline/process.js'
import { loadResources } from '../../src/pipeline/resources.js'
import { documentPage, pageOfDocuments } from '../../src/writers/page/page.js'
import { pictureAddress, picturesWanted } from '../../src/writers/page/scan/pictures.js'
import { boxAround, placesOf } from '../../src/writers/page/scan/place.js'
import type { DocumentRecord } from '../../src/writers/schema.js'
import { refuseStaleBuild } from '../support/built.js'
import { pageOf, png, recogniserOf, size } from '../support/scans.js'

refuseStaleBuild()

const resources = await loadResources()
const doubt = { at: 7, confidence: 0.6, rivals: [{ text: '3', confidence: 0.35 }] }
const first = pageOf([
  { text: '全县共有学生8241人，其中女生3999人。', left: 200, top: 200, doubts: [{ ...doubt, at: 6 }] },
  {
    text: '今年开展控缀保学工作，成效明显，得到好评。',
    left: 200,
    top: 260,
    doubts: [{ at: 5, confidence: 0.55, rivals: [{ text: '辍', confidence: 0.4 }] }],
  },
])
const second = pageOf([{ text: '教师队伍建设不断加强，共有教师512人。', left: 200, top: 200 }], { page: 2 })
const blank = pageOf([], { page: 3 })

async function recordOf(pages: Parameters<typeof recogniserOf>[0]): Promise<DocumentRecord> {
  const options = { resources, path: 'scan.png', scans: { recogniser: recogniserOf(pages) } }
  for await (const record of processDocument(png, options)) return record
  throw new Error('no record')
}

const record = await recordOf([first, second, blank])
const address = pictureAddress({ mediaType: 'image/webp', bytes: Uint8Array.of(1, 2, 3) })
const pictures = new Map([1, 2, 3].map((page) => [page, address]))
const parse = (page: string) => parseHTML(page).document
const span = (text: string) => {
  const start = record.source.text.indexOf(text)
  return [start, start + text.length] as const
}

test('a piece of a line stands where its characters do', () => {
  const [place, ...others] = placesOf(record, ...span('8241'))
  expect(others).toEqual([])
  expect(place!.page).toBe(1)
  // Six wide characters stand before the four narrow ones.
  expect(place!.corners[0][0]).toBeCloseTo(200 + 6 * size)
  expect(place!.corners[1][0]).toBeCloseTo(200 + 8 * size)
  const box = boxAround(place!, { across: 1, down: 0 })
  expect(box).toEqual({ left: 380 - 36, top: 200, width: 60 + 72, height: 36 })
  expect(placesOf(record, ...span('教师512人')).map(({ page }) => page)).toEqual([2])
})

test('each picture stands once beside the text of its page, a page without text among them', () => {
  const document = parse(documentPage(record, 'zh', { pictures }))
  const images = [...document.querySelectorAll('.scan .sheet image')]
  expect(images.map((image) => image.getAttribute('href'))).toEqual([address, address, address])
  expect(new Set(images.map(({ id }) => id)).size).toBe(3)
  const texts = [...document.querySelectorAll('.scan')].map(({ textContent }) => textContent!)
  expect(texts[0]).toContain('学生8241人')
  expect(texts[1]).toContain('教师512人')
  expect(texts[2]).toContain('第 3 页')
})

test('every place of a picture leads into the text, and every piece to its place', () => {
  const page = documentPage(record, 'en', { pictures })
  const document = parse(page)
  const targets = [...document.querySelectorAll('[href^="#"]')].map((link) =>
    link.getAttribute('href')!.slice(1),
  )
  const names = new Set([...document.querySelectorAll('[id]')].map(({ id }) => id))
  expect(targets.filter((target) => !names.has(target))).toEqual([])
  expect(document.querySelectorAll('.sheet .zf').length).toBe(record.facts.length)
  expect(page).toContain('img-src data:')
})

test('a doubtful figure is shown as it stands on the page, with what it may be', () => {
  const finding = record.checks.find(({ rule }) => rule === 'recognition')!
  const document = parse(documentPage(record, 'en', { pictures }))
  const card = document.querySelector(`#${finding.id}`)!
  expect(card.querySelectorAll('.crops use').length).toBe(1)
  expect(card.querySelector('.rivals')!.textContent).toMatch(/8 60% 3 35%/)
  const rows = [...document.querySelectorAll('.unsure tbody tr')].map(({ textContent }) => textContent!)
  expect(rows.some((row) => row.includes('缀 → 辍') && row.includes('40%'))).toBe(true)
})

test('without pictures the page says the rivals, and lets in no picture', () => {
  const page = documentPage(record, 'en')
  const document = parse(page)
  expect(document.querySelectorAll('image, use, .scan')).toHaveLength(0)
  expect(document.querySelector('.rivals')!.textContent).toMatch(/8 60% 3 35%/)
  expect(page).not.toContain('img-src')
})

test('several documents with pictures stand in one page', () => {
  const page = pageOfDocuments('en')
  page.add(record, pictures)
  page.add(record)
  page.add(record, pictures)
  const document = parse(page.text())
  const ids = [...document.querySelectorAll('image')].map(({ id }) => id)
  expect(ids).toHaveLength(6)
  expect(new Set(ids).size).toBe(6)
})

test('of many pages those with a doubt come first', async () => {
  // What stands at one place of every page would be a running head.
  const pages = Array.from({ length: 60 }, (_, at) => {
    const text = `${'甲乙丙丁戊己庚辛壬癸'[at % 10]}校学生${8000 + at}人，比上年增加${at + 3}人。`
    const doubts = at === 55 ? [{ ...doubt, at: 4 }] : []
    return pageOf([{ text, left: 200, top: 200 + 30 * at, doubts }], { page: at + 1 })
  })
  const long = await recordOf(pages)
  const wanted = picturesWanted(long, 'auto').map(({ page }) => page)
  expect(wanted).toHaveLength(40)
  expect(wanted).toContain(56)
  expect(wanted).not.toContain(57)
  expect(picturesWanted(long, 'all')).toHaveLength(60)
  expect(picturesWanted(long, 'none')).toEqual([])
})
