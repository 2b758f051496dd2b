import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** The folder of this repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Bundles the checker's command into one file that Node runs with nothing installed.
 *
 * @param {string} outfile
 * @param {{ minify?: boolean }} options
 * @returns {Promise<string[]>} the names of the packages that are in it.
 */
export async function bundleChecker(outfile, { minify = false } = {}) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, 'checker', 'cli.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    outfile,
    minify,
    metafile: true,
    logLevel: 'error',
    // Packages written for CommonJS ask for `require`, which a module does not have.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
  const packages = Object.keys(metafile.inputs).flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  return [...new Set(packages)].sort();
}
