/** How Word prints the numbers of its lists: 一、 （二） 3. ④. Formats after the standard (ECMA-376, ST_NumberFormat). */

const digits = '〇一二三四五六七八九'
const formalDigits = '零壹贰叁肆伍陆柒捌玖'
const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** 1 to 99 in words; larger numbers digit by digit, as no list of a report reaches them. */
function inWords(number: number, names: string, ten: string): string {
  if (number >= 100) return [...String(number)].map((digit) => names[Number(digit)]!).join('')
  const tens = Math.floor(number / 10)
  const ones = number % 10
  const head = tens === 0 ? '' : `${tens === 1 && ten === '十' ? '' : names[tens]!}${ten}`
  return head + (ones === 0 && tens > 0 ? '' : names[ones]!)
}

function inRoman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of romans) {
    while (rest >= value) {
      text += letters
      rest -= value
    }
  }
  return text
}

function inLetters(number: number): string {
  return String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.floor((number - 1) / 26) + 1)
}

function cyclic(number: number, names: string): string {
  return names[(number - 1) % names.length]!
}

/** Roman numerals and repeated letters of larger numbers are printed by no program. */
const largestRoman = 3999
const largestLetters = 780

/** A whole number in a format of Word, in digits where the format has none for it; undefined where nothing is printed. */
export function printNumber(number: number, format: string): string | undefined {
  if (format === 'bullet' || format === 'none' || !Number.isSafeInteger(number)) return undefined
  const isRoman = number <= largestRoman || !/Roman$/.test(format)
  const isLetters = number <= largestLetters || !/Letter$/.test(format)
  return number >= 1 && isRoman && isLetters ? inFormat(number, format) : String(number)
}

function inFormat(number: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'ideographDigital':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return inWords(number, digits, '十')
    case 'chineseLegalSimplified':
      return inWords(number, formalDigits, '拾')
    case 'ideographTraditional':
      return cyclic(number, stems)
    case 'ideographZodiac':
      return cyclic(number, branches)
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return number <= 20 ? String.fromCharCode(0x2460 + number - 1) : String(number)
    case 'decimalFullWidth':
      return String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    case 'decimalZero':
      return String(number).padStart(2, '0')
    case 'upperRoman':
      return inRoman(number)
    case 'lowerRoman':
      return inRoman(number).toLowerCase()
    case 'upperLetter':
      return inLetters(number)
    case 'lowerLetter':
      return inLetters(number).toLowerCase()
    default:
      return String(number)
  }
}
