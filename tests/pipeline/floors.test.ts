/** Facts and checks of damaged text, through all stages, are no worse than they were. */
import { testFloors } from '../support/floors.js'

testFloors('pipeline')
