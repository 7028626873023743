/**
 * A folder of files, one a document, in the tree of the inputs. Names are made such that every file system takes them,
 * also those that ignore case, and such that no two documents meet.
 * Invariant: nothing is written outside of the folder, nothing is overwritten, and the same places in the same order
 * give the same names on every machine.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Bytes of a name in UTF-8, and of the folders of a path. File systems take 255 and, at the least, about 1000. */
const longestName = 200
const longestFolders = 600

/** Names of devices, with or without an ending. Windows has no files of these names. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=$|[. ])/i

/** The start of a text that takes at most so many bytes in UTF-8, cut between characters. */
function cutBytes(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) return text
  let size = 0
  let cut = ''
  for (const character of text) {
    size += Buffer.byteLength(character)
    if (size > most) break
    cut += character
  }
  return cut
}

/** A name that every file system takes; empty where nothing is left of it. */
export function safeName(name: string): string {
  const plain = name
    .slice(0, 4 * longestName)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}<>:"/\\|?*]/gu, '_')
    .replace(/^ +/, '')
    .replace(/(?<![. ])[. ]+$/, '')
    .replace(device, '$1_')
  return cutBytes(plain, longestName).replace(/(?<![. ])[. ]+$/, '')
}

/** What a file system that ignores case takes for the same name, as 48 bits; a chance meeting costs a number, no more. */
function foldedKey(path: string): number {
  const folded = path.toUpperCase().toLowerCase().normalize('NFC')
  return createHash('sha256').update(folded).digest().readUIntBE(0, 6)
}

/** Gives each document its path. Six bytes of every path are kept, so millions of documents fit. */
export function nameFiles(ending: string): (place: string, key: string) => string {
  const files = new Set<number>()
  const folders = new Set<number>()

  function enterFolder(parent: string, name: string): string {
    for (let number = 1; ; number++) {
      const path = join(parent, number === 1 ? name : `${name}-${number}`)
      const key = foldedKey(path)
      if (files.has(key)) continue
      folders.add(key)
      return path
    }
  }

  return (place, key) => {
    const names = place.split(/[/\\]/).map(safeName)
    const stem = names.pop() || key
    let folder = ''
    for (const name of names) {
      if (name === '') continue
      if (Buffer.byteLength(folder) + Buffer.byteLength(name) > longestFolders) break
      folder = enterFolder(folder, name)
    }
    for (let number = 1; ; number++) {
      const path = join(folder, `${number === 1 ? stem : `${stem}-${number}`}${ending}`)
      const folded = foldedKey(path)
      if (files.has(folded) || folders.has(folded)) continue
      files.add(folded)
      return path
    }
  }
}

/** Makes the folder, which must not exist, and gives what writes a document's file into it. */
export function openTree(
  folder: string,
  ending: string,
): (document: { readonly place: string; readonly key: string }, text: string) => void {
  mkdirSync(folder)
  const nameOf = nameFiles(ending)
  let made = folder
  return ({ place, key }, text) => {
    const path = join(folder, nameOf(place, key))
    const parent = dirname(path)
    // Documents come folder by folder, so the last one is mostly the right one.
    if (parent !== made) mkdirSync(parent, { recursive: true })
    made = parent
    writeFileSync(path, text, { flag: 'wx' })
  }
}
