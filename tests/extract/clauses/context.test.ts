/** Passages cut at marks and brackets, as far as facts show it. */
import { describe } from 'vitest'
import { checkLinks } from '../check.js'

describe('semicolons and full stops', () => {
  checkLinks([
    ['新建小学4所；初中2所；高中1所。', '4所:', '2所:', '1所:'],
    ['法院受理案件418件，审结397件！未结21件？', '418件:', '397件:', '21件:'],
  ])
})
