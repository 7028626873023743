/** The facts of the own reports, read of clean text, are no worse than they were. */
import { testFloors } from '../support/floors.js'

testFloors('extract')
