import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { marked } from 'marked';

mkdirSync('site', { recursive: true });
for (const name of readdirSync('pages')) {
  const html = marked.parse(readFileSync(`pages/${name}`, 'utf8'));
  writeFileSync(`site/${name.replace(/\.md$/, '.html')}`, `<!doctype html><meta charset="utf-8">${html}`);
}
