import { readdirSync } from 'node:fs';

/** Kinds of pages that are all made by one component: one of each stands for the others. */
const alike = ['rules', 'examples', 'exercises', 'embed', 'print'];

/**
 * Addresses of the built site's pages, below its base path: all of them where EVERY_PAGE is set, otherwise each lesson,
 * each page that is the only one of its kind, and the first of those that are alike.
 */
export function sitePages(): string[] {
  const all = readdirSync('out', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(^|\/)index\.html$/.test(path) && !/^(404|_not-found)\//.test(path))
    .map((path) => path.replace(/index\.html$/, ''))
    .sort();
  const seen = new Set<string>();
  const chosen = process.env.EVERY_PAGE
    ? all
    : all.filter((path) => {
        const [kind = '', name = ''] = path.split('/');
        const group = alike.includes(kind) && name ? `${kind}/*` : path;
        return !seen.has(group) && seen.add(group);
      });
  return [...chosen, 'nowhere/'];
}
