import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the built site is made of. */
const sources = [
  'app',
  'checker',
  'components',
  'content',
  'examples',
  'public',
  'scripts',
  'mdx-components.tsx',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
];

const stampPath = '.next/built.json';
const basePath = () => process.env.BASE_PATH ?? '';

/** Notes that out/ was built from the sources as they were at `began`, for the base path of the moment. */
export function stamp(began) {
  writeFileSync(stampPath, JSON.stringify({ began: began.getTime(), basePath: basePath() }));
}

/** Whether out/ is missing, made for another base path, or older than any source. */
export function outOfDate() {
  if (!existsSync(stampPath) || !existsSync('out/index.html')) return true;
  const built = JSON.parse(readFileSync(stampPath, 'utf8'));
  return (
    built.basePath !== basePath() || sources.some((path) => existsSync(path) && newest(path) > built.began)
  );
}

function newest(path) {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return Math.max(status.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
