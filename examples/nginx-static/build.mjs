// Make the site ready to serve: `node build.mjs site dist`. Node's own modules only.
//
// Style sheets, scripts and pictures get their content's hash into their name, so that browsers may keep them for
// ever; pages keep their names. What compresses well gets a .gz beside it, so that nginx need not compress anything.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, parse, relative, sep } from 'node:path';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const hashed = new Set(['.css', '.js', '.svg', '.png', '.jpg', '.webp', '.woff2']);
const text = new Set(['.html', '.css', '.js', '.svg', '.xml', '.txt', '.json']);

/** Paths of all files in a folder, relative to it, with forward slashes. */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join('/'))
    .sort();
}

/** `assets/site.css` with content -> `assets/site.4f2a91c07e.css`. */
export function hashedName(path, content) {
  const { dir, name, ext } = parse(path);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  return `${dir && `${dir}/`}${name}.${hash}${ext}`;
}

/** The page with each `href` and `src` that names a renamed file from the root changed to the new name. */
export function rewriteLinks(html, names) {
  return html.replace(/\b(href|src)="\/([^"#?]+)/g, (whole, attribute, path) =>
    names.has(path) ? `${attribute}="/${names.get(path)}` : whole,
  );
}

/** Build `source` into `target`, which is emptied first; the new names by the old. */
export function build(source, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(source, target, { recursive: true });

  const names = new Map();
  for (const path of listFiles(target)) {
    if (!hashed.has(parse(path).ext)) continue;
    const name = hashedName(path, readFileSync(join(target, path)));
    renameSync(join(target, path), join(target, name));
    names.set(path, name);
  }
  for (const path of listFiles(target)) {
    const file = join(target, path);
    if (parse(path).ext === '.html') writeFileSync(file, rewriteLinks(readFileSync(file, 'utf8'), names));
    if (text.has(parse(path).ext)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  return names;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [source, target] = argv.slice(2);
  if (!source || !target) throw new Error('Say what to build and where to: node build.mjs site dist');
  const names = build(source, target);
  for (const [from, to] of names) console.log(`${from} -> ${to}`);
}
