/** The checks of the own reports, of right facts, are no worse than they were; nearly every planted digit is found. */
import { testFloors } from '../support/floors.js'

testFloors('audit')
