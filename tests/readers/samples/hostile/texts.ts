/** Texts, pages and tables as text, that ask for more than they are. */
import { fact, type Hostile } from './contract.js'

const text = (content: string) => Buffer.from(content)

/** Lines that tell a terminal something. */
const commanding = text(`\u001b]0;X\u0007\u001b[2J全县\u009b31m共有\u202e学校98所。\n${fact}`)
const begun = (head: string, part: string, count: number) => text(`<html><body>${head}${part.repeat(count)}`)
const spunEnds = '全市共有黉舍98所，此中小学78所，咱们要踊跃推动教导奇迹。'

export const hostileTexts = (): Hostile[] => [
  {
    path: 'nested.html',
    bound: 'length',
    bytes: text(`${'<table><tr><td>'.repeat(100_000)}${fact}`),
    codes: [],
    holds: fact,
  },
  {
    path: 'spans.html',
    bound: 'length',
    bytes: text(`<table><tr><td colspan=999999999 rowspan=999999999>学校<td>98所</table>`),
    codes: [],
    holds: '98所',
  },
  {
    path: 'wide.md',
    bound: 'limit',
    bytes: text(['|a', '|-', '|1'].map((cell) => cell.repeat(100_000)).join('|\n')),
    codes: ['too-many-columns'],
  },
  {
    path: 'lists.jsonl',
    bound: 'refusal',
    bytes: text(`{"text":${'['.repeat(100_000)}"${fact}"${']'.repeat(100_000)}}\n`),
    codes: ['no-text-field', 'bad-json'],
  },
  { path: 'masks.txt', bound: 'length', bytes: text('20xx年'.repeat(100_000)), codes: [], holds: '20xx年' },
  {
    path: 'one-line.txt',
    bound: 'length',
    bytes: text(`${fact.slice(0, -1)}，`.repeat(15_000)),
    codes: [],
    holds: '98所',
  },
  {
    path: 'powers.txt',
    bound: 'length',
    bytes: text(`全年收入5×10^999999999元，1e999999999元。${fact}`),
    codes: [],
    holds: fact,
  },
  {
    path: 'brackets.txt',
    bound: 'length',
    bytes: text(`${'（'.repeat(100_000)}${fact}`),
    codes: [],
    holds: fact,
  },
  { path: 'zero.txt', bound: 'length', bytes: text(`全县\0共有学校98所。${fact}`), codes: [], holds: fact },
  { path: `${'长'.repeat(80)}.txt`, bound: 'length', bytes: text(fact), codes: [], holds: fact },
  { path: 'commands.txt', bound: 'length', bytes: commanding, codes: [], holds: fact },
  { path: 'blanks.html', bound: 'length', bytes: begun('<pre>a', ' ', 300_000), codes: [], holds: 'a' },
  {
    path: 'declarations.html',
    bound: 'length',
    bytes: begun(fact, '<!doctype', 100_000),
    codes: [],
    holds: fact,
  },
  { path: 'items.html', bound: 'length', bytes: begun(fact, '<li><p>', 100_000), codes: [], holds: fact },
  {
    path: 'own-elements.html',
    bound: 'length',
    bytes: begun(fact, '<x-a>', 100_000),
    codes: [],
    holds: fact,
  },
  {
    path: 'attributes.html',
    bound: 'length',
    bytes: begun(fact, '<div a="<">', 100_000),
    codes: [],
    holds: fact,
  },
  {
    path: 'spun-ends.txt',
    bound: 'length',
    bytes: text(spunEnds.repeat(40) + '全市小学占多数。'.repeat(20_000) + spunEnds.repeat(40)),
    codes: [],
    holds: '占多数',
  },
  {
    path: 'parts.txt',
    bound: 'length',
    bytes: text(`全市学校9所，${'其中：小学7所，'.repeat(12_000)}。`),
    codes: [],
    holds: '7所',
  },
  {
    path: 'no-break-blanks.html',
    bound: 'length',
    bytes: begun('<h1>a', '\u00a0', 200_000),
    codes: [],
    holds: 'a',
  },
  {
    path: 'table-bodies.html',
    bound: 'length',
    bytes: begun(`${fact}<table>`, '<tbody><tr><td>', 100_000),
    codes: [],
    holds: fact,
  },
  {
    path: 'cells-side-by-side.csv',
    bound: 'length',
    bytes: text('名称,学校,学生\n清河县,12,345\n柳林县,45,678\n北岭县,7,901\n'),
    codes: [],
    holds: '345',
    values: ['12', '345', '45', '678', '7', '901'],
  },
  {
    path: 'no-width-in-a-figure.txt',
    bound: 'length',
    bytes: text('全县共有学校98\u200b76所。'),
    codes: [],
    holds: '全县共有学校',
    values: ['9876'],
  },
]
