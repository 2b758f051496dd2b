import { unzipSync } from 'fflate';
import { type Found, isSkipped, LARGEST_TEXT, LARGEST_ZIP, MOST_FILES, RefusedFiles } from './read-files';

/**
 * The files in a zip. Nothing is unpacked that is larger than a text may be, so that a small zip cannot become
 * a large memory.
 * @throws RefusedFiles for what is no zip, damaged, or too large.
 */
export function readZip(bytes: Uint8Array): Found[] {
  if (bytes.length > LARGEST_ZIP)
    throw new RefusedFiles(
      `It has more than ${LARGEST_ZIP / 1024 / 1024} MiB. Pack it without what a build makes.`,
    );
  const large: Found[] = [];
  let seen = 0;
  try {
    const unpacked = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || name.split('/').some(isSkipped)) return false;
        if (++seen > MOST_FILES) return false;
        if (originalSize <= LARGEST_TEXT) return true;
        large.push({ path: name, size: originalSize, read: () => Promise.resolve(new Uint8Array()) });
        return false;
      },
    });
    if (seen > MOST_FILES)
      throw new RefusedFiles(`It holds more than ${MOST_FILES.toLocaleString('en')} files.`);
    const small = Object.entries(unpacked).map(([path, content]) => ({
      path,
      size: content.length,
      read: () => Promise.resolve(content),
    }));
    return [...small, ...large];
  } catch (error) {
    if (error instanceof RefusedFiles) throw error;
    throw new RefusedFiles('It is no zip that can be opened: damaged, encrypted, or something else.');
  }
}
