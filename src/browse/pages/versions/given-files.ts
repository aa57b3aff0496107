import type { GivenFile } from '../../engine/versions.ts'

/** The files that were chosen, by their path where a folder was. */
export async function chosenFiles(list: Iterable<File>): Promise<GivenFile[]> {
  return await Promise.all([...list].map((file) => given(file, file.webkitRelativePath || file.name)))
}

/** The files that were dropped, those of folders with their path. */
export async function droppedFiles(transfer: DataTransfer | null): Promise<GivenFile[]> {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? [])
  return (await Promise.all(entries.map(filesIn))).flat()
}

async function filesIn(entry: FileSystemEntry): Promise<GivenFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((done, fail) => entry.file(done, fail))
    return [await given(file, entry.fullPath.slice(1))]
  }
  if (!isFolder(entry)) return []
  const reader = entry.createReader()
  const files: GivenFile[] = []
  // A reader gives its entries in parts, and none when it has given all: https://wicg.github.io/entries-api/#dom-filesystemdirectoryreader-readentries
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail))
    if (part.length === 0) return files
    files.push(...(await Promise.all(part.map(filesIn))).flat())
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

async function given(file: File, name: string): Promise<GivenFile> {
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) }
}
