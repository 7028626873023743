/** Where the panel stands, which mark a key leads to, which folds a link opens. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { foldsAround } from '../../src/page/folds.js'
import { markAfter } from '../../src/page/keyboard.js'
import { placeBeside } from '../../src/page/panel.js'

describe('the panel', () => {
  const window = { width: 1000, height: 800 }
  const size = { width: 350, height: 200 }

  test('stands below its mark, at its left edge', () => {
    expect(placeBeside({ left: 100, top: 50, bottom: 70 }, size, window)).toEqual({ left: 100, top: 78 })
  })

  test('stands above where it does not fit below', () => {
    expect(placeBeside({ left: 100, top: 700, bottom: 720 }, size, window)).toEqual({ left: 100, top: 492 })
  })

  test('never leaves the window', () => {
    expect(placeBeside({ left: 980, top: 0, bottom: 20 }, size, window).left).toBe(626)
    expect(placeBeside({ left: -40, top: 0, bottom: 20 }, size, window).left).toBe(8)
    const low = { width: 1000, height: 210 }
    expect(placeBeside({ left: 8, top: 100, bottom: 120 }, size, low).top).toBe(8)
  })
})

test('arrow keys lead from mark to mark and stop at either end', () => {
  const marks = ['a', 'b', 'c']
  expect(markAfter(marks, 'b', 'ArrowRight')).toBe('c')
  expect(markAfter(marks, 'b', 'ArrowDown')).toBe('c')
  expect(markAfter(marks, 'b', 'ArrowLeft')).toBe('a')
  expect(markAfter(marks, 'b', 'ArrowUp')).toBe('a')
  expect(markAfter(marks, 'a', 'ArrowLeft')).toBeUndefined()
  expect(markAfter(marks, 'c', 'ArrowRight')).toBeUndefined()
  expect(markAfter(marks, 'b', 'Enter')).toBeUndefined()
})

test('the folds around an element come from the inside out', () => {
  const { document } = parseHTML(
    '<details id=a><p><details id=b><b></b></details></p></details><details id=c></details><i></i>',
  )
  expect(foldsAround(document.querySelector('b')!).map(({ id }) => id)).toEqual(['b', 'a'])
  expect(foldsAround(document.querySelector('#c')!).map(({ id }) => id)).toEqual(['c'])
  expect(foldsAround(document.querySelector('i')!)).toEqual([])
})
