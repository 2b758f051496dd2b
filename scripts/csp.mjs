import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes a Content-Security-Policy into every page of a built site: scripts come from the origin or carry a
 * hash that stands in the page's own policy. Styles may be inline, because the editor writes its own.
 *
 * @param {string} folder
 * @returns {Promise<number>} how many pages there are.
 */
export async function secure(folder) {
  const pages = (await readdir(folder, { recursive: true })).filter((path) => path.endsWith('.html'));
  for (const page of pages) {
    const path = join(folder, page);
    const html = (await readFile(path, 'utf8')).replace(
      /<meta http-equiv="Content-Security-Policy"[^>]*>/,
      '',
    );
    const meta = `<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`;
    await writeFile(path, html.replace(/<head>/, `<head>${meta}`));
  }
  return pages.length;
}

/** @param {string} html */
export function policy(html) {
  return [
    "default-src 'none'",
    `script-src 'self' ${inlineScripts(html)
      .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`)
      .join(' ')}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Texts of the scripts that stand in the page itself. */
function inlineScripts(html) {
  return [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
}
