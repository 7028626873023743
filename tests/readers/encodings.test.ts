/** Detection of encodings, counted over windows of the project's own reports. */
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { Converter } from 'opencc-js'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/readers/encoding.js'
import { plainText, sampleReport } from './samples/report.js'

const folder = fileURLToPath(new URL('../../corpus/reports', import.meta.url))
const reports = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => plainText(sampleReport(name)))
const toTraditional = Converter({ from: 'cn', to: 'tw' })

/** Windows of a length, one behind the other, that hold at least half as many Chinese characters. */
function windowsOf(texts: readonly string[], length: number): string[] {
  const windows: string[] = []
  for (const text of texts) {
    for (let at = 0; at + length <= text.length; at += length * 2 + 1) {
      const window = text.slice(at, at + length)
      if ((window.match(/\p{Script=Han}/gu) ?? []).length * 2 >= length) windows.push(window)
    }
  }
  return windows
}

function isRight(window: string, encoding: string, mark: string): boolean {
  try {
    return decodeText(iconv.encode(mark + window, encoding, { addBOM: false })).text === window
  } catch {
    return false
  }
}

/** Share of the windows that come out as they went in. */
function accuracy(windows: readonly string[], encoding: string, mark = ''): number {
  return windows.filter((window) => isRight(window, encoding, mark)).length / windows.length
}

const traditional = reports.map((text): string => toTraditional(text))

describe.each([8, 12, 20, 60])('windows of %i characters', (length) => {
  const simplifiedWindows = windowsOf(reports, length)
  // Big5 lacks a few characters; what it cannot write is no test of how it is read.
  const traditionalWindows = windowsOf(traditional, length).filter(
    (window) => iconv.decode(iconv.encode(window, 'big5'), 'big5') === window,
  )

  it.each([
    ['utf-8', simplifiedWindows],
    ['gb18030', simplifiedWindows],
    ['big5', traditionalWindows],
    ['utf-16le', simplifiedWindows],
    ['utf-16be', simplifiedWindows],
  ])('%s', (encoding, windows) => {
    expect(windows.length).toBeGreaterThan(100)
    expect(accuracy(windows, encoding)).toBeGreaterThan(0.99)
  })

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('%s with a mark', (encoding) => {
    expect(accuracy(simplifiedWindows, encoding, '\uFEFF')).toBe(1)
  })
})

it.each(['utf-8', 'gb18030'])('a text in %s that was cut within its last character is read', (encoding) => {
  const text = '全县共有学校一百二十所，在校学生四万余人'
  const { text: decoded, replaced } = decodeText(iconv.encode(text, encoding).subarray(0, -1))
  expect([decoded, replaced]).toEqual([`${text.slice(0, -1)}\uFFFD`, 1])
})
