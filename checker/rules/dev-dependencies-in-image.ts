import { builtOf } from './built.ts';
import type { Rule, RulePage } from './rule.ts';

/** Packages that only a development or a build needs. */
const DEV_ONLY: ReadonlySet<string> = new Set(
  'typescript eslint prettier jest vitest mocha nodemon ts-node tsx webpack vite rollup esbuild @types/node @types/express ts-jest supertest cypress playwright husky lint-staged @babel/core rimraf'.split(
    ' ',
  ),
);

export const devDependenciesInImagePage: RulePage = {
  title: 'Leave development dependencies out of the image',
  why: 'Compilers, linters and test tools that are installed in the stage that is shipped make the image bigger and give whoever breaks into it more to work with.',
  sources: [
    'https://docs.npmjs.com/cli/commands/npm-ci',
    'https://docs.docker.com/build/building/multi-stage/',
  ],
};

export const devDependenciesInImage: Rule = {
  name: 'dev-dependencies-in-image',
  severity: 'warning',
  refs: [],
  set: 'default',
  *check(context) {
    const { image } = builtOf(context);
    if (!image || image.steps.length === 0) return;
    // A container that runs the tools itself is a development image.
    const { cmd, entrypoint } = image.end.config;
    const started = [...(entrypoint?.argv ?? []), ...(cmd?.argv ?? [])].join(' ');
    if (/\b(dev|watch|nodemon|test|jest|vitest|tsx|ts-node|storybook)\b/.test(started)) return;
    if (/^(dev|development|test|tests|lint|debug|ci)\b/.test(image.name ?? '')) return;
    const { workdir } = image.end.config;
    for (const step of image.steps) {
      if (step.instruction.name !== 'run') continue;
      const brought = [...step.after.packages.installed.values()].filter(
        (entry) =>
          entry.manager === 'npm' &&
          DEV_ONLY.has(entry.name) &&
          !step.before.packages.installed.has(`npm:${entry.name}`),
      );
      const kept = brought.filter(
        (entry) =>
          image.end.packages.installed.has(`npm:${entry.name}`) &&
          isDevelopment(step.before, workdir, entry.name) &&
          image.end.files.lookup(`${workdir ?? ''}/node_modules/${entry.name}`).is === 'present',
      );
      if (kept.length === 0) continue;
      const names = kept.slice(0, 3).map((entry) => entry.name);
      yield {
        range: step.instruction.range,
        message: `This also installs what only development needs (${names.join(', ')}), and it is shipped. Use npm ci --omit=dev in this stage, and build in another one.`,
      };
    }
  },
};

/** Whether package.json lists a package among the development dependencies only. */
function isDevelopment(
  state: { files: { lookup(path: string): { is: string; node?: unknown } } },
  workdir: string | undefined,
  name: string,
): boolean {
  const found = state.files.lookup(`${workdir ?? ''}/package.json`) as {
    is: string;
    node?: { kind: string; content?: { is: string; text?: string } };
  };
  const text =
    found.is === 'present' && found.node?.content?.is === 'text' ? found.node.content.text : undefined;
  if (text === undefined) return false;
  try {
    const { dependencies, devDependencies } = JSON.parse(text) as {
      dependencies?: object;
      devDependencies?: object;
    };
    return Object.hasOwn(devDependencies ?? {}, name) && !Object.hasOwn(dependencies ?? {}, name);
  } catch {
    return false;
  }
}
