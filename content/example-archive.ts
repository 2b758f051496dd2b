import { strToU8, zipSync } from 'fflate';
import { exampleFiles } from './examples';

/** Zip knows no earlier day; a fixed one makes every build the same. Noon, so that no time zone makes it another. */
const modified = new Date(1980, 0, 2, 12);

/** An example as a zip with one folder in it. */
export function exampleArchive(name: string): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(exampleFiles(name)).map(
    ([path, text]) => [`${name}/${path}`, strToU8(text)] as const,
  );
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: modified });
}
