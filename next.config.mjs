import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';

// Turbopack takes MDX plugins by name or path, not as functions. It keeps what they made for as long as their
// options stay the same, so the options hold a hash of their sources.
const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const local = (path, ...parts) => {
  const sources = [path, ...parts].map((each) => readFileSync(pathOf(each), 'utf8'));
  return [pathOf(path), { version: createHash('sha256').update(sources.join()).digest('hex') }];
};

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-frontmatter', ['remark-mdx-frontmatter', { name: 'frontmatter' }], 'remark-gfm'],
    rehypePlugins: [
      'rehype-slug',
      local('./components/lesson/rehype-headings.mjs'),
      local('./components/code/rehype-code.mjs', './components/code/highlight.mjs'),
    ],
  },
});

/*
 * Parts of the editor that its core refers to and the guide never starts: comparing editors, its own pickers, lists of
 * references, and drawing by the graphics processor. Left out, they are 100 KB less to download.
 */
const leftOut = [
  'diffEditorWidget.js',
  'multiDiffEditorWidget.js',
  'standaloneQuickInputService.js',
  'viewGpuContext.js',
  'viewLinesGpu.js',
  'rulersGpu.js',
  'gpuMark.js',
  'referencesController.js',
  'listService.js',
];
const leaveOut = { loaders: [pathOf('./scripts/lib/leave-out.cjs')] };

const basePath = process.env.BASE_PATH?.replace(/\/+$/, '') ?? '';

/** @type {import('next').NextConfig} */
const config = {
  output: 'export',
  // Every page is a folder with an index.html, which any static host serves as it is.
  trailingSlash: true,
  basePath: basePath || undefined,
  // For addresses that are passed on: the browser must know where the site begins.
  env: { SITE_BASE_PATH: basePath },
  pageExtensions: ['ts', 'tsx'],
  // Types are checked by `npm test`, so that `npm start` does not pay for them.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    root: import.meta.dirname,
    rules: Object.fromEntries(leftOut.map((file) => [file, leaveOut])),
  },
  devIndicators: false,
};

export default withMDX(config);
