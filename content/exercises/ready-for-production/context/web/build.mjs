import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';

mkdirSync('dist', { recursive: true });
for (const name of readdirSync('pages')) {
  const html = marked.parse(readFileSync(`pages/${name}`, 'utf8'));
  const head = '<!doctype html><meta charset="utf-8"><title>Quay</title><script type="module" src="ships.js"></script>';
  writeFileSync(`dist/${name.replace(/\.md$/, '.html')}`, head + html);
}
copyFileSync('ships.js', 'dist/ships.js');
