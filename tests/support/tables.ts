/** The shipped tables that numbers, facts and checks are read with, each loaded once a test file. */
import { loadClaims } from '../../src/resources/claims.js'
import { loadIndicators } from '../../src/resources/indicators.js'
import { openNaming } from '../../src/resources/naming.js'
import { loadUnits } from '../../src/resources/units.js'

export const units = loadUnits()
export const indicators = loadIndicators()
export const claims = loadClaims()
export const naming = openNaming()
