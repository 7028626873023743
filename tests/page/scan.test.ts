/** The piece of a scan that the panel shows: around the place that the page marks on the picture. */
import { parseHTML } from 'linkedom'
import { afterEach, expect, test, vi } from 'vitest'
import { pieceOfScan } from '../../src/page/scan.js'

afterEach(() => vi.unstubAllGlobals())

const sheet = `<figure class=sheet><svg viewBox="0 0 1000 1400"><image id=i1 width=1000 height=1400 href="data:,"></image>
<a id=zf3 href="#f3"><path d="M200,100L260,100 260,140 200,140z"></path></a></svg></figure><a id=zf4></a>`

function see(name: string): Element[] {
  vi.stubGlobal('document', parseHTML(`<html><body>${sheet}</body></html>`).document)
  return pieceOfScan(name)
}

test('shows the place with some room around it, by the name of the picture', () => {
  const [piece, ...others] = see('zf3')
  expect(others).toEqual([])
  // 60 wide and 40 high, with 1.6 heights at the sides and 0.2 above and below.
  expect(piece!.getAttribute('viewBox')).toBe('136 92 188 56')
  expect(piece!.querySelector('use')!.getAttribute('href')).toBe('#i1')
})

test('shows nothing where the page has no picture of it', () => {
  expect(see('zf9')).toEqual([])
  expect(see('zf4')).toEqual([])
})
