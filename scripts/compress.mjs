import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = /\.(html|js|css|json|svg|txt|xml|webmanifest)$/;

/**
 * Puts a `.br` and a `.gz` beside every text file, so that the server compresses nothing while it serves.
 *
 * @param {string} folder
 */
export async function compress(folder) {
  const paths = (await readdir(folder, { recursive: true })).filter((path) => text.test(path));
  await Promise.all(paths.map((path) => compressFile(join(folder, path))));
}

async function compressFile(path) {
  const content = await readFile(path);
  // Done once for each build, so the best that there is.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params }));
  await writeFile(`${path}.gz`, await promisify(gzip)(content));
}
