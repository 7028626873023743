/** Texts of one shape each, as long as they are asked to be, for the stage that they try most. All stages run on them. */

/** A text with so many of what its name says. */
type TextShape = (count: number) => string

const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join('')
const repeated = (head: string, part: string, tail = ''): TextShape => {
  return (count) => head + part.repeat(count) + tail
}
/** Names that differ. */
export const nameOf = (at: number) => {
  const characters = '清河柳林北岭东山西坪南川平安和顺长乐永宁'
  return `${characters[at % 20]}${characters[Math.floor(at / 20) % 20]}${characters[Math.floor(at / 400) % 20]}`
}

/** By stage, then by shape. */
export const shapes: Readonly<Record<string, Readonly<Record<string, TextShape>>>> = {
  layout: {
    'headings of three levels': repeated('', '一、情况\n（一）学校\n1.小学\n全县有小学12所。\n'),
    'items in one line': (count) => many(count, (at) => `${at + 1}、学校12所；`),
    'lines of half a sentence': repeated('', '全县共有学校\n'),
    'tables in plain text': repeated('', '名称  数量\n甲  12\n乙  13\n丙  14\n\n'),
    'one table in plain text': (count) => `名称  数量\n${many(count, (at) => `${nameOf(at)}  ${at}\n`)}`,
    'columns of a table in plain text': (count) => Array(4).fill('12  '.repeat(count)).join('\n'),
    'rules of dashes': repeated('', '----------\n'),
    'notes in brackets': repeated('', '[1]'),
    'addresses of pages': repeated('', 'http://a.example.org/b '),
  },
  repair: {
    'spun words': repeated('', '此中黉舍九十八所，咱们要踊跃推动教导奇迹。'),
    'spun words without a stop': repeated('', '咱们踊跃推动黉舍教导奇迹'),
    'one spun word': repeated('', '黉舍'),
    'spun words at both ends': (count) =>
      `${'咱们要踊跃推动教导奇迹。'.repeat(40)}${'全县小学占多数。'.repeat(count)}${'咱们要踊跃推动教导奇迹。'.repeat(40)}`,
    'words that were taken apart': repeated('', '女子生木交'),
    'words in pinyin': repeated('', 'xue校jiao育'),
    'masked words': repeated('', '20xx年'),
    'masked figures': repeated('', '学校**所，'),
    'words with signs between': repeated('', '学-校-教*育'),
    'both scripts': repeated('', '學校教育学校教育'),
    'names of people': (count) => many(count, (at) => `${nameOf(at)}同志`),
    'words in quotation marks': repeated('', '“黉舍”'),
    'letters and digits': repeated('', 'a1B2'),
    'characters beyond the first plane': repeated('', '𠮷野'),
    'one character': repeated('', '的'),
  },
  segment: {
    'sentences of one character': repeated('', '县。'),
    'stops alone': repeated('县', '。'),
    'commas alone': repeated('县', '，'),
    'brackets left open': repeated('', '（', '县'),
    'brackets in brackets': (count) => `${'（县'.repeat(count)}${'）'.repeat(count)}`,
    'quotation marks left open': repeated('', '“', '县'),
    'titles of books': repeated('', '《条例》'),
  },
  quantities: {
    'one number': repeated('', '9'),
    'digits with commas': repeated('1', ',234'),
    'digits with blanks': repeated('1', ' 234'),
    'digits with points': repeated('1', '.5'),
    'digits with strokes': repeated('1', '/2'),
    'digits with colons': repeated('1', ':2'),
    'digits with dashes': repeated('1', '-2'),
    'numerals in words': repeated('', '一'),
    'numerals of rank': repeated('', '十万'),
    'powers of ten': repeated('', '千百'),
    'wan and yi': repeated('1', '万亿'),
    'figures and units': repeated('', '12亿元3万人'),
    'figures with bounds': repeated('', '超过12万元以上'),
    'figures of two units': repeated('', '2亩5分'),
    days: repeated('', '2019年12月31日'),
    'years one after the other': repeated('', '2019年、'),
    'times of powers': repeated('', '5×10^4'),
    signs: repeated('', '+-'),
    'per cent': repeated('', '12.5%、'),
    'zeros of full width': repeated('', '０'),
    'figures in rings': repeated('', '①'),
    halves: repeated('', '½'),
    'points that are spoken': repeated('', '3点5公里'),
    'points behind points': repeated('7点4', '点4'),
    'hours and minutes': repeated('', '8点30'),
    'hours before counts': repeated('', '8点5人'),
    'numbers of addresses': repeated('', '新华路25号院4幢301室'),
    'results of matches': repeated('', '以3:2胜，'),
    'measures by their own names': repeated('', '体重65公斤身高170厘米'),
    'units of laboratories': repeated('', '7.8 mmol/L'),
    'sums in both numerals': repeated('3萬', '3,437'),
  },
  extract: {
    'parts of one whole': repeated('全市学校9所，', '其中：小学7所，', '。'),
    'names in a row': (count) =>
      `${many(count, (at) => `${nameOf(at)}、`)}分别为${many(count, (at) => `${at}人、`)}。`,
    'figures in turn': repeated('学校和教师分别为', '12所、', '。'),
    'changes of one figure': repeated('全市收入12亿元', '，同比增长3.5%', '。'),
    'sentences of equal names': repeated('', '全市收入12亿元，增长3.5%。'),
    'sentences of other names': (count) => many(count, (at) => `${nameOf(at)}镇收入${at}万元，增长3.5%。`),
    shares: repeated('全市收入12亿元，', '占比12.5%，'),
    'shares of names': (count) =>
      `全市收入100亿元，其中${many(count, (at) => `${nameOf(at)}镇占${at % 90}%，`)}`,
    'times that go on': (count) => many(count, (at) => `${1950 + (at % 70)}年收入12万元，`),
    'a long name': repeated('', '清河区统计局', '学校12所。'),
    attributes: repeated('', '全市的', '学校12所。'),
    'parts behind a stroke': repeated('学校12', '/12', '所。'),
    'figures behind colons': repeated('', '学校：12所；'),
    'sentences without a subject': repeated('', '增长12%，'),
    comparisons: repeated('', '比上年增加12所，'),
    ranks: repeated('', '居全省第3位，'),
    'changes from and to': repeated('', '由12%提高到13%，'),
    'parts in brackets': repeated('学校9所（', '小学7所，', '）。'),
  },
  unnamed: {
    'one paragraph without any sign': repeated('', '全县各级各类学校校舍改造工程进展顺利'),
    'brackets of all kinds in each other': (count) =>
      `${'（【《“'.repeat(count)}学校12所${'”》】）'.repeat(count)}`,
    'footnotes and their marks': (count) =>
      `${many(count, (at) => `全县有学校${at}所[${at + 1}]。`)}\n${many(count, (at) => `[${at + 1}] 不含村小。\n`)}`,
    'paragraphs of one mask': repeated('', '20xx年\n\n'),
    'scripts in turn': repeated('', '学xue校ㄒㄩㄝ学校학교がっこうшкола'),
    'questions and answers': repeated('', '问：有几所学校？\n答：12所。\n'),
    'lines of a log': (count) =>
      many(
        count,
        (at) => `[2023-05-${10 + (at % 20)} 08:${10 + (at % 50)}:00] ERROR 第${at}次重试，耗时${at}ms\n`,
      ),
    'a list in one line, and its figures in the next': (count) =>
      `${many(count, (at) => `${nameOf(at)}、`)}\n${many(count, (at) => `${at}、`)}`,
  },
  strange: {
    'names in a row before one figure': (count) =>
      `${many(count, (at) => `${nameOf(at)}、`)}等地共有学校12所。`,
    'heads of a table that return': (count) =>
      many(2 * count, (at) => `名称\t2018年\t2019年\n${nameOf(at)}\t1\t2\n`),
    'signs of per cent': repeated('增长12', '%'),
    'square brackets in each other': (count) => `${'[12'.repeat(count)}${']'.repeat(count)}`,
    'digits with thin blanks': repeated('共有1', '\u2009234', '元'),
    'characters without width in a figure': repeated('学校1', '\u200b', '2所'),
    'lines of a table of contents': (count) => many(count, (at) => `${nameOf(at)}情况……………………${at + 1}\n`),
    'letters with blanks between': repeated('', '统 计 公 报 '),
    'objects in objects': repeated('', '{"a":1,'),
    'lines of a program': (count) => many(count, (at) => `if (a[${at}] > ${at}) { b += ${at}; }\n`),
    'fractions of fractions': repeated('', '三分之', '一'),
  },
  untried: {
    'a line to fill in': repeated('姓名', '_', '12'),
    'sums of sums': (count) => many(count, (at) => `合计${at}，`),
    'messages of a chat': (count) =>
      many(count, (at) => `${nameOf(at)} 10:${10 + (at % 50)}\n收到，今天到了${at}人。\n`),
    'works cited': (count) =>
      many(
        count,
        (at) => `[${at + 1}] ${nameOf(at)}. 学校布局研究[J]. 教育, 2012, ${at % 9}(2): ${at}-${at + 7}.\n`,
      ),
    'sons of sons': (count) =>
      many(count, (at) => `${nameOf(at)}，生三子：长子${nameOf(at + 1)}、次子${nameOf(at + 2)}。`),
    'a table drawn by characters': (count) =>
      `┌──┬──┐\n${many(count, (at) => `│${nameOf(at)}│${at}│\n├──┼──┤\n`)}`,
    'questions with answers to choose': (count) =>
      many(count, (at) => `${at + 1}. 全县学校几所？\nA. ${at} B. ${at + 1} C. ${at + 2} D. 以上都不对\n`),
    'patches of a program': (count) =>
      many(count, (at) => `@@ -${at},7 +${at},8 @@\n-全县学校${at}所\n+全县学校${at + 1}所\n`),
    'amounts on cheques': repeated('', '人民币壹佰贰拾叁万元整，'),
    'a letter under many accents': repeated('学校', '\u0301', '12所'),
    'one character a line': repeated('', '全\n县\n学\n校\n'),
    'a square table with both sums': (count) => {
      const side = Math.ceil(Math.sqrt(count))
      const rows = many(side, (at) => `${nameOf(at)}\t${'1\t'.repeat(side)}${side}\n`)
      const sums = `合计\t${`${side}\t`.repeat(side)}${side * side}\n`
      return `名称\t${many(side, (at) => `${nameOf(at)}\t`)}合计\n${rows}${sums}`
    },
  },
  audit: {
    'lists of one total': (count) =>
      `全市有学校${count}所，其中${many(count, (at) => `${nameOf(at)}镇1所、`)}。`,
    'many lists': repeated('', '全市有学校9所，其中小学7所、中学2所。'),
    'equal statements': repeated('', '2019年全市收入12亿元。'),
    'statements that differ': (count) => many(count, (at) => `2019年全市收入${at}亿元。`),
    rates: (count) => many(count, (at) => `考生${at + 100}人，录取${at + 50}人，录取率50%。`),
    growth: repeated('', '收入12亿元，上年11亿元，增长9.1%。'),
    'a column of a total': (count) =>
      `名称\t数量\n${many(count, (at) => `${nameOf(at)}\t${at}\n`)}合计\t${(count * (count - 1)) / 2}\n`,
    'a row of a total': (count) =>
      `名称\t${many(count, (at) => `${nameOf(at)}\t`)}合计\n甲\t${'1\t'.repeat(count)}${count}\n乙\t${'1\t'.repeat(count)}${count}\n`,
    'parts that come to nothing': (count) =>
      `全市有学校7所，${many(count, (at) => `${nameOf(at)}镇${at}所，`)}`,
  },
}
