import { type Found, isSkipped, MOST_FILES, RefusedFiles } from './read-files';

/** What the reader chose or dropped, and whether it is a whole project or single files to add. */
export interface Chosen {
  name: string;
  found: Found[];
  whole: boolean;
}

/**
 * From `<input type=file>`, with or without `webkitdirectory`.
 * @throws RefusedFiles
 */
export async function chosenFiles(list: readonly File[]): Promise<Chosen> {
  const [first] = list;
  if (first && list.length === 1 && isZip(first.name)) return zip(first);
  const found = list.map((file) => fromFile(file.webkitRelativePath || file.name, file));
  const folder = first?.webkitRelativePath.split('/')[0];
  return { name: folder || names(list), found, whole: Boolean(folder) };
}

/**
 * From a drop. Must be called while the event is being handled: browsers take the entries away afterwards.
 * @throws RefusedFiles
 */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen> {
  const entries = [...transfer.items].flatMap((item) => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  const files = [...transfer.files];
  const folders = entries.filter((entry) => entry.isDirectory);
  if (folders.length === 0) return chosenFiles(files);
  const found: Found[] = [];
  for (const entry of entries) await walk(entry, found);
  return { name: folders.map(({ name }) => name).join(', '), found, whole: true };
}

const isZip = (name: string) => /\.zip$/i.test(name);

async function zip(file: File): Promise<Chosen> {
  const { readZip } = await import('./read-zip');
  return { name: file.name, found: readZip(new Uint8Array(await file.arrayBuffer())), whole: true };
}

const fromFile = (path: string, file: File): Found => ({
  path,
  size: file.size,
  read: async () => new Uint8Array(await file.arrayBuffer()),
});

const names = (list: readonly File[]) =>
  list.length > 3 ? `${list.length} files` : list.map(({ name }) => name).join(', ');

async function walk(entry: FileSystemEntry, found: Found[]): Promise<void> {
  if (isSkipped(entry.name)) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push(fromFile(entry.fullPath, file));
    // Far more than can be taken: the rest need not be looked at.
    if (found.length > MOST_FILES)
      throw new RefusedFiles(
        `It holds more than ${MOST_FILES.toLocaleString('en')} files. Take the folder of one application, without what its build makes.`,
      );
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader hands its entries out in portions, and an empty one at the end.
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (portion.length === 0) return;
    for (const each of portion) await walk(each, found);
  }
}
