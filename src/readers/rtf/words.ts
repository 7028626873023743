/** What the control words of RTF do. */

import { leastLift } from '../word/characters.js'
import { encodingOfPage, encodingOfSet } from './encodings.js'
import type { State } from './state.js'
import {
  addText,
  defineCell,
  endCell,
  endParagraph,
  endRow,
  flowOf,
  groupOf,
  newRow,
  resetParagraph,
} from './state.js'

type Word = (state: State, value: number | undefined) => void

const sign =
  (text: string): Word =>
  (state) =>
    addText(state, text)

const isOn = (value: number | undefined) => value !== 0

/** The style of a paragraph, or the one that the table of styles is about to name. */
const style: Word = (state, value = 0) => {
  if (groupOf(state).destination === 'styles') state.entry = value
  else flowOf(state).paragraph.level = state.levels.get(value) ?? 0
}

/** The level of an outline is that of a heading, of a paragraph or of the style that is being defined; 9 is none. */
const outlineLevel: Word = (state, value = 9) => {
  const level = value >= 0 && value < 9 ? value + 1 : 0
  if (groupOf(state).destination !== 'styles') flowOf(state).paragraph.level = level
  else if (level > 0) state.levels.set(state.entry, level)
}

const font: Word = (state, value = 0) => {
  if (groupOf(state).destination === 'fonts') state.entry = value
  else groupOf(state).font = value
}

const characterSet: Word = (state, value = 0) => {
  const encoding = encodingOfSet(value)
  if (encoding !== undefined) state.fonts.set(state.entry, encoding)
}

const goesOnDown: Word = (state) => {
  flowOf(state).row.down = 'continue'
}

export const words: Readonly<Record<string, Word>> = {
  ansicpg: (state, value = 0) => {
    state.encoding = encodingOfPage(value)
  },
  deff: (state, value = 0) => {
    state.defaultFont = value
    groupOf(state).font = value
  },
  f: font,
  fcharset: characterSet,
  s: style,
  outlinelevel: outlineLevel,
  u: (state, value = 0) => {
    addText(state, String.fromCharCode(value & 0xffff))
    state.passed = groupOf(state).fallbacks
  },
  uc: (state, value = 1) => {
    groupOf(state).fallbacks = Math.max(0, value)
  },
  v: (state, value) => {
    groupOf(state).isHidden = isOn(value)
  },
  deleted: (state, value) => {
    groupOf(state).isHidden = isOn(value)
  },
  plain: (state) => {
    Object.assign(groupOf(state), {
      isHidden: false,
      isRaised: false,
      isLifted: false,
      font: state.defaultFont,
    })
  },
  super: (state, value) => {
    groupOf(state).isRaised = isOn(value)
  },
  up: (state, value = 6) => {
    groupOf(state).isLifted = value >= leastLift
  },
  dn: (state) => {
    groupOf(state).isLifted = false
  },
  fldrslt: (state) => flowOf(state).fields.separate(),
  nosupersub: (state) => {
    groupOf(state).isRaised = false
  },
  par: endParagraph,
  sect: endParagraph,
  pard: (state) => {
    // In a label it resets what is only of the label.
    if (groupOf(state).destination !== 'label') resetParagraph(flowOf(state))
  },
  li: (state, value = 0) => {
    flowOf(state).paragraph.left = value
  },
  fi: (state, value = 0) => {
    flowOf(state).paragraph.first = value
  },
  intbl: (state) => {
    flowOf(state).paragraph.isInTable = true
  },
  itap: (state, value = 0) => {
    Object.assign(flowOf(state).paragraph, { isInTable: value > 0, depth: Math.max(1, value) })
  },
  cell: (state) => endCell(state, 1),
  nestcell: (state) => endCell(state, flowOf(state).paragraph.depth),
  row: (state) => endRow(state, 1),
  nesttableprops: (state) => {
    flowOf(state).outerRow = flowOf(state).row
  },
  nestrow: (state) => {
    endRow(state, flowOf(state).paragraph.depth)
    flowOf(state).row = flowOf(state).outerRow
  },
  trowd: (state) => {
    flowOf(state).row = newRow()
  },
  trleft: (state, value = 0) => {
    flowOf(state).row.left = value
  },
  clvmgf: (state) => {
    flowOf(state).row.down = 'start'
  },
  clvmrg: goesOnDown,
  clmrg: (state) => {
    flowOf(state).row.isContinued = true
  },
  cellx: (state, value = 0) => defineCell(flowOf(state), value),
  tab: sign('\t'),
  line: sign('\n'),
  lbr: sign('\n'),
  page: sign('\n'),
  '~': sign('\u00a0'),
  _: sign('-'),
  emdash: sign('—'),
  endash: sign('–'),
  bullet: sign('•'),
  lquote: sign('‘'),
  rquote: sign('’'),
  ldblquote: sign('“'),
  rdblquote: sign('”'),
}
