/** The kinds of disguise. */
import { homophone } from './homophone.js'
import { insertedSign } from './inserted-sign.js'
import type { DisguiseKind } from './kind.js'
import { lookAlike } from './look-alike.js'
import { reordered } from './reordered.js'
import { splitCharacter } from './split-character.js'

export const kinds: readonly DisguiseKind[] = [lookAlike, homophone, splitCharacter, reordered, insertedSign]
