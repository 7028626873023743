/** What the repair mends of the own reports, and leaves alone, is no less than it was. */
import { testFloors } from '../support/floors.js'

testFloors('repair')
