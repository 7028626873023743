/** What was dropped on the page or chosen there: files, and those of folders, each with its way from there. */

export interface NamedFile {
  readonly name: string
  readonly file: File
}

/** The system and editors keep such files beside documents. */
const isHidden = (name: string) => /(^|\/)(\.|~\$)/.test(name)

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject))
}

/** All entries of a folder: a browser gives some at a time, until there are none. */
async function entriesIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

async function* filesOf(entry: FileSystemEntry): AsyncGenerator<NamedFile> {
  const name = entry.fullPath.replace(/^\//, '')
  if (isHidden(name)) return
  if (entry.isFile) yield { name, file: await fileOf(entry as FileSystemFileEntry) }
  else for (const inner of await entriesIn(entry as FileSystemDirectoryEntry)) yield* filesOf(inner)
}

/** The files of a drop, by name. */
export async function droppedFiles(data: DataTransfer): Promise<NamedFile[]> {
  // What is dropped can be asked for during the event alone, before anything is waited for.
  const items = [...data.items].filter(({ kind }) => kind === 'file')
  // A file that comes from a program, and not from a folder, is no entry of one.
  const dropped = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const files: NamedFile[] = []
  for (const one of dropped) {
    if (one === null) continue
    if (one instanceof File) files.push({ name: one.name, file: one })
    else for await (const file of filesOf(one)) files.push(file)
  }
  return files.sort((one, two) => (one.name < two.name ? -1 : 1))
}

/** The files that were chosen in a field. */
export function chosenFiles(chosen: FileList | null): NamedFile[] {
  return [...(chosen ?? [])]
    .map((file) => ({ name: file.webkitRelativePath || file.name, file }))
    .filter(({ name }) => !isHidden(name))
}
