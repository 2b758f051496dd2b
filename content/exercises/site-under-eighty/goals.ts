import { all, type Goal, hasNoProgram, imageSmallerThan, starts, usesStage } from '@/checker/goals/index.ts';
import { servesFile } from '@/checker/goals/web-root.ts';
import type { ExerciseSetup } from '@/content/exercise-setup';
import { WHY } from '@/content/why.ts';

const pages = ['index', 'on-call'].map((name) => ({
  path: `site/${name}.html`,
  content: `<!doctype html><meta charset="utf-8"><h1>${name}</h1>\n`,
}));

/** What build.mjs makes of the pages. */
export const setup: ExerciseSetup = {
  outcomes: ['npm run build', 'node build.mjs'].map((command) => ({
    command,
    creates: pages,
    needs: ['build.mjs', 'pages/index.md', 'node_modules/marked'],
  })),
};

export const goals: readonly Goal[] = [
  {
    id: 'serves-the-site',
    sentence: 'The container starts a web server that finds index.html at the root of its files.',
    hint: 'Each web server has a folder in which it looks unless told otherwise; the page of its image names it. What does your COPY take, the folder or what is in it, and where does it go?',
    why: WHY.serves,
    check: all(starts(), servesFile('index.html')),
  },
  {
    id: 'built-inside',
    sentence: 'The pages come from a stage that builds them.',
    hint: 'The folder site/ is not in the build context. Which stage makes it, and how does a later stage name that stage?',
    why: 'Pages that were built on some machine are those of that machine, on that day.',
    check: usesStage(),
  },
  {
    id: 'no-node',
    sentence: 'Neither Node nor npm is in the image.',
    hint: 'Look at the last FROM. Everything that its image brings is in yours.',
    why: 'What the service never calls has to be pulled and patched all the same, and serves only attackers.',
    check: hasNoProgram('node', 'npm'),
  },
  {
    id: 'small',
    sentence: 'The image is smaller than 80 MB.',
    hint: 'Open the layers of your build and look at the lowest one. The same web server comes in several shapes.',
    why: WHY.slimBase,
    check: imageSmallerThan(80),
  },
];
