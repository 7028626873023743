/** Traditional text is read as simplified text of the same length, and written in its own script and standard. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldText, simplify, traditionalWriting } from '../../src/resources/script.js'

describe('foldText', () => {
  test('simplified text stays, also where names hold rare characters', () => {
    const text = '松河县喆瑄镇有学校12所，教师320人，全部工作都已完成。'
    expect(foldText(text)).toBe(text.replaceAll('，', ','))
  })

  test.each([
    ['Taiwan', '縣衛生局檢查了裡面的線路', '县卫生局检查了里面的线路'],
    ['Hong Kong', '縣衞生局檢查了裏面的綫路', '县卫生局检查了里面的线路'],
  ])('forms of %s are folded', (_, text, folded) => expect(foldText(text)).toBe(folded))

  test('著 is 着 behind a verb and stays 著 in 著名', () => {
    expect(foldText('聽著報告，討論這個著名問題')).toBe('听着报告,讨论这个著名问题')
  })

  test('a character whose simplified form is longer stays, and hinders no other', () => {
    expect('勣'.length).toBe(1)
    expect(foldText('縣長李勣檢查學校')).toBe('县长李勣检查学校')
  })

  test('the length stays, whatever the text holds', () => {
    const pieces = fc.constantFrom('縣', '學', '衞', '嗰', '勣', '𠮷', '\ud842', '，', '2', '学', '\n')
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('')
        expect(foldText(text)).toHaveLength(text.length)
        expect(simplify(text)).toHaveLength(text.length)
      }),
    )
  })
})

test('a word is simplified by itself', () => {
  expect(simplify('公畝')).toBe('公亩')
  expect(simplify('收入')).toBe('收入')
})

describe('traditionalWriting', () => {
  test('simplified text has none', () => expect(traditionalWriting('全县共有学校12所')).toBeUndefined())

  test('words decide, not characters', () => {
    const write = traditionalWriting('縣教育局檢查了學校的設備')!
    expect(write('以后皇后，发展头发，面粉方面，干部干燥')).toBe('以後皇后，發展頭髮，麵粉方面，幹部乾燥')
  })

  test.each([
    ['縣衛生局為群眾檢查，線路在地裡', '里面的卫生'],
    ['縣衞生局為羣眾檢查，綫路在地裏', '里面的卫生'],
  ])('the standard is that of the text: %s', (text, word) => {
    const has = (character: string) => text.includes(character)
    expect([...traditionalWriting(text)!(word)].filter((one) => '裡裏衛衞'.includes(one)).every(has)).toBe(
      true,
    )
  })
})
