/** One fact printed twice: the same indicator, subject, place, period and unit. */
import { describe } from 'vitest'
import { checkAudits, type Details } from '../check.js'

const year = (text: string) =>
  ({
    period: {
      text,
      start: `${text.slice(0, 4)}-01-01`,
      end: `${text.slice(0, 4)}-12-31`,
      grain: 'year',
      inferred: null,
    },
  }) as const
const both = (details: Details['f1'] = year('2021年')): Details => ({ f1: details, f2: details, f3: details })
const text = (one: string, two: string) => `在校学生[${one}|在校学生人数]。\n在校学生[${two}|在校学生人数]。`

describe('the same fact', () => {
  checkAudits([
    [text('31810人', '31810人'), both(), 'same-fact: 31810人 = 31810人 holds info as-stated 31810'],
    [
      text('31810人', '31870人'),
      both(),
      'same-fact: 31810人 = 31870人 mismatch error digit-differs 31810 (60)',
    ],
    [text('31810人', '3.18万人'), both(), 'same-fact: 31810人 = 3.18万人 rounding info rounded 31810'],
    [
      text('31810人', '31800余人'),
      both(),
      'same-fact: 31810人 = 31800余人 approximate info within-bounds 31810',
    ],
    [text('31810人', '45702人'), both()],
    [text('31810人', '32900余人'), both()],
    [text('31810人', '318xx人'), both()],
    [text('8人', '8人'), both()],
    [text('12人', '12人'), both(), 'same-fact: 12人 = 12人 holds info as-stated 12'],
    [`${text('31810人', '31810人')}甲`, { f1: year('2021年'), f2: year('2020年') }],
    [
      `${text('31810人', '31810人')}乙`,
      { f1: year('2021年') },
      'same-fact: 31810人 = 31810人 holds info as-stated 31810',
    ],
    [
      `${text('31810人', '31810人')}丙`,
      { f2: year('2021年') },
      'same-fact: 31810人 = 31810人 holds info as-stated 31810',
    ],
    [`${text('31810人', '31870人')}丁`, { f1: year('2021年') }],
    [`${text('31810人', '31870人')}戊`, {}],
    [
      `${text('31810人', '31870人')}在校学生[31810人|在校学生人数]。`,
      both(),
      'same-fact: 31810人 = 31810人 holds info as-stated 31810',
    ],
    ['在校学生[31810人|在校学生人数]，在校学生[31870人|在校学生人数]。', both()],
    // Its owner may stand in the clauses before.
    [
      '在校学生[31810人|在校学生人数]。\n小学[67所|小学数]，在校学生[31870人|在校学生人数]。',
      { f1: year('2021年'), f3: year('2021年') },
    ],
    [text('31810人', '31810人').replaceAll('在校学生人数', '人数'), both()],
  ])
})
