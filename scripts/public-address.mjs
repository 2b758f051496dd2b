import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { socialCard } from './social-card.mjs';

const kinds = {
  lessons: 'Lesson',
  exercises: 'Exercise',
  rules: 'Rule',
  examples: 'Example',
  guide: 'Best practices',
};

/**
 * Makes a built site ready for the address at which it will be public, which links, pictures and sitemaps must name in
 * full: every page gets its canonical address and a social card; the site gets sitemap.xml and robots.txt. Pages for
 * frames are left out: nobody looks for them.
 *
 * @param {string} folder
 * @param {string} root - address of the guide's first page, without a slash at its end.
 * @returns {Promise<number>} how many pages have a card.
 */
export async function makePublic(folder, root) {
  const found = await readdir(folder, { recursive: true });
  const pages = found
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /(^|\/)index\.html$/.test(path) && !path.startsWith('embed/'))
    .map((path) => path.replace(/index\.html$/, ''))
    .sort();
  for (const path of pages) await introduce(folder, root, path);
  await writeFile(join(folder, 'sitemap.xml'), sitemap(pages.map((path) => `${root}/${path}`)));
  await writeFile(join(folder, 'robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${root}/sitemap.xml\n`);
  return pages.length;
}

/** Draws the card of one page and names it, with the page's address, in its head. */
async function introduce(folder, root, path) {
  const file = join(folder, path, 'index.html');
  const html = await readFile(file, 'utf8');
  const { title, description } = headOf(html);
  const card = `social/${path.replace(/\/$/, '') || 'home'}.png`;
  await mkdir(dirname(join(folder, card)), { recursive: true });
  const kind = kinds[path.split('/')[0]] ?? 'An interactive guide';
  await writeFile(join(folder, card), await socialCard({ kind, title: decode(title) }));
  await writeFile(
    file,
    html.replace('</head>', `${introduction({ root, path, card, title, description })}</head>`),
  );
}

/** Title and description as they stand in a page's head, entities and all; the guide's own name is left off. */
export function headOf(html) {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  const description = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
  return { title: title.replace(/ · Cloud Native Development with Containers$/, ''), description };
}

/** What other sites read of a page. Title and description are already escaped for HTML. */
export function introduction({ root, path, card, title, description }) {
  const properties = {
    'og:type': path.startsWith('lessons/') ? 'article' : 'website',
    'og:site_name': 'Cloud Native Development with Containers',
    'og:title': title,
    'og:description': description,
    'og:url': `${root}/${path}`,
    'og:image': `${root}/${card}`,
    'og:image:width': '1200',
    'og:image:height': '630',
    'og:image:alt': title,
  };
  const tags = Object.entries(properties).map(
    ([name, value]) => `<meta property="${name}" content="${value}">`,
  );
  return [
    `<link rel="canonical" href="${root}/${path}">`,
    ...tags,
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('');
}

export function sitemap(addresses) {
  const entries = addresses.map((address) => `  <url><loc>${address}</loc></url>`).join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}\n</urlset>\n`;
}

/**
 * The address of the guide's first page, from what the environment says; null where it says nothing.
 *
 * @param {{ SITE_URL?: string, BASE_PATH?: string }} environment
 * @throws when SITE_URL is no address of the web.
 */
export function publicRoot({ SITE_URL, BASE_PATH = '' }) {
  if (!SITE_URL) return null;
  const url = URL.canParse(SITE_URL) ? new URL(SITE_URL) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.pathname !== '/')
    throw new Error(
      `SITE_URL is "${SITE_URL}": write it as https://example.org; a path belongs into BASE_PATH`,
    );
  return `${url.origin}${BASE_PATH.replace(/\/+$/, '')}`;
}

const named = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decode = (text) =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) =>
    hex || decimal ? String.fromCodePoint(parseInt(hex ?? decimal, hex ? 16 : 10)) : (named[name] ?? whole),
  );
