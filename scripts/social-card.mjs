import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ImageResponse } from 'next/og.js';

const require = createRequire(import.meta.url);
const font = (file) => readFileSync(require.resolve(`@fontsource/${file}`));
const fonts = [
  { name: 'display', data: font('big-shoulders/files/big-shoulders-latin-800-normal.woff') },
  { name: 'stencil', data: font('big-shoulders-stencil/files/big-shoulders-stencil-latin-700-normal.woff') },
];

const colours = { paper: '#0d151b', ink: '#e8eff3', soft: '#a2b4c0', marine: '#0a587b', rust: '#b0370c' };

/**
 * Draws the picture that other sites show beside a link to a page: what kind of page it is, stencilled, its title, and
 * the guide's name on a stack of containers.
 *
 * @param {{ kind: string, title: string }} page
 * @returns {Promise<Buffer>} a PNG of 1200 by 630 pixels.
 */
export async function socialCard({ kind, title }) {
  const size = title.length > 70 ? 76 : title.length > 40 ? 92 : 116;
  const card = box(
    { width: '100%', height: '100%', flexDirection: 'column', background: colours.paper, color: colours.ink },
    box(
      { flexGrow: 1, flexDirection: 'column', justifyContent: 'center', padding: '0 72px' },
      box({ fontFamily: 'stencil', fontSize: 44, letterSpacing: 4, color: '#ff9166' }, kind.toUpperCase()),
      box({ fontFamily: 'display', fontSize: size, lineHeight: 1.02, marginTop: 18 }, title),
    ),
    box(
      { height: 92 },
      container(colours.marine, 780, 'Cloud Native Development with Containers'),
      container(colours.rust, 420, ''),
    ),
  );
  return Buffer.from(await new ImageResponse(card, { width: 1200, height: 630, fonts }).arrayBuffer());
}

/** A container seen from its side, with a name on its wall. */
function container(colour, width, name) {
  const grooves = Array.from({ length: Math.floor(width / 26) }, (_, at) =>
    box({
      ...{ position: 'absolute', left: 16 + at * 26, top: 10, width: 6, height: 72 },
      background: 'rgba(255, 255, 255, 0.14)',
    }),
  );
  return box(
    {
      position: 'relative',
      width,
      height: 92,
      background: colour,
      borderRight: `6px solid ${colours.paper}`,
    },
    ...grooves,
    box({ position: 'absolute', left: 72, top: 20, fontFamily: 'display', fontSize: 40 }, name),
  );
}

const box = (style, ...children) => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});
